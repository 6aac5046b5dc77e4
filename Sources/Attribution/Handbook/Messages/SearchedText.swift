/// Words that are looked for in a text, in the spelling of `CanonicalText`.
struct SoughtPhrase: Sendable {
  /// Latin words stand between spaces and are found where a word begins; of other scripts, some of
  /// which have no spaces, the letters are looked for.
  let isSpaced: Bool
  let bytes: [UInt8]
  let length: Int

  init(_ phrase: String) { self.init(Array(phrase.utf8)[...]) }

  init(_ phrase: ArraySlice<UInt8>) {
    if phrase.allSatisfy({ $0 < 0x80 }) {
      bytes = CanonicalText.plainPhrase(phrase)
      isSpaced = true
      length = bytes.count
      return
    }
    let canonical = CanonicalText.phrase(String(decoding: phrase, as: UTF8.self))
    isSpaced = canonical.utf8.allSatisfy { $0 < 0x80 }
    let text = isSpaced ? canonical : String(canonical.filter { !$0.isASCII })
    bytes = Array(text.utf8)
    length = isSpaced ? bytes.count : text.count * 2
  }
}

/// A text prepared for looking up many phrases: where words begin, by their first letter.
struct SearchedText: Sendable {
  /// A phrase that stands more often says no more.
  private static let mostPositions = 16

  /// How long it is, counted as phrases are: a letter of a script without spaces is as much as two.
  var length: Int { spaced.count - 1 - dense.count / 3 }

  private let spaced: [UInt8]
  private let dense: [UInt8]
  private var starts: [UInt8: [Int]] = [:]

  /// - Parameter words: The text's words in canonical spelling.
  init(_ words: [String]) {
    spaced = Array(words.joined(separator: " ").utf8) + [UInt8(ascii: " ")]
    dense = Array(words.joined().filter { !$0.isASCII }.utf8)
    var isStart = true
    for (position, byte) in spaced.enumerated() {
      if isStart { starts[byte, default: []].append(position) }
      isStart = byte == UInt8(ascii: " ")
    }
  }

  func positions(of phrase: SoughtPhrase) -> [Int] {
    guard let first = phrase.bytes.first else { return [] }
    var found: [Int] = []
    if phrase.isSpaced {
      for start in starts[first] ?? [] where Self.matches(phrase.bytes, in: spaced, at: start) {
        found.append(start)
        if found.count == Self.mostPositions { break }
      }
    } else {
      var start = 0
      while start + phrase.bytes.count <= dense.count {
        if dense[start] == first, Self.matches(phrase.bytes, in: dense, at: start) {
          found.append(start)
          break
        }
        start += 1
      }
    }
    return found
  }

  private static func matches(_ needle: [UInt8], in text: [UInt8], at start: Int) -> Bool {
    guard needle.count <= text.count - start else { return false }
    for offset in needle.indices where text[start + offset] != needle[offset] { return false }
    return true
  }
}
