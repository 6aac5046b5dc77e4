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
  /// The words by first letter and length, each with its place among all.
  private let known: [Int: [(place: Int, bytes: [UInt8])]]

  init(_ vocabulary: some Sequence<String>) {
    words = Set(
      vocabulary.filter { word in
        word.utf8.count >= Self.shortest && word.allSatisfy { $0.isASCII && $0.isLetter }
      })
    // Of equally near words the one that every question has is meant.
    var known: [Int: [(place: Int, bytes: [UInt8])]] = [:]
    for (place, word) in words.sorted(by: { Self.rank($0) < Self.rank($1) }).enumerated() {
      let bytes = Array(word.utf8)
      known[Self.key(bytes[0], bytes.count), default: []].append((place, bytes))
    }
    self.known = known
  }

  private static func key(_ first: UInt8, _ length: Int) -> Int { length << 8 | Int(first) }

  private static func rank(_ word: String) -> (Int, String) {
    (SubjectFinder.common.contains(word) ? 0 : 1, word)
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
    var best: (distance: Int, place: Int, word: [UInt8])?
    for length in (typed.count - allowed)...(typed.count + allowed) {
      for (place, word) in known[Self.key(typed[0], length)] ?? [] {
        guard let distance = editDistance(typed, word, atMost: best?.distance ?? allowed),
          best.map({ (distance, place) < ($0.distance, $0.place) }) ?? true
        else { continue }
        best = (distance, place, word)
      }
    }
    return best.map { String(decoding: $0.word, as: UTF8.self) }
  }
}
