/// German words written without their dots: "koennen", "ungueltig", "Verbindungsqualitaet".
///
/// "ae", "oe" and "ue" stand for one letter only where that makes a word which a message has: "queue"
/// and "does" stay as they are.
struct UmlautSpelling: Sendable {
  private static let shortest = 5

  static let shared = UmlautSpelling(
    MessageBook.shared.patterns.flatMap(\.vocabulary)
      + SubjectEntries.all.flatMap(\.names).flatMap {
        CanonicalText.phrase($0).split(separator: " ").map(String.init)
      })

  private let known: Set<String>

  init(_ vocabulary: some Sequence<String>) {
    known = Set(vocabulary.filter { $0.utf8.count >= Self.shortest && $0.allSatisfy(\.isASCII) })
  }

  func plain(_ words: [String]) -> [String] { words.map(plain) }

  private func plain(_ word: String) -> String {
    guard word.utf8.count > Self.shortest, word.contains("e"), !known.contains(word),
      word.allSatisfy(\.isASCII)
    else { return word }
    var short: [Character] = []
    var isChanged = false
    for character in word {
      if character == "e", let last = short.last, last == "a" || last == "o" || last == "u" {
        isChanged = true
      } else {
        short.append(character)
      }
    }
    guard isChanged, short.count >= Self.shortest else { return word }
    let isKnown = (Self.shortest...short.count).contains {
      known.contains(String(short.prefix($0)))
    }
    return isKnown ? String(short) : word
  }
}
