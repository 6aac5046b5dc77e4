import Foundation
import Support
import Testing

/// The same options choose sessions for every command.
@Suite("Selection of sessions") struct SelectionTests {
  private static var folder: String { Recordings.fixtures.appending(path: "captures/network").path }

  private func sessions(_ arguments: [String]) throws -> (count: Int, errors: String) {
    let result = try Program.run(["--format", "ndjson", Self.folder] + arguments)
    #expect(result.status == 0 || result.status == 3, "\(result.errors)")
    let lines = result.output.split(separator: "\n").filter { $0.contains("rdpwhy/session/1") }
    return (lines.count, result.errors)
  }

  @Test("what is left out is said, in the inputs' notes and on standard error")
  func leftOut() throws {
    let all = try sessions([])
    let some = try sessions(["--cause", "clean"])
    #expect(all.count > 3)
    #expect(some.count < all.count)
    #expect(some.errors.contains("not selected (--cause)"))
    let record = try Program.run(["--format", "ndjson", Self.folder, "--cause", "clean"])
    #expect(record.output.contains("sessions_left_out"))
  }

  @Test("times, networks, users and uids choose")
  func choices() throws {
    let all = try sessions([]).count
    #expect(try sessions(["--since", "1990-01-01", "--until", "2100-01-01T00:00Z"]).count == all)
    #expect(try sessions(["--until", "1990-01-01T12:00:00.5+01:00"]).count == 0)
    #expect(try sessions(["--client", "0.0.0.0/0", "--client", "::/0"]).count == all)
    #expect(try sessions(["--client", "255.255.255.255"]).count == 0)
    #expect(try sessions(["--server", "0.0.0.0/0", "--server", "::/0"]).count == all)
    #expect(try sessions(["--user", "nobody-of-this-name"]).count == 0)
    #expect(try sessions(["--session", "R0"]).count == 0)
    let line = try Program.run(["--format", "csv", Self.folder]).output
    let uid = try #require(line.firstMatch(of: /R[0-9a-z]{13}/)).output
    #expect(try sessions(["--session", String(uid)]).count == 1)
  }

  @Test("a filter leaves packets out as if they had not been captured")
  func filter() throws {
    let none = try sessions(["--filter", "port 1"])
    #expect(none.count == 0)
    #expect(none.errors.contains("do not pass --filter"))
    let all = try sessions([]).count
    #expect(try sessions(["--filter", "ip or ip6 or arp or vlan or icmp or icmp6"]).count == all)
  }

  @Test(
    "what cannot be meant is refused",
    arguments: [
      ["--since", "yesterday"], ["--since", "2026-13-01"], ["--since", "2026-03-01T25:00"],
      ["--client", "10.0.0.0/33"], ["--client", "host"], ["--cause", "bad"],
      ["--filter", "port ("], ["--since", "2026-03-02", "--until", "2026-03-01"],
    ])
  func refused(arguments: [String]) throws {
    #expect(try Program.run([Self.folder] + arguments).status == 64)
  }

  @Test("a batch and its summary show what is selected, and its checkpoint knows the selection")
  func batch() throws {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-selection-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let output = scratch.appending(path: "out.ndjson").path
    func run(_ arguments: [String]) throws -> Int {
      let result = try Program.run(["batch", Self.folder, "-o", output, "-q"] + arguments)
      #expect(result.status == 0 || result.status == 3, "\(result.errors)")
      let text = try String(contentsOfFile: output, encoding: .utf8)
      return text.split(separator: "\n").count { $0.contains("rdpwhy/session/1") }
    }
    let all = try run([])
    let some = try run(["--cause", "network"])
    #expect(some <= all)
    #expect(try run(["--cause", "clean"]) < all)
    #expect(try run([]) == all)
    let summary = try Program.run(
      ["batch", Self.folder, "--summary", "--format", "json", "-q", "--session", "R0"])
    #expect(summary.output.contains("\"sessions\" : 0"))
  }
}
