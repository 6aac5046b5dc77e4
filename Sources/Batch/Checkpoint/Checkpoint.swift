import Analysis
import CaptureReader
import Crypto
import Foundation
import GRDB
import Reporting

/// The results so far, in an SQLite file: a run that was killed goes on from there.
///
/// Each series is stored in one transaction, so that at any moment its result is there whole, or not
/// at all. The file is locked as long as it is open: two runs at once would write the same output.
public struct Checkpoint: Sendable {
  private let database: DatabaseQueue

  /// Opens the file, or makes it.
  /// - Throws: where it cannot be used, or another run uses it.
  public init(path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    configuration.prepareDatabase { database in
      // Most results take some kilobytes, and the last page of each is not full.
      try database.execute(sql: "PRAGMA page_size = 4096")
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try Self.checkOwner(of: database, path)
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      // A killed process loses nothing of what the system has taken.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    do {
      database = try DatabaseQueue(path: Self.place(path), configuration: configuration)
      try Self.prepare(database)
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// Opens the file and forgets what it has, or makes a new one in its place where it is no
  /// checkpoint; one that another run uses stays as it is.
  public static func emptied(path: String) throws -> Checkpoint {
    do {
      let checkpoint = try Checkpoint(path: path)
      try checkpoint.keepOnly([])
      return checkpoint
    } catch let error as BatchError where error.isReplaceable(path) {
      for suffix in ["", "-wal", "-shm", "-journal"] {
        try? FileSystem.remove(path + suffix)
      }
      return try Checkpoint(path: path)
    }
  }

  /// Whether a file is empty, a database, or not there.
  public static func mayStand(in path: String) -> Bool {
    guard let status = FileStatus(path: path), status.size > 0 else { return true }
    guard status.kind == .regular, let handle = try? FileHandle.reading(path) else { return false }
    let head = try? handle.read(upToCount: signature.count)
    return head.map { $0.elementsEqual(signature) } ?? false
  }

  private static let signature = Array("SQLite format 3\0".utf8)

  /// Results that nobody wants to keep: SQLite's own temporary file, gone when it is closed.
  public init() throws {
    do {
      database = try DatabaseQueue(path: "")
      try Self.prepare(database)
    } catch {
      throw Self.failure(error, nil)
    }
  }

  /// Takes over what SQLite keeps beside the file, and unlocks it.
  public func close() throws { try reporting { try database.close() } }

  private func reporting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw Self.failure(error, database.path)
    }
  }

  private static func failure(_ error: any Error, _ path: String?) -> any Error {
    if error is BatchError { return error }
    let place = path.flatMap { $0.isEmpty ? nil : $0 + ": " } ?? ""
    guard let error = error as? DatabaseError else {
      return BatchError.checkpoint(place + "holds what no run has written (--fresh begins anew)")
    }
    if error.resultCode == .SQLITE_BUSY {
      return BatchError.checkpointInUse(path ?? "")
    }
    return BatchError.checkpoint(place + (error.message ?? "\(error.resultCode)"))
  }

  /// Of the tables: a file with others is begun anew.
  private static let version = 5

  /// A path that SQLite opens, whatever the folder's name is.
  private static func place(_ path: String) -> String {
    guard !FileName.isUTF8(path), let name = path.split(separator: "/").last else { return path }
    let folder = path.dropLast(name.count + 1)
    return FileSystem.alias(ofFolder: folder.isEmpty ? "." : String(folder)).map { "\($0)/\(name)" }
      ?? path
  }

  /// Before anything is written: the file may be somebody's results.
  private static func checkOwner(of database: Database, _ path: String) throws {
    let strange = try String.fetchOne(
      database,
      sql: """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT IN ('series', 'pieces', 'runs') LIMIT 1
        """)
    if strange != nil { throw BatchError.notACheckpoint(path) }
  }

  private static func prepare(_ database: DatabaseQueue) throws {
    try database.write { database in
      if try Int.fetchOne(database, sql: "PRAGMA user_version") != version {
        try database.execute(
          sql: "DROP TABLE IF EXISTS series; DROP TABLE IF EXISTS pieces")
        try database.execute(sql: "PRAGMA user_version = \(version)")
      }
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS series (
            name TEXT PRIMARY KEY NOT NULL,
            fingerprint TEXT NOT NULL,
            head BLOB NOT NULL,
            digest BLOB NOT NULL,
            stored BLOB NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE IF NOT EXISTS pieces (
            name TEXT NOT NULL,
            part INTEGER NOT NULL,
            first INTEGER NOT NULL,
            lines INTEGER NOT NULL,
            size INTEGER NOT NULL,
            data BLOB NOT NULL,
            PRIMARY KEY (name, part, first)
          );
          CREATE TABLE IF NOT EXISTS runs (
            series INTEGER NOT NULL,
            bytes INTEGER NOT NULL
          )
          """)
    }
  }

  /// Fingerprints of the series that are done; what is no text was written by nobody here.
  func fingerprints() throws -> [String: String] {
    try reporting {
      try database.read { database in
        let rows = try Row.fetchAll(database, sql: "SELECT name, fingerprint FROM series")
        return Dictionary(
          rows.compactMap { row in
            guard let name = try? row.decode(String.self, forColumn: "name"),
              let fingerprint = try? row.decode(String.self, forColumn: "fingerprint")
            else { return nil }
            return (name, fingerprint)
          },
          uniquingKeysWith: { first, _ in first })
      }
    }
  }

  /// - Parameter fingerprint: tells later whether the result still holds.
  func store(_ series: PackedSeries, fingerprint: String) throws {
    let name = series.head.series
    let head = Data(series.head.text)
    try reporting {
      try database.write { database in
        try Self.forget(name, database)
        let digest = series.digest
        var stored = StoredDigest(name, fingerprint, head, digest)
        let insertion = try database.cachedStatement(
          sql: "INSERT INTO pieces VALUES (?, ?, ?, ?, ?, ?)")
        for part in PackedSeries.Part.allCases {
          for piece in series.pieces[part] ?? [] {
            let data = Data(piece.data)
            stored.add(part.rawValue, piece.first, piece.lines, piece.size, data)
            try insertion.execute(
              arguments: [name, part.rawValue, piece.first, piece.lines, piece.size, data])
          }
        }
        try database.cachedStatement(sql: "INSERT INTO series VALUES (?, ?, ?, ?, ?)")
          .execute(arguments: [name, fingerprint, head, digest, stored.value])
      }
    }
  }

  /// Digest of a series' lines; nil where there is no such series.
  func digest(of series: String) throws -> Data? {
    try reporting {
      try database.read { database in
        try Data.fetchOne(
          database, sql: "SELECT digest FROM series WHERE name = ?", arguments: [series])
      }
    }
  }

  /// The head of a series; nil where there is none, or what is stored is not as it was stored.
  func intactHead(of series: String) throws -> ObservationHead? {
    try reporting {
      try database.read { database -> ObservationHead? in
        let rows = try database.cachedStatement(
          sql: "SELECT fingerprint, head, digest, stored FROM series WHERE name = ?")
        guard let row = try Row.fetchOne(rows, arguments: [series]),
          let fingerprint = try? row.decode(String.self, forColumn: "fingerprint"),
          let head = try? row.decode(Data.self, forColumn: "head"),
          let digest = try? row.decode(Data.self, forColumn: "digest"),
          let expected = try? row.decode(Data.self, forColumn: "stored")
        else { return nil }
        var stored = StoredDigest(series, fingerprint, head, digest)
        let pieces = try database.cachedStatement(
          sql: """
            SELECT part, first, lines, size, data FROM pieces WHERE name = ? ORDER BY part, first
            """)
        let cursor = try Row.fetchCursor(pieces, arguments: [series])
        while let row = try cursor.next() {
          guard let part = try? row.decode(Int.self, forColumn: "part"),
            let first = try? row.decode(Int.self, forColumn: "first"),
            let lines = try? row.decode(Int.self, forColumn: "lines"),
            let size = try? row.decode(Int.self, forColumn: "size"),
            let data = try? row.decode(Data.self, forColumn: "data")
          else { return nil }
          stored.add(part, first, lines, size, data)
        }
        guard stored.value == expected else { return nil }
        return ObservationHead(line: ArraySlice(head))
      }
    }
  }

  /// Remembers what the run has to do, for those who ask how far it is.
  func begin(series: Int, bytes: Int) throws {
    try reporting {
      try database.write { database in
        try database.execute(sql: "DELETE FROM runs")
        try database.execute(sql: "INSERT INTO runs VALUES (?, ?)", arguments: [series, bytes])
      }
    }
  }

  /// What the last run has to do; nil where none has said it.
  func planned() throws -> (series: Int, bytes: Int)? {
    try reporting {
      try database.read { database in
        guard let row = try Row.fetchOne(database, sql: "SELECT series, bytes FROM runs"),
          let series = try? row.decode(Int.self, forColumn: "series"),
          let bytes = try? row.decode(Int.self, forColumn: "bytes")
        else { return nil }
        return (series, bytes)
      }
    }
  }

  /// The heads of all series, logs after captures, by name.
  func heads() throws -> [ObservationHead] {
    try reporting {
      try database.read { database in
        try Data.fetchAll(database, sql: "SELECT head FROM series")
          .compactMap { ObservationHead(line: ArraySlice($0)) }
      }
    }.sorted { $0.isBefore($1) }
  }

  /// The piece of a part that holds a line; nil where there is none.
  func piece(
    of series: String, _ part: PackedSeries.Part, holding line: Int
  ) throws -> (first: Int, lines: Int, text: [UInt8])? {
    try reporting {
      try database.read { database in
        let statement = try database.cachedStatement(
          sql: """
            SELECT first, lines, size, data FROM pieces
            WHERE name = ? AND part = ? AND first <= ? ORDER BY first DESC LIMIT 1
            """)
        guard
          let row = try Row.fetchOne(statement, arguments: [series, part.rawValue, line]),
          let first = try? row.decode(Int.self, forColumn: "first"),
          let lines = try? row.decode(Int.self, forColumn: "lines"), line - first < lines,
          let size = try? row.decode(Int.self, forColumn: "size"),
          let data = try? row.decode(Data.self, forColumn: "data")
        else { return nil }
        guard let text = CompressedBlock.bytes(of: Array(data), count: size) else {
          throw BatchError.notRecords(series: series)
        }
        return (first, lines, text)
      }
    }
  }

  /// Hands over the text of a part, holding one piece at a time.
  func forEachPiece(
    of series: String, _ part: PackedSeries.Part, _ body: ([UInt8]) throws -> Void
  ) throws {
    var next = 0
    while let piece = try piece(of: series, part, holding: next), piece.lines > 0 {
      try body(piece.text)
      next = piece.first + piece.lines
    }
  }

  /// Hands over the lines of a part, without their ends.
  func forEachLine(
    of series: String, _ part: PackedSeries.Part, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    try forEachPiece(of: series, part) { try PackedLines.forEach(in: $0, body) }
  }

  private static func forget(_ series: String, _ database: Database) throws {
    for table in ["series", "pieces"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE name = ?")
        .execute(arguments: [series])
    }
  }

  /// Forgets the series that are no part of the plan any more.
  func keepOnly(_ names: Set<String>) throws {
    let known = Set(try fingerprints().keys)
    try reporting {
      try database.write { database in
        for name in known.subtracting(names) {
          try Self.forget(name, database)
        }
      }
    }
  }
}

extension BatchError {
  /// What stands there may go: it is damaged, or its name says that nothing else should be there.
  fileprivate func isReplaceable(_ path: String) -> Bool {
    switch self {
    case .checkpoint: true
    case .notACheckpoint: path.hasSuffix(".checkpoint")
    default: false
    }
  }
}

/// Of all that is stored for a series: what was changed on disk is no result.
private struct StoredDigest {
  private var hash = SHA256()

  init(_ name: String, _ fingerprint: String, _ head: Data, _ digest: Data) {
    for part in [Data(name.utf8), Data(fingerprint.utf8), head, digest] { add(part) }
  }

  mutating func add(_ part: Int, _ first: Int, _ lines: Int, _ size: Int, _ data: Data) {
    hash.update(data: Data("\(part) \(first) \(lines) \(size) ".utf8))
    add(data)
  }

  /// Lengths stand between the parts, so that none can lend bytes to the next.
  private mutating func add(_ part: Data) {
    hash.update(data: Data("\(part.count) ".utf8))
    hash.update(data: part)
  }

  var value: Data { Data(hash.finalize()) }
}
