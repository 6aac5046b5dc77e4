/// The words of names that inputs hold: what is looked for everywhere.
public struct NameBook: Sendable {
  /// Words kept; further ones are counted.
  private static let limit = 500_000
  /// Characters of a name that are looked at.
  private static let longest = 512

  /// In lower case.
  private(set) var words: Set<String> = []
  public private(set) var wordsLeftOut = 0

  public init() {}

  public var count: Int { words.count }

  /// Takes the words of a name: of `CORP\alice`, `alice@corp.example` and `srv-01.corp.example` alike.
  public mutating func add(_ name: String?) {
    guard let name else { return }
    var word = ""
    for character in name.unicodeScalars.prefix(Self.longest) {
      if NameToken.isPart(character) {
        word.unicodeScalars.append(character)
      } else {
        take(word)
        word = ""
      }
    }
    take(word)
  }

  private mutating func take(_ word: String) {
    guard !word.isEmpty else { return }
    let lower = word.lowercased()
    guard !KnownWords.isKept(lower) else { return }
    guard words.count < Self.limit else {
      if !words.contains(lower) { wordsLeftOut += 1 }
      return
    }
    words.insert(lower)
  }

  func contains(_ lower: String) -> Bool { words.contains(lower) }

  /// Words that stand for somebody wherever they stand.
  var strong: [String] { words.filter { !KnownWords.isWeak($0) }.sorted() }
}

extension NameBook {
  /// A text, a file's name for instance, with the pseudonyms of these names.
  public func scrubbed(_ text: String, _ pseudonyms: Pseudonyms) -> String {
    TextScrubber(pseudonyms: pseudonyms, names: self).scrubbed(text)
  }
}
