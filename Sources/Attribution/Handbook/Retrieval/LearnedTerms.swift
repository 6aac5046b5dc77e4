/// Which words go with which page in questions that were answered by hand.
///
/// Counts of some three thousand questions: those of `Fixtures/handbook` and real ones from public
/// threads, which are not kept here, so that the table cannot be counted anew from this project alone.
/// For each page it has the terms that its questions have more often than others have. A term is the
/// beginning of a word, a concept (`=drop`), or two concepts of one sentence (`=drop=idle`). The weight
/// is the binary logarithm of how much more often, in quarters.
struct LearnedTerms: Sendable {
  /// Read at the first question that no table answers.
  static let shared = LearnedTerms(table)

  private var weights: [String: [(page: String, weight: Double)]] = [:]

  /// - Parameter table: A page a line: its code, ` :: `, then terms with their weights.
  init(_ table: String) {
    for line in table.split(separator: "\n") {
      guard let mark = line.ranges(of: " :: ").first else { continue }
      let page = String(line[..<mark.lowerBound])
      let items = line[mark.upperBound...].split(separator: " ")
      var position = items.startIndex
      while position + 1 < items.endIndex {
        if let quarters = Double(items[position + 1]) {
          weights[String(items[position]), default: []].append((page, quarters / 4))
        }
        position += 2
      }
    }
  }

  /// How much the terms of a question speak for each page.
  func scores(of terms: [Set<String>]) -> [String: Double] {
    let all = Self.features(of: terms)
    var scores: [String: Double] = [:]
    // In the order of the terms, so that sums are the same in every run.
    for term in all.sorted() {
      for (page, weight) in weights[term] ?? [] { scores[page, default: 0] += weight }
    }
    let share = 1 / (1 + Self.lengthening * Double(all.count))
    return scores.mapValues { $0 * share }
  }

  /// In a long text each word says less.
  private static let lengthening = 0.02
  /// What is asked stands at the beginning.
  private static let mostSentences = 12
  /// A sentence of more concepts is a list.
  private static let mostConcepts = 9

  static func features(of sentences: [Set<String>]) -> Set<String> {
    var features: Set<String> = []
    for terms in sentences.prefix(mostSentences) {
      features.formUnion(terms)
      let concepts = terms.filter { $0.hasPrefix("=") }.sorted()
      guard concepts.count <= mostConcepts else { continue }
      for (position, one) in concepts.enumerated() {
        for other in concepts[(position + 1)...] { features.insert(one + other) }
      }
    }
    return features
  }
}
