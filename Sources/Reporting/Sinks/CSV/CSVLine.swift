import Foundation

/// Lines of comma-separated values (RFC 4180): CRLF at the end, quotes where they are needed, UTF-8.
enum CSVLine {
  static func head<Row>(_ columns: [Column<Row>]) -> Data { line(columns.map { .text($0.name) }) }

  static func line(_ cells: [Cell]) -> Data {
    Data((cells.map(field).joined(separator: ",") + "\r\n").utf8)
  }

  /// Unknown is empty; empty text is two quotes, so that the two differ.
  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .null: ""
    case .text(let text), .time(let text): quoted(inert(Cell.visible(text)))
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .boolean(let value): value ? "true" : "false"
    case .list(let items): quoted(inert(JSONList.text(items.map(Cell.visible))))
    }
  }

  /// A spreadsheet takes text that begins with one of these for a formula (OWASP, "CSV Injection");
  /// the full-width forms count in East Asian locales. Tabs and line ends are made visible before.
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠",
  ]

  /// Text that no spreadsheet evaluates.
  ///
  /// Where it could be a formula it gets an apostrophe before it, and also where it begins with an
  /// apostrophe, so that taking one away gives the text back. Where the locale's separator is a
  /// semicolon, a spreadsheet splits fields at it whatever their quotes, so one before such a
  /// character becomes `\u{3B}`. All by scalars: a sign with a mark on it is another character, but
  /// still the sign.
  private static func inert(_ text: String) -> String {
    let scalars = text.unicodeScalars
    var result = ""
    if scalars.first == "'" || startsFormula(scalars[...]) { result += "'" }
    for index in scalars.indices {
      if scalars[index] == ";", startsFormula(scalars[scalars.index(after: index)...]) {
        result += "\\u{3B}"
      } else {
        result.unicodeScalars.append(scalars[index])
      }
    }
    return result
  }

  private static func startsFormula(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let first = scalars.first { $0 != " " && $0 != "\"" && $0 != "\u{A0}" }
    return first.map(formulaStarts.contains) ?? false
  }

  private static func quoted(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = [",", "\"", ";", "'"]
    let isPlain = !text.unicodeScalars.contains(where: special.contains)
    guard !isPlain || text.isEmpty || text.first == " " || text.last == " " else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
