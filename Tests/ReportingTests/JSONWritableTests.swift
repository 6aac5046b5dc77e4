import Analysis
import CaptureReader
import Foundation
@testable import Reporting
import Support
import Testing

/// The general encoder is the witness: what records write themselves has the same fields and values.
@Suite("Records that write themselves") struct JSONWritableTests {
  @Test("are as the general encoder writes them, for sessions of every kind")
  func lab() throws {
    guard let folder = Recordings.shared("lab") else { return }
    let files = Recordings.files(in: folder, endingIn: [".pcap.gz", ".pcapng.gz"])
    for place in stride(from: 0, to: files.count, by: 5) {
      let report = Report(
        CaptureAnalyzer.analyze([.file(files[place].path)], options: AnalysisOptions()),
        tool: Tool(name: "rdpwhy", version: "0.0.0"))
      for session in report.sessions {
        #expect(try Sample.line(session) == JSONText().line(session), "\(session.uid)")
      }
      for input in report.inputs {
        #expect(try Sample.line(input) == JSONText().line(input))
      }
    }
  }

  @Test("are broken into lines as Foundation breaks them")
  func indented() throws {
    let values: [[String: [String]]] = [
      [:], ["a": []], ["a": ["x", "{[\\\"]},:"], "b": ["", "\u{1}"]],
    ]
    for value in values {
      var compact: [UInt8] = []
      try RecordEncoder().encode(value, into: &compact)
      var text = ByteBuffer()
      var indent = JSONIndent()
      indent.append(compact.rawSpan, to: &text)
      let general = JSONEncoder()
      general.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      #expect(text.text == String(decoding: try general.encode(value), as: UTF8.self))
    }
  }
}
