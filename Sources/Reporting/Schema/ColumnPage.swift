/// The page of the tables' columns (Docs/columns.md), made from the tables.
public enum ColumnPage {
  static func columns(of table: RecordTable) -> [(name: String, kind: String, meaning: String)] {
    switch table {
    case .sessions: described(SessionTable.columns)
    case .connections: described(ConnectionTable.columns)
    case .stories: described(StoryTable.columns)
    case .evidence: described(EvidenceTable.columns)
    case .inputs: described(InputTable.columns)
    }
  }

  public static var text: String {
    """
    # Columns

    The columns of the tables that `--format csv`, `zeek` and `sqlite` write; how each form writes its
    values is in [outputs.md](outputs.md). In sessions, evidence and inputs a
    name is the path of the field in the JSON output ([fields.md](fields.md)); SQLite has `_` in place
    of the dots. Columns are added, never renamed or removed: read them by name.
    This page is made from the program's own tables: `rdpwhy schema --columns` prints it.
    \(RecordTable.allCases.map(section).joined())
    """
  }

  private static func described<Row>(
    _ columns: [Column<Row>]
  ) -> [(name: String, kind: String, meaning: String)] {
    columns.map { ($0.name, $0.kind.rawValue, $0.meaning) }
  }

  private static func section(_ table: RecordTable) -> String {
    let rows = columns(of: table).map { "| `\($0.name)` | \($0.kind) | \($0.meaning) |" }
    return "\n## \(table.rawValue)\n\n| column | kind | meaning |\n| --- | --- | --- |\n"
      + rows.joined(separator: "\n") + "\n"
  }
}
