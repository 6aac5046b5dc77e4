public import Foundation

/// The facts of all sessions, one per line, then the inputs as `ndjson` has them: what
/// `rdpwhy judge` reads.
public struct FactsReport {
  public init() {}

  /// Hands the lines over one by one; an error of `output` ends the writing.
  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    let text = JSONText()
    for index in report.analysed.indices {
      try output(
        try text.line(FactsRecord(report.analysed[index], naming: report.names)))
    }
    for input in report.inputs { try output(try text.line(input)) }
  }
}
