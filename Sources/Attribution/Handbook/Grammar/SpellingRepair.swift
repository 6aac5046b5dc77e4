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
  private let bytes: [[UInt8]]

  init(_ vocabulary: some Sequence<String>) {
    words = Set(
      vocabulary.filter { word in
        word.utf8.count >= Self.shortest && word.allSatisfy { $0.isASCII && $0.isLetter }
      })
    // Of equally near words the one that every question has is meant.
    bytes = words.sorted { Self.rank($0) < Self.rank($1) }.map { Array($0.utf8) }
  }

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
    var best: (distance: Int, word: [UInt8])?
    for known in bytes where known.first == typed.first && abs(known.count - typed.count) <= allowed
    {
      guard
        let distance = editDistance(typed, known, atMost: best.map { $0.distance - 1 } ?? allowed)
      else { continue }
      best = (distance, known)
      if distance == 1 { break }
    }
    return best.map { String(decoding: $0.word, as: UTF8.self) }
  }
}
