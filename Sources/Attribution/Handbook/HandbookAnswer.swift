/// What the handbook says to a text.
public struct HandbookAnswer: Sendable, Hashable {
  /// How sure it is that the pages are what the text is about.
  public enum Match: String, Sendable, Hashable, Codable, CaseIterable {
    /// A code, a name, a message or a subject was recognised.
    case known
    /// Nothing was; the words together mean this, most likely, or one of these two.
    case likely
    /// Nothing was recognised.
    case unknown
  }

  public var match: Match
  /// The pages, best first; none where nothing is known.
  public var pages: [Explanation]
  /// Other pages that share words with the text, nearest first: a few beside what is told, as many as a
  /// screen holds where nothing is.
  public var nearest: [Explanation]

  public init(match: Match, pages: [Explanation], nearest: [Explanation] = []) {
    self.match = match
    self.pages = pages
    self.nearest = nearest
  }

  public init(known pages: [Explanation]) { self.init(match: .known, pages: pages) }
}

extension Handbook {
  /// What is recognised in a text; of a text about Remote Desktop in which nothing is, what it may be
  /// about.
  public static func answer(to words: [String]) -> HandbookAnswer {
    HandbookQuery(words).fullAnswer(from: .shared)
  }
}
