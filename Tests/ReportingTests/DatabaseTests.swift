import Analysis
import Evidence
import Foundation
import GRDB
import PacketDecode
import Support
import TCPStreams
import Testing

@testable import RDPProtocol
@testable import Reporting

@Suite("SQLite output") struct DatabaseTests {
  static let report = Sample.report(
    [Sample.refusal, Sample.outage, Sample.clean, Sample.undetermined],
    inputs: [Sample.input(), Sample.unreadable()])

  /// What `body` reads in the database of a report.
  static func reading<Value>(
    _ report: Report = report, _ body: (Database) throws -> Value
  ) throws -> Value {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-tests-\(UUID().uuidString).sqlite")
    defer { try? FileManager.default.removeItem(at: url) }
    var writer = try DatabaseWriter(path: url.path, tool: report.tool)
    try writer.write(report)
    try writer.finish()
    return try DatabaseQueue(path: url.path).read(body)
  }

  @Test("has a row per session, observation, frame and input, and says its version")
  func tables() throws {
    try Self.reading { (database: Database) throws in
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 1)
      let schema = "SELECT value FROM meta WHERE key = 'schema'"
      #expect(try String.fetchOne(database, sql: schema) == "rdpwhy/sqlite/1")
      for (table, count) in [
        ("sessions", 4), ("connections", 4), ("stories", 4), ("evidence", 5), ("frames", 10),
        ("inputs", 2), ("session_inputs", 4),
        ("drops", 2),
      ] {
        #expect(
          try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") == count, "\(table)")
      }
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
    }
  }

  @Test("values have their types, and unknown is NULL")
  func values() throws {
    try Self.reading { (database: Database) throws in
      let rows = try Row.fetchAll(database, sql: "SELECT * FROM sessions ORDER BY id")
      let first = try #require(rows.first)
      #expect(first["verdict_code"] == "credssp.logon_failure")
      #expect(first["id_orig_p"] == 49811)
      #expect(first["degraded"] == 0)
      #expect(first["rdp_cookie"] == "alice")
      #expect(first["rdp_error_info"] == DatabaseValue.null)
      #expect(first["ts"] == "2026-03-01T14:05:07.123456789Z")
      let alerts = "SELECT value FROM sessions, json_each(tls_alerts) WHERE sessions.id = 1"
      #expect(try String.fetchAll(database, sql: alerts) == ["server 49 access_denied"])
    }
  }

  @Test("a connection has a row for TCP and one for each UDP transport")
  func connections() throws {
    var session = Sample.outage
    let connection = try #require(session.wire).connection
    session.wire?.surroundings.udp = [
      UDPTransport(
        client: Endpoint(address: connection.client.address, port: 50_000),
        server: connection.server, tunnel: 0, kind: .rdpeudp, first: connection.first,
        last: connection.last)
    ]
    try Self.reading(Sample.report([Sample.clean, session])) { (database: Database) throws in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT c.*, s.community_id AS of_session FROM connections c
          JOIN sessions s ON s.id = c.session_id ORDER BY c.id
          """)
      #expect(rows.map { $0["proto"] as String } == ["tcp", "tcp", "udp"])
      #expect(rows.map { $0["session_id"] as Int } == [1, 2, 2])
      #expect(rows.map { $0["ordinal"] as Int } == [1, 1, 2])
      #expect(rows[1]["community_id"] as String == rows[1]["of_session"])
      #expect(rows[2]["community_id"] as String != rows[2]["of_session"])
      #expect(rows[2]["id_orig_p"] == 50_000)
      #expect(rows[2]["kind"] == "rdpeudp")
    }
  }

  @Test("a session that stands alone is a story too")
  func stories() throws {
    try Self.reading { (database: Database) throws in
      let sql = "SELECT outcome || ' ' || code FROM stories ORDER BY id"
      #expect(
        try String.fetchAll(database, sql: sql) == [
          "failed credssp.logon_failure", "lost network.path_outage",
          "worked clean.client_closed", "unknown undetermined.capture_ends",
        ])
    }
  }

  @Test("text cannot become SQL")
  func injection() throws {
    var session = Sample.refusal
    session.wire?.trace.request?.value.cookie = "'); DROP TABLE sessions; --"
    try Self.reading(Sample.report([session])) { (database: Database) throws in
      let cookie = try String.fetchOne(database, sql: "SELECT rdp_cookie FROM sessions")
      #expect(cookie == "'); DROP TABLE sessions; --")
    }
  }

  @Test("many sessions take several transactions and come out in order")
  func many() throws {
    let sessions = Array(repeating: Sample.refusal, count: 700)
    try Self.reading(Sample.report(sessions)) { (database: Database) throws in
      let ids = try Int.fetchAll(database, sql: "SELECT id FROM sessions ORDER BY rowid")
      #expect(ids == Array(1...700))
      let orphans = """
        SELECT count(*) FROM evidence e JOIN sessions s ON s.id = e.session_id
        WHERE e.id BETWEEN (s.id - 1) * 4 + 1 AND s.id * 4
        """
      #expect(try Int.fetchOne(database, sql: orphans) == 2800)
    }
  }

  @Test("the queries in Docs run")
  func documentedQueries() throws {
    let file = Recordings.root.appending(path: "Docs/outputs.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let queries = text.split(separator: "```sql\n").dropFirst().compactMap {
      $0.split(separator: "\n```").first.map(String.init)
    }
    #expect(queries.count >= 5)
    try Self.reading { (database: Database) throws in
      for query in queries {
        let rows = try Row.fetchAll(database, sql: query)
        #expect(!rows.isEmpty, "\(query)")
      }
    }
  }
}
