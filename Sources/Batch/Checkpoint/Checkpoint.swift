import Analysis
import CaptureReader
import Foundation
import GRDB
public import Reporting

/// The results so far, in an SQLite file: a run that was killed goes on from there.
///
/// Each series is stored in one transaction, so that at any moment its result is there whole, or not
/// at all. The file is locked as long as it is open: two runs at once would write the same output.
public struct Checkpoint: Sendable {
  let database: DatabaseQueue
  /// Of outlines and facts.
  let form: ObservationForm
  /// Series that are stored with the next ones.
  let waiting = WaitingSeries()

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
    form = .records
    let isOld = (FileStatus(path: path)?.size ?? 0) > 0
    do {
      database = try DatabaseQueue(path: Self.place(path), configuration: configuration)
      if isOld { try Self.check(database, path) }
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

  /// Gives a damaged checkpoint another name, so that a new one can take its place and nothing that
  /// somebody may want is lost.
  ///
  /// - Returns: the other name.
  public static func setAside(path: String) throws -> String {
    for number in 1...namesTried {
      let other = path + ".damaged" + (number == 1 ? "" : "-\(number)")
      guard FileStatus(path: other, followingLinks: false) == nil else { continue }
      do throws(FileProblem) {
        try FileSystem.move(path, to: other, replacing: false)
        for suffix in ["-wal", "-shm", "-journal"] { try FileSystem.remove(path + suffix) }
      } catch {
        throw BatchError.checkpoint("\(path): cannot be set aside (\(error))")
      }
      return other
    }
    throw BatchError.checkpoint(
      "\(path): is damaged, and \(namesTried) others were set aside before; remove them")
  }

  private static let namesTried = 9

  /// Whether a file is empty, a database, or not there.
  public static func mayStand(in path: String) -> Bool {
    guard let status = FileStatus(path: path), status.size > 0 else { return true }
    guard status.kind == .regular, let handle = try? FileHandle.reading(path) else { return false }
    let head = try? handle.read(upToCount: signature.count)
    return head.map { $0.elementsEqual(signature) } ?? false
  }

  private static let signature = Array("SQLite format 3\0".utf8)

  /// Results that nobody wants to keep: SQLite's own temporary file, gone when it is closed.
  ///
  /// - Parameter form: what is stored; facts that were read are kept as they are.
  public init(_ form: ObservationForm = .records) throws {
    self.form = form
    do {
      database = try DatabaseQueue(path: "")
      try Self.prepare(database)
    } catch {
      throw Self.failure(error, nil)
    }
  }

  /// Takes over what SQLite keeps beside the file, and unlocks it.
  public func close() throws {
    try storeWaiting()
    try reporting { try database.close() }
  }

  /// Runs a use of the file; SQLite's errors become ours, with its path.
  func reporting<Value>(_ body: () throws -> Value) throws -> Value {
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
      return BatchError.checkpointDamaged(path ?? "")
    }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: BatchError.checkpointInUse(path ?? "")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_MISMATCH:
      BatchError.checkpointDamaged(path ?? "")
    case .SQLITE_FULL: BatchError.checkpoint(place + "no space left on the device")
    case .SQLITE_READONLY, .SQLITE_PERM: BatchError.checkpoint(place + "may not be written to")
    case .SQLITE_CANTOPEN:
      BatchError.checkpoint(place + "cannot be opened: is its folder there, and writable?")
    case .SQLITE_IOERR: BatchError.checkpoint(place + "the device reports an error")
    default: BatchError.checkpoint(place + (error.message ?? "\(error.resultCode)"))
    }
  }

  /// Of the tables: a file with others is begun anew.
  private static let version = 7

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

  /// Reads the pages of a file that was there before: results that a damaged page hides would be
  /// missed by nobody.
  private static func check(_ database: DatabaseQueue, _ path: String) throws {
    let answer = try database.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    if answer != "ok" { throw BatchError.checkpointDamaged(path) }
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
}

extension BatchError {
  /// What stands there may go: it is damaged, or its name says that nothing else should be there.
  fileprivate func isReplaceable(_ path: String) -> Bool {
    switch self {
    case .checkpoint, .checkpointDamaged: true
    case .notACheckpoint: path.hasSuffix(".checkpoint")
    default: false
    }
  }
}
