/// What words of many languages mean: one name for "disconnected", "getrennt", "切断".
///
/// A concept has a line: its name, then spellings separated by `;`. A spelling is the beginning of a
/// word, or of the last of several words; `_` at its end says that the word ends there.
struct ConceptTable: Sendable {
  static let shared = ConceptTable(
    [symptoms, things, sayings, everyday, circumstances, languages].joined(separator: "\n"))

  private struct Spelling {
    /// The words after the first.
    let rest: [String]
    let endsWord: Bool
    let concept: String
    /// Letters of the first word.
    let length: Int
  }

  private var spellings: [Spelling] = []
  /// Spellings of one word by how it begins, and of several words by the first of them.
  private var starts = PrefixTree()
  private var heads: [String: [Spelling]] = [:]
  /// Spellings in scripts that put no spaces between words.
  private var unspaced = UnspacedSpellings()
  /// All names, with that of what a text says by its parts instead of a word.
  private(set) var names: Set<String> = [NearestPages.othersStay, NearestPages.fromElsewhere]

  init(_ table: String) {
    for line in table.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = String(line[..<colon])
      names.insert(name)
      for written in line[line.index(after: colon)...].split(separator: ";") {
        add(written.drop { $0 == " " }, to: name)
      }
    }
  }

  private mutating func add(_ written: Substring, to concept: String) {
    if PastedText.isUnspaced(String(written)) {
      unspaced.insert(CanonicalText.folded(String(written)).filter { $0 != " " }, concept)
      return
    }
    let endsWord = written.hasSuffix("_")
    let words = CanonicalText.phrase(String(written)).split(separator: " ").map(String.init)
    guard let first = words.first else { return }
    let spelling = Spelling(
      rest: Array(words.dropFirst()), endsWord: endsWord, concept: concept, length: first.count)
    if words.count == 1 {
      starts.insert(first, spellings.count)
      spellings.append(spelling)
    } else {
      heads[first, default: []].append(spelling)
    }
  }

  /// The concepts in a text of words in canonical spelling.
  ///
  /// - Parameter known: those of words that were looked up before.
  func concepts(in words: [String], known: [String: Set<String>] = [:]) -> Set<String> {
    var found: Set<String> = []
    for (position, word) in words.enumerated() {
      found.formUnion(known[word] ?? concepts(of: word))
      for spelling in heads[word] ?? []
      where Self.follows(spelling, in: words, after: position) { found.insert(spelling.concept) }
    }
    if words.contains(where: PastedText.isUnspaced) {
      found.formUnion(unspaced.concepts(in: words.joined()))
    }
    if Self.isInterval(words) { found.insert("interval") }
    return found
  }

  /// The concepts that a word means by itself, or as the last part of a compound: "serverzertifikat".
  func concepts(of word: String) -> Set<String> {
    let bytes = Array(word.utf8)
    var found = concepts(in: bytes[...])
    // "windows-update", "vpn-abbruch"
    if let hyphen = bytes.lastIndex(of: UInt8(ascii: "-")),
      bytes.endIndex - hyphen > Self.shortestWord
    {
      found.formUnion(concepts(in: bytes[(hyphen + 1)...]))
    }
    guard bytes.count > Self.shortestPart, bytes.count <= Self.longestCompound,
      word.allSatisfy({ $0.isLetter || $0 == "-" })
    else { return found }
    var head = 0
    for position in bytes.indices where !Self.isInside(bytes[position]) {
      if head >= Self.shortestHead {
        found.formUnion(concepts(in: bytes[position...], shortest: Self.shortestPart))
      }
      head += 1
    }
    return found
  }

  /// Shorter parts are found in words that have nothing to do with them.
  private static let shortestPart = 7
  private static let shortestWord = 4
  private static let shortestHead = 3
  private static let longestCompound = 40

  /// Whether a byte continues a character of UTF-8.
  private static func isInside(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private func concepts(in word: ArraySlice<UInt8>, shortest: Int = 1) -> Set<String> {
    var found: Set<String> = []
    starts.eachBeginning(of: word) { value, end in
      let spelling = spellings[value]
      if spelling.length >= shortest, !spelling.endsWord || end == word.endIndex {
        found.insert(spelling.concept)
      }
    }
    return found
  }

  private static func follows(_ spelling: Spelling, in words: [String], after position: Int) -> Bool
  {
    // Asked for each word of each page: no slices, and the nearest word first.
    let last = spelling.rest.count - 1
    guard last >= 0, position + 1 + last < words.count else { return false }
    var offset = 0
    while offset < last {
      guard words[position + 1 + offset] == spelling.rest[offset] else { return false }
      offset += 1
    }
    let word = words[position + 1 + last]
    return spelling.endsWord ? word == spelling.rest[last] : word.hasPrefix(spelling.rest[last])
  }

  // MARK: Intervals

  private static let every: Set<String> = [
    "every", "each", "alle", "aller", "toutes", "tous", "cada", "ogni", "elke", "om", "co",
    "каждые",
    "кожні", "kazdych", "kazde", "var", "varje", "hver", "hvert", "joka", "her", "minden", "nach",
    "after", "apres", "despues", "dopo", "apos", "depois", "na", "po", "через", "efter", "etter",
    "exactly",
  ]
  private static let times = [
    "min", "hour", "stunde", "heure", "hora", "ore", "uur", "godz", "час", "мин", "хв", "год",
    "hod",
    "tim", "tunti", "dakika", "saat", "perc", "ora", "sec", "sek",
  ]

  /// "every 20 min", "alle 15 Minuten", "after 4 - 5 hours".
  private static func isInterval(_ words: [String]) -> Bool {
    words.indices.contains { position in
      guard every.contains(words[position]) else { return false }
      let next = words[(position + 1)...].prefix(5)
      guard let number = next.firstIndex(where: { $0.first?.isNumber ?? false }),
        number - position <= 2
      else { return false }
      return words[number...].prefix(4).contains { word in
        times.contains { word.hasPrefix($0) }
          || word.first?.isNumber ?? false
            && times.contains { word.drop(while: \.isNumber).hasPrefix($0) }
      }
    }
  }
}
