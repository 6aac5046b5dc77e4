/// A message by what it says: one of the words of each group must be there, near each other.
struct MessagePattern: Sendable {
  /// The code of the page.
  let code: String
  /// Whether it is a thing and what is wrong with it in anybody's words, not a program's message:
  /// counts only where the text is about Remote Desktop or short, and says nothing more certain.
  let isConcept: Bool
  /// Whether its words are those that typing errors are measured against. Words of languages that have
  /// a table of their own are not: they would be found for words of other languages.
  let repairsSpelling: Bool
  /// How far apart the groups' words may stand, in bytes: a sentence or two.
  private let reach: Int
  /// Of each group one must be there.
  let phrases: [[SoughtPhrase]]

  init(
    _ code: String, _ groups: [[String]], isConcept: Bool = false, reach: Int = 400,
    repairsSpelling: Bool = true
  ) {
    self.init(
      code, groups.map { $0.map(SoughtPhrase.init) }, isConcept: isConcept, reach: reach,
      repairsSpelling: repairsSpelling)
  }

  init(
    _ code: String, _ phrases: [[SoughtPhrase]], isConcept: Bool, reach: Int,
    repairsSpelling: Bool
  ) {
    self.code = code
    self.phrases = phrases
    self.isConcept = isConcept
    self.reach = reach
    self.repairsSpelling = repairsSpelling
  }

  /// The words of its phrases.
  var vocabulary: [String] {
    phrases.joined().filter(\.isSpaced).flatMap { phrase in
      phrase.bytes.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// How much of the text it explains: the length of the words found; nil where a group has none.
  func length(in text: SearchedText) -> Int? {
    var length = 0
    var anchors: [Int]?
    for group in phrases {
      var longest = 0
      var places: [Int] = []
      for phrase in group {
        let found = text.positions(of: phrase)
        guard !found.isEmpty else { continue }
        longest = max(longest, phrase.length)
        if phrase.isSpaced { places += found }
      }
      guard longest > 0 else { return nil }
      length += longest
      if let known = anchors, !known.isEmpty, !places.isEmpty {
        let near = places.filter { place in known.contains { abs($0 - place) <= reach } }
        guard !near.isEmpty else { return nil }
        anchors = near
      } else {
        anchors = places
      }
    }
    return length
  }
}
