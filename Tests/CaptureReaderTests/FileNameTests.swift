import CaptureReader
import Support
import Testing

/// Names that are bytes.
@Suite("File names") struct FileNameTests {
  @Test("come back from their text", arguments: UInt64(1)...200)
  func roundTrip(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces: [[UInt8]] = [
      Array("a/b".utf8), [0xE9], [0xF4, 0x8F, 0xBB, 0xA9], [0xF4, 0x8F], [0xC3, 0xA9], [0x80],
      [0xED, 0xA0, 0x80], [0xFF, 0xFE], Array("€".utf8), [0xF0, 0x9F, 0x98, 0x80], [0xF5],
    ]
    let bytes = (0..<6).flatMap { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
    let text = FileName.text(of: bytes)
    #expect(FileName.bytes(of: text) == bytes)
    #expect(Array(text.utf8) == Array(String(decoding: Array(text.utf8), as: UTF8.self).utf8))
  }

  @Test("different names have different texts")
  func different() {
    let names: [[UInt8]] = [
      [0xE9], [0xEA], [0xF4, 0x8F, 0xBB, 0xA9], [0xC3, 0xA9], Array("\u{FFFD}".utf8),
      Array("%E9".utf8),
    ]
    #expect(Set(names.map(FileName.text(of:))).count == names.count)
    #expect(FileName.percentEscaped(FileName.text(of: [0x63, 0xE9])) == "c%E9")
    #expect(FileName.text(of: [0xE9]) == "\u{10FEE9}")
    #expect(FileName.text(of: Array("café".utf8)) == "café")
  }
}
