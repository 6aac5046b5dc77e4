import CaptureReader
public import Foundation

/// Machine output: one JSON document, or one record per line.
public struct JSONReport: SessionwiseSink {
  public enum Layout: Sendable {
    /// One document (`ReportFields`), indented.
    case document
    /// Sessions, then inputs, one JSON object per line.
    case lines
  }

  private let layout: Layout
  private var indent = JSONIndent()
  private var report: Report?
  private var isFirst = true

  public init(_ layout: Layout) { self.layout = layout }

  var isSessionwise: Bool { layout == .lines }

  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  /// The document's members stand in the order of their keys, so the inputs come first.
  mutating func begin(_ report: Report, into output: inout ByteBuffer) {
    guard layout == .document else { return }
    self.report = report
    var json = JSONBytes()
    json.text.append(#"{"inputs":"#)
    json.list(report.inputs) { InputFields.record.write($0, to: &$1) }
    json.text.append(",\"schema\":\"\(ReportFields.schema)\",\"sessions\":[")
    indent.append(json.text.span, to: &output)
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
    guard layout == .document else {
      var json = JSONBytes(withoutText: ())
      json.names = session.names
      swap(&json.text, &output)
      SessionFields.record.line(session, to: &json)
      swap(&json.text, &output)
      return
    }
    var json = JSONBytes()
    json.names = session.names
    if !isFirst { json.text.append(",") }
    isFirst = false
    SessionFields.record.write(session, to: &json)
    indent.append(json.text.span, to: &output)
  }

  mutating func input(_ input: InputRecord, into output: inout ByteBuffer) {
    guard layout == .lines else { return }
    var json = JSONBytes(withoutText: ())
    swap(&json.text, &output)
    InputFields.record.line(input, to: &json)
    swap(&json.text, &output)
  }

  mutating func finish(into output: inout ByteBuffer) {
    guard layout == .document, let report else { return }
    var json = JSONBytes()
    json.text.append(#"],"summary":"#)
    ReportFields.summary.write(report.summary, to: &json)
    json.text.append(#","tool":"#)
    ReportFields.tool.write(report.tool, to: &json)
    json.text.append("}")
    indent.append(json.text.span, to: &output)
    output.append("\n")
  }
}
