public import RDPProtocol

/// The offline handbook: what each verdict, piece of evidence and error code means.
///
/// Nothing is built before the first question; the tables are lazy, and a report that names numbers
/// needs those of their families only.
public enum Handbook {
  /// Every page, ordered by family, then number, then code.
  public static var all: [Explanation] { HandbookIndex.shared.entries.map(\.explanation) }

  /// The page of a verdict, by its exact code (`credssp.logon_failure`).
  public static func explanation(verdict code: String) -> Explanation? {
    HandbookIndex.shared.page(code, in: .verdict)
  }

  /// The page of a piece of evidence, by its exact code (`tcp.reset_foreign_ttl`).
  public static func explanation(evidence code: String) -> Explanation? {
    HandbookIndex.shared.page(code, in: .evidence)
  }

  /// All pages that a user's words may mean, best first; empty where nothing fits.
  ///
  /// Understands codes, names with and without their prefix, numbers in hexadecimal and decimal
  /// (also negative), a word before a number that says its family (`alert 70`, `exit 131`), whole
  /// pasted messages, and mstsc's pair of error code and extended error code, which gets a page of
  /// its own in front.
  public static func lookup(_ words: [String]) -> [Explanation] {
    HandbookQuery(words).answer(from: .shared)
  }

  /// The nearest codes for a word that was not found, nearest first; at most five.
  public static func suggestions(for word: String) -> [String] {
    HandbookIndex.shared.nearestCodes(to: word, limit: 5)
  }

  /// The page of a status by which a server refuses within CredSSP: an NTSTATUS, or SSPI's own.
  public static func explanation(status: NTStatus) -> Explanation? {
    lookup([status.hexadecimal]).first { $0.family == .ntStatus || $0.family == .securityStatus }
  }
}
