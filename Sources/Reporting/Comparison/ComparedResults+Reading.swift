import Evidence
public import Foundation
import GRDB
import RDPProtocol

/// Why a stored result cannot be compared.
public enum ComparisonError: Error, Hashable, CustomStringConvertible {
  case noSessions(String)
  /// There are sessions, and the user's selection leaves all of them out.
  case noneSelected(String, of: Int)
  case database(String, reason: String)
  case line(String, longerThan: Int)

  public var description: String {
    switch self {
    case .noSessions(let name): "\(name): holds no sessions of rdpwhy"
    case .noneSelected(let name, let count): "\(name): none of its \(count) sessions is selected"
    case .database(let name, let reason): "\(name): is no result of rdpwhy (\(reason))"
    case .line(let name, let limit): "\(name): has a line of more than \(limit >> 20) MiB"
    }
  }
}

extension ComparedResults {
  /// A form in which results are stored.
  public enum Form: Sendable {
    case ndjson, sqlite
  }

  /// Bytes of one line: far more than any record has.
  private static let lineLimit = 64 << 20

  /// What a file is by its first bytes; nil where it is no stored result.
  public static func form(ofHead head: Data) -> Form? {
    if head.starts(with: Data("SQLite format 3\u{0}".utf8)) { return .sqlite }
    guard head.first == UInt8(ascii: "{") else { return nil }
    return head.range(of: Data("\"rdpwhy/".utf8)) != nil || head.count >= Self.headLimit
      ? .ndjson : nil
  }

  /// Bytes that a head has where the file is longer.
  public static let headLimit = 4_096

  /// Reads the sessions of a file of NDJSON; other records are passed over.
  ///
  /// - Parameter next: the file's next piece, nil at its end.
  public mutating func addLines(next: () throws -> Data?) throws {
    var buffer: [UInt8] = []
    var found = 0
    func take(_ line: ArraySlice<UInt8>) {
      guard line.contains(Self.sessionMark) else { return }
      found += 1
      do throws(RecordError) {
        add(selecting: try StoredRecord.session(line))
      } catch {
        rejected += 1
      }
    }
    while let piece = try next() {
      buffer += piece
      guard buffer.count <= Self.lineLimit else {
        throw ComparisonError.line(name, longerThan: Self.lineLimit)
      }
      guard let last = buffer.lastIndex(of: 0x0A) else { continue }
      for line in buffer[...last].split(separator: 0x0A) { take(line) }
      buffer.removeFirst(last + 1)
    }
    take(buffer[...])
    if found == 0 { throw ComparisonError.noSessions(name) }
    try checkSelection()
  }

  private func checkSelection() throws {
    if sessions == 0, leftOut > 0 { throw ComparisonError.noneSelected(name, of: leftOut) }
  }

  private static let sessionMark = Array("\"rdpwhy/session/1\"".utf8)

  /// Reads the sessions of a database of `--format sqlite`.
  public mutating func addDatabase(at path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let database = try DatabaseQueue(path: path, configuration: configuration)
      var sessions: [Session] = []
      try database.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT verdict_cause, verdict_code, phase, degraded, id_resp_h, id_orig_h, ts, uid,
              duration_s, credssp_decrypted_user, rdp_cookie
            FROM sessions
            """)
        while let row = try rows.next() {
          let isSelected = selects { field in
            let column =
              field == "user" ? "credssp_decrypted_user" : field.replacing(".", with: "_")
            let value: DatabaseValue? = row[column]
            return value.map { RecordValue($0) } ?? .null
          }
          guard isSelected else { continue }
          let code: String = row["verdict_code"] ?? ""
          let phase: String = row["phase"] ?? ""
          sessions.append(
            Session(
              cause: row["verdict_cause"] ?? "", code: code,
              fate: SessionFate(code: VerdictCode(code), phase: Phase(rawValue: phase) ?? .tcp),
              isDegraded: row["degraded"] ?? false, server: row["id_resp_h"] ?? "unknown",
              clientNetwork: SessionEnd.network(of: row["id_orig_h"] ?? "unknown"),
              start: row["ts"] ?? "", uid: row["uid"] ?? ""))
        }
      }
      for session in sessions { add(session) }
    } catch let error as DatabaseError {
      throw ComparisonError.database(name, reason: error.message ?? "no database")
    }
    try checkSelection()
    if sessions == 0 { throw ComparisonError.noSessions(name) }
  }
}

extension RecordValue {
  /// What a database has of a field.
  fileprivate init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .string(let text): .text(text)
      case .int64(let number): .real(Double(number))
      case .double(let number): .real(number)
      case .null, .blob: .null
      }
  }
}
