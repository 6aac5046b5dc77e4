/// One value of a table, before a form of text or a database makes it its own.
enum Cell: Hashable, Sendable {
  case null
  case text(String)
  case integer(Int64)
  case real(Double)
  case boolean(Bool)
  /// RFC 3339, as the records hold it.
  case time(String)
  case list([String])

  /// Longest text of a cell, in Unicode scalars; the JSON output has it whole.
  static let textLimit = 4_096

  /// `text` with everything that a terminal, a pager or a spreadsheet would act on or hide written
  /// as `\u{…}`: on one line and of bounded length.
  static func visible(_ text: String) -> String {
    TerminalText.escape(text, limit: textLimit)
  }
}
