import CaptureReader
import Testing

@Suite("Search in bytes") struct ByteSearchTests {
  @Test("finds text wherever it stands, and nowhere else")
  func places() {
    let bytes = Array("xaab\u{0}aaabé".utf8)
    for text in ["x", "aab", "aaab", "é", "b\u{0}a", "", "xaab\u{0}aaabé"] {
      #expect(ByteSearch.holds(text, in: bytes[...]))
    }
    for text in ["aaaa", "ba", "xaab\u{0}aaabéé", "y"] {
      #expect(!ByteSearch.holds(text, in: bytes[...]))
    }
    // Nothing outside of the slice counts.
    #expect(!ByteSearch.holds("x", in: bytes[1...]))
    #expect(!ByteSearch.holds("é", in: bytes.dropLast()))
    #expect(!ByteSearch.holds("x", in: []))
  }
}
