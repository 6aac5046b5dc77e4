/// Spellings in scripts that put no spaces between words, found anywhere in a text.
///
/// The text's bytes are looked at once: a spelling is compared only where its first character stands.
struct UnspacedSpellings: Sendable {
  private struct Spelling {
    let bytes: [UInt8]
    let concept: String
  }

  /// Letters of these scripts have three bytes in UTF-8; so has each spelling at the least.
  private static let start = 3

  private var spellings: [UInt32: [Spelling]] = [:]

  mutating func insert(_ letters: String, _ concept: String) {
    let bytes = Array(letters.utf8)
    guard bytes.count >= Self.start else { return }
    spellings[Self.key(bytes, at: 0), default: []].append(
      Spelling(bytes: bytes, concept: concept))
  }

  func concepts(in text: String) -> Set<String> {
    var found: Set<String> = []
    let bytes = Array(text.utf8)
    guard bytes.count >= Self.start else { return found }
    for position in 0...(bytes.count - Self.start) {
      for spelling in spellings[Self.key(bytes, at: position)] ?? []
      where spelling.bytes.count <= bytes.count - position
        && bytes[position..<(position + spelling.bytes.count)].elementsEqual(spelling.bytes)
      {
        found.insert(spelling.concept)
      }
    }
    return found
  }

  private static func key(_ bytes: [UInt8], at position: Int) -> UInt32 {
    UInt32(bytes[position]) << 16 | UInt32(bytes[position + 1]) << 8 | UInt32(bytes[position + 2])
  }
}
