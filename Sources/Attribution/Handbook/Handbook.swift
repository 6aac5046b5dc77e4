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
  /// Understands what people paste: codes and names with and without their prefix, numbers with the
  /// words that name their table, mstsc's pair of codes (whose page comes first), lines of logs,
  /// messages of programs in several languages, and subjects. Dates, addresses, ports and process
  /// numbers are no codes.
  public static func lookup(_ words: [String]) -> [Explanation] {
    HandbookQuery(words).answer(from: .shared)
  }

  /// The nearest pages for words that were not found, nearest first; at most five.
  public static func suggestions(for words: String) -> [String] {
    let most = 5
    // A misspelt name is a word or two; a sentence is no spelling of anything.
    let isName = words.split(separator: " ").count <= HandbookQuery.fewWords
    guard isName else { return [] }
    let spelled = HandbookIndex.shared.nearestCodes(to: words, limit: most)
    let subjects = HandbookIndex.shared.subjectsSharingWords(with: PastedText([words]))
    return Array((spelled + subjects.filter { !spelled.contains($0) }).prefix(most))
  }

  /// The page of a status by which a server refuses within CredSSP: an NTSTATUS, or SSPI's own.
  public static func explanation(status: NTStatus) -> Explanation? {
    // By its number: a report needs no messages of other programs.
    CodeNumber(status.hexadecimal)?.pages(
      from: .shared, in: [.ntStatus, .securityStatus]
    ).first
  }
}
