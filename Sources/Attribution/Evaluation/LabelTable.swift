import Evidence

/// Labels as people write them: a line of column names, then one session per line, with tabs
/// between the columns.
///
/// Columns: `file` and `cause`; optional `also`, `code`, `degraded`, `tuple`, `scenario`. Others are
/// left alone, and so are empty lines and lines that begin with `#`.
public struct LabelTable: Sendable {
  public var labels: [Label]

  public init(labels: [Label]) { self.labels = labels }

  public init(parsing text: String) throws(LabelError) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { (number: $0.offset + 1, text: $0.element) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) && !$0.text.hasPrefix("#") }
    guard let header = lines.first else { throw LabelError(line: 1, reason: "there is no header") }
    let columns = Self.cells(header.text)
    for name in ["file", "cause"] where !columns.contains(name) {
      throw LabelError(line: header.number, reason: "there is no column \(name)")
    }
    var labels: [Label] = []
    for line in lines.dropFirst() {
      let row = Dictionary(
        zip(columns, Self.cells(line.text)), uniquingKeysWith: { first, _ in first })
      labels.append(try Self.label(row, line: line.number))
    }
    self.labels = labels
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false)
      .map { cell in String(cell.drop(while: \.isWhitespace)).trimmingEnd() }
  }

  private static func label(
    _ row: [String: String], line: Int
  ) throws(LabelError) -> Label {
    func text(_ column: String) -> String? { row[column].flatMap { $0.isEmpty ? nil : $0 } }
    guard let file = text("file") else { throw LabelError(line: line, reason: "file is empty") }
    let cause = try Self.cause(text("cause") ?? "", line: line)
    var also: Set<Cause> = []
    for word in (text("also") ?? "").split(whereSeparator: { $0 == " " || $0 == "," }) {
      also.insert(try Self.cause(String(word), line: line))
    }
    let pattern = text("code")
    if let pattern, (try? Regex(pattern)) == nil {
      throw LabelError(line: line, reason: "code is no regular expression: \(pattern)")
    }
    var connection: Label.Connection?
    if let tuple = text("tuple") {
      connection = Label.Connection(parsing: tuple)
      guard connection != nil else {
        throw LabelError(line: line, reason: "tuple is not client:port>server:port: \(tuple)")
      }
    }
    return Label(
      file: file, scenario: text("scenario"), cause: cause, also: also, codePattern: pattern,
      isDegraded: row["degraded"].map { ["yes", "true", "1"].contains($0.lowercased()) },
      connection: connection)
  }

  private static func cause(_ word: String, line: Int) throws(LabelError) -> Cause {
    guard let cause = Cause(rawValue: word) else {
      throw LabelError(line: line, reason: "there is no cause \"\(word)\"")
    }
    return cause
  }
}

/// Why a file of labels could not be read.
public struct LabelError: Error, Hashable {
  /// Counts from 1.
  public let line: Int
  public let reason: String
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
