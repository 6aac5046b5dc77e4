/// Which pages are nearest to a text of which nothing is recognised: those that say what it says,
/// where a word that few pages have weighs most.
struct PageRetrieval: Sendable {
  struct Found: Sendable {
    let page: Explanation
    let score: Double
  }

  /// Built at the first question that nothing answers.
  static let shared = PageRetrieval(HandbookIndex.shared)

  private struct Entry: Sendable {
    let position: Int
    let weight: Double
  }

  private let pages: [Explanation]
  private var entries: [String: [Entry]] = [:]

  /// How much of a page is said by its name, by the words by which it is found, and by what it means. What
  /// it advises is not read: that costs a third of the time and finds no page more.
  private static let inName = 1.0
  private static let inVocabulary = 0.8
  private static let inMeaning = 0.5
  /// What else the text says counts less than its one telling sentence.
  private static let ofOthers = 0.3
  /// A concept is said more surely than a word's beginning.
  private static let ofConcept = 1.3

  init(_ index: HandbookIndex) {
    let candidates = index.entries.filter {
      $0.isFoundByWords && Self.share(of: $0.explanation.family) > 0
    }
    pages = candidates.map(\.explanation)
    var vocabulary: [String: [String]] = [:]
    for pattern in MessageBook.shared.patterns {
      vocabulary[pattern.code, default: []] += pattern.vocabulary
    }
    var known: [String: PageTerms.Word] = [:]
    for (position, entry) in candidates.enumerated() {
      let terms = Self.terms(of: entry, vocabulary[entry.explanation.code] ?? [], known: &known)
      for (term, weight) in terms {
        entries[term, default: []].append(Entry(position: position, weight: weight))
      }
    }
  }

  /// Pages that people look for by words; numbers are looked for as numbers.
  private static func share(of family: Explanation.Family) -> Double {
    switch family {
    case .subject: 1
    case .message: 0.9
    case .verdict: 0.75
    case .disconnectReason, .extendedDisconnectReason: 0.7
    case .virtualDesktop: 0.65
    case .windowsEvent, .errorInfo: 0.6
    case .ntStatus, .securityStatus, .gateway, .win32, .winsock: 0.5
    case .evidence, .codePair, .negotiationFailure, .tlsAlert, .licensingError, .freeRDP,
      .freeRDPExit, .errno, .errnoBSD, .kerberos, .entra, .coreReason:
      0
    }
  }

  private static func terms(
    of entry: HandbookEntry, _ vocabulary: [String], known: inout [String: PageTerms.Word]
  ) -> [String: Double] {
    let page = entry.explanation
    var terms: [String: Double] = [:]
    let parts = [
      (([page.title, page.code] + entry.names).joined(separator: "\n"), inName),
      (page.meaning, inMeaning),
    ]
    for (text, weight) in parts {
      for term in PageTerms.terms(of: CanonicalText.words(Self.words(text)), known: &known) {
        terms[term] = max(weight, terms[term] ?? 0)
      }
    }
    for term in PageTerms.terms(of: vocabulary, known: &known) {
      terms[term] = max(inVocabulary, terms[term] ?? 0)
    }
    return terms
  }

  private static func words(_ text: String) -> [String] {
    let folded = CanonicalText.folded(text)
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      return folded.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
    }
    return folded.utf8.split { !isOfWord($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A letter in lower case, a digit or a hyphen.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Questions

  /// The pages nearest to the text, nearest first.
  ///
  /// - Parameter support: What else speaks for a page, by its code.
  func nearest(
    to sentences: [[String]], support: [String: Double] = [:], limit: Int
  ) -> [Found] {
    let terms = sentences.map { PageTerms.terms(of: $0) }
    var best: [Int: Double] = [:]
    var sum: [Int: Double] = [:]
    for sentence in terms {
      for (position, score) in scores(sentence) {
        best[position] = max(score, best[position] ?? 0)
        sum[position, default: 0] += score
      }
    }
    let found = pages.indices.compactMap { position -> Found? in
      let code = pages[position].code
      let own = best[position] ?? 0
      let others = (sum[position] ?? own) - own
      let score =
        (own + Self.ofOthers * min(others, own)) * Self.share(of: pages[position].family)
        + (support[code] ?? 0)
      return score > 0 ? Found(page: pages[position], score: score) : nil
    }
    return Array(
      found.sorted { ($0.score, $1.page.code) > ($1.score, $0.page.code) }.prefix(limit))
  }

  private func scores(_ terms: Set<String>) -> [Int: Double] {
    var scores: [Int: Double] = [:]
    // In the order of the terms, so that sums are the same in every run.
    for term in terms.sorted() {
      guard let held = entries[term] else { continue }
      let rarity =
        Self.rarity(held.count, of: pages.count) * (term.hasPrefix("=") ? Self.ofConcept : 1)
      for entry in held { scores[entry.position, default: 0] += rarity * entry.weight }
    }
    return scores
  }

  /// A doubling for each halving of the number of pages that have the word.
  private static func rarity(_ count: Int, of all: Int) -> Double {
    var rarity = 0.0
    var pages = count
    while pages < all {
      pages *= 2
      rarity += 1
    }
    return rarity
  }
}
