/// Repairs typing errors against the words of the messages and subjects that the handbook knows.
struct SpellingRepair: Sendable {
  /// A question is short; a log is not typed by hand.
  static let mostWords = 40
  private static let shortest = 5

  /// Measured against the words of all messages and subjects.
  static let shared = SpellingRepair(
    MessageBook.shared.patterns.filter(\.repairsSpelling).flatMap(\.vocabulary)
      + SubjectEntries.all.flatMap(\.names).flatMap {
        CanonicalText.phrase($0).split(separator: " ").map(String.init)
      } + SubjectFinder.common)

  private let words: Set<String>
  /// The words by first letter and length.
  private let known: [Int: [[UInt8]]]

  init(_ vocabulary: some Sequence<String>) {
    words = Set(
      vocabulary.filter { word in
        word.utf8.count >= Self.shortest && word.utf8.allSatisfy(Self.isLetter)
      })
    var known: [Int: [[UInt8]]] = [:]
    for word in words {
      let bytes = Array(word.utf8)
      known[Self.key(bytes[0], bytes.count), default: []].append(bytes)
    }
    self.known = known
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func key(_ first: UInt8, _ length: Int) -> Int { length << 8 | Int(first) }

  /// Of equally near words the one that every question has is meant, else the first by letters.
  private static func isBefore(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    func isCommon(_ word: [UInt8]) -> Bool {
      SubjectFinder.common.contains(String(decoding: word, as: UTF8.self))
    }
    let (first, second) = (isCommon(one), isCommon(other))
    return first != second ? first : one.lexicographicallyPrecedes(other)
  }

  /// The words with those replaced that are nearly a known one; nil where nothing was.
  func repaired(_ text: [String]) -> [String]? {
    guard text.count <= Self.mostWords else { return nil }
    var isChanged = false
    let result = text.map { word in
      guard let better = nearest(word) else { return word }
      isChanged = true
      return better
    }
    return isChanged ? result : nil
  }

  private func nearest(_ word: String) -> String? {
    guard word.utf8.count >= Self.shortest, !words.contains(word),
      word.allSatisfy({ $0.isASCII && $0.isLetter }),
      // "disconnects" begins with "disconnect", and is found by it.
      !words.contains(String(word.dropLast())), !words.contains(word + "s")
    else { return nil }
    let typed = Array(word.utf8)
    let allowed = typed.count >= 8 ? 2 : 1
    var best: (distance: Int, word: [UInt8])?
    for length in (typed.count - allowed)...(typed.count + allowed) {
      for word in known[Self.key(typed[0], length)] ?? [] {
        guard let distance = editDistance(typed, word, atMost: best?.distance ?? allowed) else {
          continue
        }
        if let best, distance == best.distance, !Self.isBefore(word, best.word) { continue }
        best = (distance, word)
      }
    }
    return best.map { String(decoding: $0.word, as: UTF8.self) }
  }
}
