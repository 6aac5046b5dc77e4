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
      // Results take tens of kilobytes: fewer pages, fewer calls.
      try database.execute(sql: "PRAGMA page_size = 16384")
      try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      // A killed process loses nothing of what the system has taken.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
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
    } catch BatchError.checkpoint {
      for suffix in ["", "-wal", "-shm", "-journal"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
      return try Checkpoint(path: path)
    }
  }

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
  private static let version = 3
  /// Bytes of a series' lines in one row, of which SQLite takes a billion at most.
  static let pieceSize = 16 << 20

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
            digest BLOB NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE IF NOT EXISTS pieces (
            name TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            lines BLOB NOT NULL,
            PRIMARY KEY (name, ordinal)
          ) WITHOUT ROWID
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

  func store(_ result: SeriesResult, fingerprint: String) throws {
    let name = result.head.series
    let head = Data(result.head.text)
    try reporting {
      try database.write { database in
        try Self.forget(name, database)
        let digest = Self.digest(name, fingerprint, head, result.lines)
        try database.cachedStatement(sql: "INSERT INTO series VALUES (?, ?, ?, ?)")
          .execute(arguments: [name, fingerprint, head, digest])
        let insertion = try database.cachedStatement(sql: "INSERT INTO pieces VALUES (?, ?, ?)")
        for (ordinal, start) in stride(from: 0, to: result.lines.count, by: Self.pieceSize)
          .enumerated()
        {
          let piece = result.lines[start...].prefix(Self.pieceSize)
          try insertion.execute(arguments: [name, ordinal, Data(piece)])
        }
      }
    }
  }

  /// Of all that is stored for a series: what was changed on disk is no result.
  private static func digest(
    _ name: String, _ fingerprint: String, _ head: Data, _ lines: [UInt8]
  ) -> Data {
    var hash = SHA256()
    for part in [Data(name.utf8), Data(fingerprint.utf8), head] {
      // Lengths stand between the parts, so that none can lend bytes to the next.
      hash.update(data: Data("\(part.count) ".utf8))
      hash.update(data: part)
    }
    hash.update(data: lines)
    return Data(hash.finalize())
  }

  /// Nil where there is none, or none that is as it was stored.
  func result(of series: String) throws -> SeriesResult? {
    try reporting {
      let stored = try database.read { database -> (head: Data, lines: [UInt8])? in
        let rows = try database.cachedStatement(
          sql: "SELECT fingerprint, head, digest FROM series WHERE name = ?")
        guard let row = try Row.fetchOne(rows, arguments: [series]),
          let fingerprint = try? row.decode(String.self, forColumn: "fingerprint"),
          let head = try? row.decode(Data.self, forColumn: "head"),
          let digest = try? row.decode(Data.self, forColumn: "digest")
        else { return nil }
        let pieces = try database.cachedStatement(
          sql: "SELECT lines FROM pieces WHERE name = ? ORDER BY ordinal")
        var lines: [UInt8] = []
        let cursor = try Data.fetchCursor(pieces, arguments: [series])
        while let piece = try cursor.next() { lines += piece }
        guard Self.digest(series, fingerprint, head, lines) == digest else { return nil }
        return (head, lines)
      }
      guard let stored,
        let head = SeriesHead(line: ArraySlice(stored.head))
      else { return nil }
      return SeriesResult(head: head, lines: stored.lines)
    }
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
