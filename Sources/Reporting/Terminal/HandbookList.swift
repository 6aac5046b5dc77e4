public import Attribution

/// The codes of handbook pages with their titles, one a line.
public enum HandbookList {
  public static func text(of pages: [Explanation]) -> String {
    pages.map { "\($0.family.rawValue)\t\($0.code)\t\($0.title)\n" }.joined()
  }
}
