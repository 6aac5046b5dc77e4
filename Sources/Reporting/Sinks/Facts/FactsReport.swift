import CaptureReader
public import Foundation

/// The facts of all sessions, one per line, then the inputs as `ndjson` has them: what
/// `rdpwhy judge` reads.
public struct FactsReport: SessionwiseSink {
  public init() {}

  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
    let facts = FactsRecord(session.session, naming: session.names)
    var json = JSONBytes()
    swap(&json.text, &output)
    FactsFields.record.line(facts, to: &json)
    swap(&json.text, &output)
  }

  mutating func input(_ input: InputRecord, into output: inout ByteBuffer) {
    var json = JSONBytes()
    swap(&json.text, &output)
    InputFields.record.line(input, to: &json)
    swap(&json.text, &output)
  }
}
