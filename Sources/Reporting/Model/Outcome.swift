/// How an analysis went, as its exit code.
public enum Outcome: Int32, Sendable, CaseIterable {
  /// Everything was analysed, whatever was found.
  case analysed = 0
  /// A session has one of the causes that the user asked to fail on.
  case found = 1
  /// No input could be analysed.
  case nothing = 2
  /// An input was unreadable or cut short, or sessions of it are left out for want of memory; the
  /// results are valid.
  case partial = 3

  /// A cause that was asked for outranks a partial input: it stays found whatever else is missing.
  public init(_ report: Report, failingOn thresholds: FailureThresholds) {
    let statuses = report.inputs.map(\.status)
    // Stored facts can come without a word of their inputs.
    if statuses.allSatisfy({ $0 == .failed }), !statuses.isEmpty || report.sessions.isEmpty {
      self = .nothing
    } else if thresholds.isReached(by: report.summary.byCause) {
      self = .found
    } else if statuses.contains(where: { $0 != .ok }) || report.inputs.contains(where: \.isCrowded)
    {
      self = .partial
    } else {
      self = .analysed
    }
  }
}
