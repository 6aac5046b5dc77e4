import CaptureReader
public import Foundation

/// One table as text, made record by record, so that any number of sessions takes no more memory
/// than one.
public struct TableText: Sendable {
  public enum Form: String, Sendable {
    /// RFC 4180.
    case csv
    /// Zeek's tab-separated log.
    case zeek
  }

  public let table: RecordTable
  public let form: Form

  public init(_ table: RecordTable, as form: Form) {
    self.table = table
    self.form = form
  }

  /// The name of the table's file in a folder.
  public var fileName: String {
    switch form {
    case .csv: "\(table.rawValue).csv"
    case .zeek: "\(ZeekLog.path(of: table)).log"
    }
  }

  /// What stands before the rows.
  public var head: Data {
    switch table {
    case .sessions: head(of: SessionTable.columns)
    case .connections: head(of: ConnectionTable.columns)
    case .stories: head(of: StoryTable.columns)
    case .evidence: head(of: EvidenceTable.columns)
    case .inputs: head(of: InputTable.columns)
    }
  }

  /// The session's rows: none where the table is not about sessions.
  public func rows(of session: StoredRecord) -> Data {
    switch table {
    case .sessions: row(of: SessionTable.columns, session)
    case .connections: rows(of: ConnectionTable.columns, ConnectionRow.rows(of: session))
    case .stories: rows(of: StoryTable.columns, StoryRow.rows(of: session))
    case .evidence: rows(of: EvidenceTable.columns, EvidenceRow.rows(of: session))
    case .inputs: Data()
    }
  }

  /// The input's rows: none where the table is not about inputs.
  public func rows(ofInput input: StoredRecord) -> Data {
    table == .inputs ? row(of: InputTable.columns, input) : Data()
  }

  /// The whole table of a report.
  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    try report.write(to: self, output)
  }

  private func head<Row>(of columns: [Column<Row>]) -> Data {
    switch form {
    case .csv: CSVLine.head(columns)
    case .zeek: ZeekLog.head(columns, table: table)
    }
  }

  private func rows<Row>(of columns: [Column<Row>], _ rows: [Row]) -> Data {
    rows.reduce(into: Data()) { $0.append(row(of: columns, $1)) }
  }

  private func row<Row>(of columns: [Column<Row>], _ row: Row) -> Data {
    switch form {
    case .csv: CSVLine.line(columns.map { $0.cell(row) })
    case .zeek: ZeekLog.line(columns.map { $0.cell(row) })
    }
  }
}

extension TableText: SessionwiseSink {
  mutating func begin(_ report: Report, into output: inout ByteBuffer) {
    output.append(Array(head))
  }

  mutating func session(_ session: SessionView, into output: inout ByteBuffer) {
    if table != .inputs { output.append(Array(rows(of: session.stored()))) }
  }

  mutating func input(_ input: InputRecord, into output: inout ByteBuffer) {
    if table == .inputs { output.append(Array(rows(ofInput: InputFields.record.stored(input)))) }
  }
}
