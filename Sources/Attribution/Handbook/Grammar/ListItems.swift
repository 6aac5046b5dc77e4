/// A list of complaints, of which some are about what runs beside a session: a printer, sound, a mail
/// program. What is asked is told by the others.
enum ListItems {
  /// The text without the items of its list that name other things; nil where none does, or where
  /// nothing but these is left.
  static func withoutOthers(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    let lines = text.split(whereSeparator: \.isNewline)
    let items = lines.filter(isItem)
    guard items.count >= 2 else { return nil }
    let others = items.filter(isOfOthers)
    guard !others.isEmpty, others.count < items.count else { return nil }
    return lines.filter { !others.contains($0) }.joined(separator: "\n")
  }

  /// A log is no list.
  private static let longest = 2_048

  /// "1. …", "2) …", "- …", "user B: …"
  private static func isItem(_ line: Substring) -> Bool {
    let text = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    guard let first = text.first else { return false }
    if "-*•–".contains(first) { return text.dropFirst().first == " " }
    if first.isNumber {
      let rest = text.drop(while: \.isNumber)
      return text.count - rest.count <= 2 && (rest.first == "." || rest.first == ")")
        && rest.dropFirst().first == " "
    }
    let words = text.split(separator: " ", maxSplits: 2)
    return words.count == 3 && people.contains(words[0].lowercased())
      && text.prefix(longestHead).contains(":")
  }

  private static let longestHead = 32
  private static let people: Set<String> = [
    "user", "benutzer", "utilisateur", "usuario", "client", "customer", "kunde", "host",
  ]

  private static func isOfOthers(_ line: Substring) -> Bool {
    let words = PastedText([String(line)]).words
    return words.contains(where: HandbookQuery.beside.contains)
      || Surroundings(words: words, text: SearchedText(words)).isForeign
  }
}
