public import Analysis
import CaptureReader

/// What the captures of one call are.
public struct InspectionReport: Sendable {
  public let inspections: [CaptureInspection]

  public init(_ inspections: [CaptureInspection]) { self.inspections = inspections }

  /// By what could be read: an unfit capture was inspected all the same.
  public var outcome: Outcome {
    let endings = inspections.map { $0.log == nil ? $0.input.summary?.ending : .complete }
    if endings.allSatisfy({ $0 == nil }) { return .nothing }
    return endings.allSatisfy { $0 == .complete } ? .analysed : .partial
  }
}
