/// What words of many languages mean: one name for "disconnected", "getrennt", "切断".
///
/// A concept has a line: its name, then spellings separated by `;`. A spelling is the beginning of a
/// word, or of the last of several words; `_` at its end says that the word ends there.
struct ConceptTable: Sendable {
  static let shared = ConceptTable(
    [symptoms, things, sayings, everyday, circumstances, languages, wordings, phrases].joined(
      separator: "\n"))

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

  /// What goes wrong, and that something does not.
  let troubles: Set<String> = Set(
    symptoms.split(separator: "\n").compactMap { line in
      line.split(separator: ":").first.map { String($0.filter { $0 != " " }) }
    }
  ).union([
    "not", "newsession", "signedout", "worklost", "stucksession", "attack", "screenlock",
    "internalerror", "full", "onlyone", "pleasewait", "whowas", "wakekey", "asksfor", "otheruser",
    "warned",
  ])

  init(_ table: String) {
    for line in Array(table.utf8).split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      names.insert(name)
      for written in line[(colon + 1)...].split(separator: UInt8(ascii: ";")) {
        add(written.drop { $0 == Self.space }, to: name)
      }
    }
  }

  private static let space = UInt8(ascii: " ")

  private mutating func add(_ written: ArraySlice<UInt8>, to concept: String) {
    let endsWord = written.last == UInt8(ascii: "_")
    let canonical: [UInt8]
    if written.allSatisfy({ $0 < 0x80 }) {
      canonical = CanonicalText.plainPhrase(written)
    } else {
      let text = String(decoding: written, as: UTF8.self)
      if PastedText.isUnspaced(text) {
        unspaced.insert(CanonicalText.folded(text).filter { $0 != " " }, concept)
        return
      }
      canonical = Array(CanonicalText.phrase(text).utf8)
    }
    let words = canonical.split(separator: Self.space)
    guard let first = words.first else { return }
    let rest = words.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    let head = String(decoding: first, as: UTF8.self)
    let spelling = Spelling(
      rest: rest, endsWord: endsWord, concept: concept, length: head.count)
    if rest.isEmpty {
      starts.insert(first, spellings.count)
      spellings.append(spelling)
    } else {
      heads[head, default: []].append(spelling)
    }
  }

  /// The concepts in a text of words in canonical spelling.
  func concepts(in words: [String]) -> Set<String> {
    var found: Set<String> = []
    for (position, word) in words.enumerated() {
      found.formUnion(concepts(of: word))
      found.formUnion(concepts(in: words, behind: position))
    }
    found.formUnion(concepts(ofWhole: words))
    return found
  }

  /// What several words mean together, of which the one at `position` is the first.
  func concepts(in words: [String], behind position: Int) -> [String] {
    (heads[words[position]] ?? []).filter { Self.follows($0, in: words, after: position) }
      .map(\.concept)
  }

  /// Whether a word may begin a spelling of several, or an interval.
  func beginsPhrase(_ word: String) -> Bool {
    heads[word] != nil || Self.every.contains(word) || Self.takes.contains(word)
  }

  /// What is not said by single words: in scripts without spaces, and numbers of minutes.
  func concepts(ofWhole words: [String]) -> Set<String> {
    var found: Set<String> = []
    if words.contains(where: PastedText.isUnspaced) {
      found = unspaced.concepts(in: words.joined())
    }
    if Self.isTime(words, behind: Self.every) { found.insert("interval") }
    if Self.isTime(words, behind: Self.takes) { found.insert("slow") }
    if words.contains(where: Self.isAddress) { found.insert("address") }
    if namesSomebody(words, behind: Self.whenever, before: Self.comes) { found.insert("otheruser") }
    if namesSomebody(words, behind: Self.alone, before: Self.suffers) { found.insert("onlyme") }
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
      bytes.allSatisfy(Self.isPlainOfWord) || word.allSatisfy({ $0.isLetter || $0 == "-" })
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

  private static func isPlainOfWord(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "-")
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

  /// "192.168.10.77"
  static func isAddress(_ word: String) -> Bool {
    guard word.utf8.count >= 7, word.utf8.count <= 15, word.first?.isNumber ?? false else {
      return false
    }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  // MARK: People

  private static let whenever: Set<String> = [
    "when", "whenever", "once", "if", "wenn", "sobald", "quand", "lorsque", "cuando", "quando",
    "zodra", "kiedy", "gdy",
  ]
  private static let comes: Set<String> = [
    "connects", "logs", "signs", "opens", "verbindet", "anmeldet", "einloggt", "connecte",
    "conecta", "entra", "collega", "inlogt", "loguje",
  ]
  private static let alone: Set<String> = ["only", "nur", "seul", "seule", "solo", "alleen"]
  private static let suffers: Set<String> = [
    "gets", "is", "has", "loses", "drops", "fliegt", "wird", "hat", "est", "perd", "es", "pierde",
    "wordt",
  ]
  /// Words that are nobody's name.
  private static let nobody: Set<String> = [
    "i", "we", "you", "it", "they", "this", "that", "the", "a", "an", "my", "our", "your", "its",
    "one", "two", "ich", "wir", "man", "es", "das", "der", "die", "je", "on", "nous", "il", "elle",
    "le", "la", "yo", "el", "what", "which", "there", "he", "she", "and", "thing", "app", "program",
    "client", "windows", "mstsc", "rdp", "system", "connection", "problem", "reason", "message",
    "way", "log", "screen", "mouse",
  ]

  /// "whenever Karin connects", "only Janet gets dropped": a word that means nothing else stands where a
  /// person does.
  private func namesSomebody(
    _ words: [String], behind openers: Set<String>, before verbs: Set<String>
  ) -> Bool {
    words.indices.contains { position in
      guard openers.contains(words[position]), position + 2 < words.count,
        verbs.contains(words[position + 2])
      else { return false }
      let name = words[position + 1]
      return !Self.nobody.contains(name) && name.allSatisfy(\.isLetter)
        && concepts(of: name).isEmpty
    }
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

  /// "takes 3 minutes", "dauert 40 Sekunden".
  private static let takes: Set<String> = [
    "takes", "took", "take", "taking", "dauert", "braucht", "prend", "tarda", "impiega", "demora",
    "duurt", "trwa", "занимает", "длится", "trva", "tar",
  ]

  /// "every 20 min", "alle 15 Minuten", "after 4 - 5 hours".
  private static func isTime(_ words: [String], behind openers: Set<String>) -> Bool {
    words.indices.contains { position in
      guard openers.contains(words[position]) else { return false }
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
