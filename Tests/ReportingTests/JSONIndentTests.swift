import CaptureReader
import Foundation
@testable import Reporting
import Support
import Testing

@Suite("JSON in lines") struct JSONIndentTests {
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
