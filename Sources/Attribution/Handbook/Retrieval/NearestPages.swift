/// What a text may be about of which nothing is recognised.
struct NearestPages: Sendable {
  /// Pages whose concepts the text has: enough to name the first as the likeliest.
  let likely: [Explanation]
  /// Pages that share words with the text, the likely ones first.
  let nearest: [Explanation]

  /// What runs beside a session and has faults of its own is asked about: the clipboard.
  let isBesideSession: Bool

  /// As many as a person reads.
  static let most = 3
  /// One concept alone is a word; two that belong together are a statement.
  private static let enough = 2
  /// Below this, what a page shares with the text is chance.
  private static let leastScore = 8.0
  /// A page this much below the first is none of the nearest.
  private static let leastShare = 0.5
  /// In more words than these a single concept is not what the text is about.
  private static let shortText = 30

  init(_ text: [String], _ index: HandbookIndex) {
    let sentences = Sentences.words(in: text)
    let table = ConceptTable.shared
    let single = sentences.map { table.concepts(in: $0) }
    let wide = Sentences.windows(sentences).dropFirst(sentences.count).map {
      table.concepts(in: $0)
    }
    var ranked: [(rank: (Int, Int, Int), rule: ConceptRule)] = []
    for (position, rule) in ConceptRule.all.enumerated() {
      let isNear = single.contains(where: rule.holds)
      guard isNear || wide.contains(where: rule.holds) else { continue }
      ranked.append(((-rule.size, isNear ? 0 : 1, position), rule))
    }
    ranked.sort { $0.rank < $1.rank }
    isBesideSession = ranked.isEmpty && single.contains { $0.contains("clipboard") }
    let words = sentences.reduce(0) { $0 + $1.count }
    let telling = ranked.filter { $0.rule.size >= Self.enough || words <= Self.shortText }
    likely = Self.pages(telling.map(\.rule), index)

    let found = PageRetrieval.shared.nearest(to: sentences, limit: Self.most)
    let first = found.first?.score ?? 0
    let near = found.filter {
      $0.score >= max(Self.leastScore, first * Self.leastShare)
    }.map(\.page)
    let ruled = Self.pages(ranked.map(\.rule), index)
    nearest = Array((ruled + near.filter { !ruled.contains($0) }).prefix(Self.most))
  }

  private static func pages(_ rules: [ConceptRule], _ index: HandbookIndex) -> [Explanation] {
    var codes: [String] = []
    for rule in rules where !codes.contains(rule.code) { codes.append(rule.code) }
    return codes.prefix(most).compactMap { index.page($0) }
  }
}
