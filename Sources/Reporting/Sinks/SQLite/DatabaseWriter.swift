import CaptureReader
import GRDB

/// Writes records into a new SQLite database, a few hundred in each transaction.
///
/// Values are bound, never part of a statement's text. The same records give the same content.
public struct DatabaseWriter {
  /// Records in one transaction.
  private static let batch = 256

  private let queue: DatabaseQueue
  private var sessions: [StoredRecord] = []
  private var inputs: [StoredRecord] = []
  private var sessionCount: Int64 = 0
  private var evidenceCount: Int64 = 0

  /// A database at `path`, where no file may lie. It is not synchronised while it is written, so it
  /// is to get its name when it is finished.
  public init(path: String, tool: Tool) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA synchronous = OFF")
      try database.execute(sql: "PRAGMA journal_mode = MEMORY")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try DatabaseSchema.create(in: $0, tool: tool) }
  }

  public mutating func write(session: StoredRecord) throws {
    sessions.append(session)
    if sessions.count >= Self.batch { try flush() }
  }

  public mutating func write(input: StoredRecord) throws {
    inputs.append(input)
    if inputs.count >= Self.batch { try flush() }
  }

  /// The whole report.
  public mutating func write(_ report: Report) throws {
    for session in report.views { try write(session: session.stored()) }
    for input in report.inputs { try write(input: InputFields.record.stored(input)) }
  }

  /// Writes what is left and the indexes, and closes the database.
  public mutating func finish() throws {
    try flush()
    try queue.write { try DatabaseSchema.index($0) }
    try queue.close()
  }

  private mutating func flush() throws {
    let (sessions, inputs) = (self.sessions, self.inputs)
    let first = (session: sessionCount, evidence: evidenceCount)
    try queue.write { database in
      var (number, evidence) = first
      for session in sessions {
        number += 1
        try Self.insert(session, number: number, evidence: &evidence, database)
      }
      for input in inputs {
        try Self.insert(
          Self.values(of: InputTable.columns, input), Self.inputInsertion, database)
      }
    }
    sessionCount += Int64(sessions.count)
    evidenceCount += Int64(sessions.reduce(0) { $0 + $1["evidence"].list.count })
    self.sessions.removeAll(keepingCapacity: true)
    self.inputs.removeAll(keepingCapacity: true)
  }

  private static func insert(
    _ session: StoredRecord, number: Int64, evidence: inout Int64, _ database: Database
  ) throws {
    try insert(
      [number.databaseValue] + values(of: SessionTable.columns, session), sessionInsertion,
      database)
    for name in session["inputs"].texts {
      try insert(
        [number.databaseValue, Cell.visible(name).databaseValue],
        "INSERT INTO session_inputs VALUES (?, ?)", database)
    }
    for row in ConnectionRow.rows(of: session) {
      try insert(
        [number.databaseValue] + values(of: ConnectionTable.connection, row), connectionInsertion,
        database)
    }
    for row in StoryRow.rows(of: session) {
      try insert(values(of: StoryTable.columns, row), storyInsertion, database)
    }
    for row in EvidenceRow.rows(of: session) {
      evidence += 1
      try insert(
        [evidence.databaseValue, number.databaseValue]
          + values(of: EvidenceTable.observation, row), evidenceInsertion, database)
      for frame in row.frames {
        let place = [frame["input"], frame["frame"], frame["ts"]].map { value(of: Cell($0, .text)) }
        try insert(
          [evidence.databaseValue, number.databaseValue] + place,
          "INSERT INTO frames VALUES (?, ?, ?, ?, ?)", database)
      }
    }
  }

  private static let sessionInsertion = DatabaseSchema.insertion(
    into: "sessions", after: ["id"], SessionTable.columns)
  private static let connectionInsertion = DatabaseSchema.insertion(
    into: "connections", after: ["session_id"], ConnectionTable.connection)
  private static let storyInsertion = DatabaseSchema.insertion(
    into: "stories", after: [], StoryTable.columns)
  private static let evidenceInsertion = DatabaseSchema.insertion(
    into: "evidence", after: ["id", "session_id"], EvidenceTable.observation)
  private static let inputInsertion = DatabaseSchema.insertion(
    into: "inputs", after: [], InputTable.columns)

  private static func insert(
    _ values: [DatabaseValue], _ sql: String, _ database: Database
  ) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }

  private static func values<Row>(of columns: [Column<Row>], _ row: Row) -> [DatabaseValue] {
    columns.map { value(of: $0.cell(row)) }
  }

  /// Text is made visible: the `sqlite3` shell prints it to the terminal as it is.
  private static func value(of cell: Cell) -> DatabaseValue {
    switch cell {
    case .null: .null
    case .text(let text), .time(let text): Cell.visible(text).databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .boolean(let value): value.databaseValue
    case .list(let items): JSONList.text(items.map(Cell.visible)).databaseValue
    }
  }
}

extension DatabaseWriter: ReportSink {
  mutating func session(_ session: SessionView, into output: inout ByteBuffer) throws {
    try write(session: session.stored())
  }

  mutating func input(_ input: InputRecord, into output: inout ByteBuffer) throws {
    try write(input: InputFields.record.stored(input))
  }

  mutating func finish(into output: inout ByteBuffer) throws { try finish() }
}
