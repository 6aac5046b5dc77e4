public import Analysis
import CaptureReader

/// What the captures of one call are.
public struct InspectionReport: Sendable {
  public let inspections: [CaptureInspection]

  public init(_ inspections: [CaptureInspection]) { self.inspections = inspections }

  /// By what could be read: an unfit capture was inspected all the same.
  public var outcome: Outcome {
    let summaries = inspections.map(\.input.summary)
    if summaries.allSatisfy({ $0 == nil }) { return .nothing }
    return summaries.allSatisfy { $0?.ending == .complete } ? .analysed : .partial
  }
}
