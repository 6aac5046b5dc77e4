import GRDB

/// The tables of the SQLite output. Version 1 of the schema: tables and columns are added, never
/// renamed or removed, within a version.
enum DatabaseSchema {
  /// `PRAGMA user_version`.
  static let version = 1
  /// `PRAGMA application_id`: "RDPy".
  static let application = 0x5244_5079

  /// The name that a column has in SQL, where a dot would need quotes.
  static func name(_ path: String) -> String { path.replacing(".", with: "_") }

  static func create(in database: Database, tool: Tool) throws {
    try database.execute(sql: "PRAGMA user_version = \(version)")
    try database.execute(sql: "PRAGMA application_id = \(application)")
    try database.execute(
      sql: """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE sessions (
          id INTEGER PRIMARY KEY, \(definitions(SessionTable.columns)));
        CREATE TABLE connections (
          id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES sessions (id),
          \(definitions(ConnectionTable.connection)));
        CREATE TABLE stories (
          id INTEGER PRIMARY KEY, \(definitions(StoryTable.columns)));
        CREATE TABLE evidence (
          id INTEGER PRIMARY KEY, session_id INTEGER NOT NULL REFERENCES sessions (id),
          \(definitions(EvidenceTable.observation)));
        CREATE TABLE frames (
          evidence_id INTEGER NOT NULL REFERENCES evidence (id),
          session_id INTEGER NOT NULL REFERENCES sessions (id),
          input TEXT, frame INTEGER, ts TEXT);
        CREATE TABLE inputs (
          id INTEGER PRIMARY KEY, \(definitions(InputTable.columns)));
        CREATE TABLE session_inputs (
          session_id INTEGER NOT NULL REFERENCES sessions (id), name TEXT NOT NULL);
        CREATE VIEW drops AS
          SELECT * FROM sessions WHERE verdict_cause NOT IN ('clean', 'undetermined');
        """)
    let entries = [
      ("schema", "rdpwhy/sqlite/\(version)"), ("session_schema", SessionFields.schema),
      ("input_schema", InputRecord.currentSchema), ("tool", tool.name),
      ("tool_version", tool.version),
    ]
    for (key, value) in entries {
      try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key, value])
    }
  }

  /// Made when all rows are in, which is quicker than keeping them in order all the time.
  static func index(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE INDEX sessions_ts ON sessions (ts);
        CREATE INDEX sessions_uid ON sessions (uid);
        CREATE INDEX sessions_community_id ON sessions (community_id);
        CREATE INDEX sessions_verdict ON sessions (verdict_cause, verdict_code);
        CREATE INDEX sessions_client ON sessions (id_orig_h, ts);
        CREATE INDEX sessions_server ON sessions (id_resp_h, ts);
        CREATE INDEX sessions_attempt_group ON sessions (attempt_group);
        CREATE INDEX connections_session ON connections (session_id);
        CREATE INDEX connections_community_id ON connections (community_id);
        CREATE INDEX connections_ts ON connections (ts);
        CREATE INDEX stories_attempt_group ON stories (attempt_group);
        CREATE INDEX stories_ts ON stories (ts);
        CREATE INDEX stories_outcome ON stories (outcome, code);
        CREATE INDEX evidence_session ON evidence (session_id);
        CREATE INDEX evidence_code ON evidence (code);
        CREATE INDEX frames_evidence ON frames (evidence_id);
        CREATE INDEX inputs_name ON inputs (name);
        CREATE INDEX session_inputs_session ON session_inputs (session_id);
        CREATE INDEX session_inputs_name ON session_inputs (name);
        """)
  }

  /// `INSERT` with a place for the leading values and for each column.
  static func insertion<Row>(
    into table: String, after leading: [String], _ columns: [Column<Row>]
  ) -> String {
    let names = leading + columns.map { name($0.name) }
    let places = names.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(places))"
  }

  private static func definitions<Row>(_ columns: [Column<Row>]) -> String {
    columns.map { "\(name($0.name)) \(type(of: $0.kind))" }.joined(separator: ", ")
  }

  private static func type(of kind: ColumnKind) -> String {
    switch kind {
    case .text, .word, .time, .address, .list: "TEXT"
    case .count, .integer, .boolean, .port: "INTEGER"
    case .real, .seconds: "REAL"
    }
  }
}
