import Foundation
import GRDB

/// The results so far, in an SQLite file: a run that was killed goes on from there.
///
/// Each series is stored in one transaction, so that at any moment its result is there whole, or not
/// at all.
public struct Checkpoint: Sendable {
  private let database: DatabaseQueue

  /// Opens the file, or makes it.
  public init(path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      // A killed process loses nothing of what the system has taken.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    do {
      database = try DatabaseQueue(path: path, configuration: configuration)
      try Self.prepare(database)
    } catch {
      throw BatchError.checkpoint("\(path): \(error)")
    }
  }

  /// Results that nobody wants to keep: SQLite's own temporary file, gone when it is closed.
  public init() throws {
    do {
      database = try DatabaseQueue(path: "")
      try Self.prepare(database)
    } catch {
      throw BatchError.checkpoint("\(error)")
    }
  }

  private static func prepare(_ database: DatabaseQueue) throws {
    try database.write { database in
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS series (
            name TEXT PRIMARY KEY NOT NULL,
            fingerprint TEXT NOT NULL,
            head BLOB NOT NULL,
            lines BLOB NOT NULL
          ) WITHOUT ROWID
          """)
    }
  }

  /// Fingerprints of the series that are done.
  func fingerprints() throws -> [String: String] {
    try database.read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT name, fingerprint FROM series")
      return Dictionary(
        rows.map { row -> (String, String) in (row["name"], row["fingerprint"]) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  func store(_ result: SeriesResult, fingerprint: String) throws {
    let head = try JSONEncoder().encode(result.head)
    try database.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO series VALUES (?, ?, ?, ?)",
        arguments: [result.head.series, fingerprint, head, result.lines])
    }
  }

  func result(of series: String) throws -> SeriesResult? {
    try database.read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT head, lines FROM series WHERE name = ?", arguments: [series])
      guard let row else { return nil }
      let head = try JSONDecoder().decode(SeriesHead.self, from: row["head"] as Data)
      return SeriesResult(head: head, lines: row["lines"])
    }
  }

  /// Forgets the series that are no part of the plan any more.
  func keepOnly(_ names: Set<String>) throws {
    let known = Set(try fingerprints().keys)
    try database.write { database in
      for name in known.subtracting(names) {
        try database.execute(sql: "DELETE FROM series WHERE name = ?", arguments: [name])
      }
    }
  }
}
