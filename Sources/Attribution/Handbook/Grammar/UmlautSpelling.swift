/// German words written without their dots: "koennen", "ungueltig", "Verbindungsqualitaet".
///
/// "ae", "oe" and "ue" stand for one letter only where that makes a word which a message has: "queue"
/// and "does" stay as they are.
struct UmlautSpelling: Sendable {
  private static let shortest = 5

  private static let shared = UmlautSpelling(
    MessageBook.shared.patterns.flatMap(\.vocabulary)
      + SubjectEntries.all.flatMap(\.names).flatMap {
        CanonicalText.phrase($0).split(separator: " ").map(String.init)
      })

  private let known: Set<String>

  init(_ vocabulary: some Sequence<String>) {
    known = Set(vocabulary.filter { $0.utf8.count >= Self.shortest && $0.allSatisfy(\.isASCII) })
  }

  static func plain(_ words: [String]) -> [String] { words.map(plain) }

  /// Most texts have no such word: what the messages say is then not looked at.
  private static func plain(_ word: String) -> String {
    guard word.utf8.count > shortest, let short = withoutEs(word), short.utf8.count >= shortest
    else { return word }
    return shared.plain(word, short)
  }

  /// The word without each e behind a, o or u; nil where it has none, or other letters than plain ones.
  private static func withoutEs(_ word: String) -> String? {
    var short: [UInt8] = []
    for byte in word.utf8 {
      guard byte < 0x80 else { return nil }
      if byte == UInt8(ascii: "e"), let last = short.last, vowels.contains(last) { continue }
      short.append(byte)
    }
    return short.count < word.utf8.count ? String(decoding: short, as: UTF8.self) : nil
  }

  private static let vowels = ByteSet("aou")

  private func plain(_ word: String, _ short: String) -> String {
    guard !known.contains(word) else { return word }
    let isKnown = (Self.shortest...short.utf8.count).contains {
      known.contains(String(short.prefix($0)))
    }
    return isKnown ? short : word
  }
}
