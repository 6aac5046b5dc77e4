import Foundation
import Support
import Testing

/// Each option of selection gives the same sessions in each command.
@Suite("Selection in every command") struct SelectionTableTests {
  /// What is known of a session from a run over everything.
  struct Known {
    var uid: String
    var start: String
    var end: Double
    var client: String
    var server: String
    var cookie: String?
    var cause: String
  }

  /// An option and the sessions that it means.
  struct Choice: Sendable, CustomTestStringConvertible {
    var options: [String]
    var includes: @Sendable (Known) -> Bool
    var testDescription: String { options.joined(separator: " ") }
  }

  static let choices: [Choice] = [
    Choice(options: ["--since", "2026-11-22T09:30:00"]) { $0.end >= 1_795_339_800 },
    Choice(options: ["--until", "2026-11-22T09:29:40Z"]) {
      $0.start <= "2026-11-22T09:29:40.000000000Z"
    },
    Choice(options: ["--since", "2026-11-22T10:29:00+01:00", "--until", "2026-11-22T09:31:50"]) {
      $0.end >= 1_795_339_740 && $0.start <= "2026-11-22T09:31:50.000000000Z"
    },
    Choice(options: ["--client", "10.136.0.0/16", "--client", "fd00:dd::/32"]) {
      $0.client.hasPrefix("10.136.") || $0.client.hasPrefix("fd00:dd:")
    },
    Choice(options: ["--server", "192.168.162.0/24"]) { $0.server.hasPrefix("192.168.162.") },
    Choice(options: ["--user", "CORP\\JDoe"]) { $0.cookie == "jdoe" },
    Choice(options: ["--cause", "network,clean"]) { ["network", "clean"].contains($0.cause) },
    Choice(options: ["--cause", "credssp", "--client", "10.194.59.42"]) {
      $0.cause == "credssp" && $0.client == "10.194.59.42"
    },
  ]

  private static let captures = [
    "clean/closed-by-user", "credssp/account-locked", "credssp/wrong-password-lossy",
    "network/host-unreachable", "network/reset-injected",
  ].map { Recordings.fixtures.appending(path: "captures/\($0).pcap.gz").path }

  /// The sessions of NDJSON.
  private static func known(_ output: String) -> [Known] {
    output.split(separator: "\n").compactMap { line in
      guard
        let record = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        record["schema"] as? String == "rdpwhy/session/1",
        let uid = record["uid"] as? String, let start = record["ts"] as? String,
        let seconds = try? Date(
          String(start.prefix(19)) + "Z", strategy: .iso8601
        ).timeIntervalSince1970
      else { return nil }
      let verdict = record["verdict"] as? [String: Any]
      let rdp = record["rdp"] as? [String: Any]
      return Known(
        uid: uid, start: start, end: seconds + (record["duration_s"] as? Double ?? 0),
        client: record["id.orig_h"] as? String ?? "", server: record["id.resp_h"] as? String ?? "",
        cookie: rdp?["cookie"] as? String, cause: verdict?["cause"] as? String ?? "")
    }
  }

  private static func uids(_ output: String) -> Set<String> { Set(known(output).map(\.uid)) }

  /// What all commands are tried on: facts of the captures, and all that is known of their sessions.
  private final class Ground: Sendable {
    let folder: URL
    let known: [Known]
    /// Of a batch, and of one analysis.
    var parts: String { folder.appending(path: "all.facts").path }
    var facts: String { folder.appending(path: "facts.ndjson").path }

    init() throws {
      folder = FileManager.default.temporaryDirectory
        .appending(path: "rdpwhy-selections-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      known = SelectionTableTests.known(
        try Program.run(["--format", "ndjson"] + SelectionTableTests.captures).output)
      let written = try Program.run(
        ["batch", "--format", "facts", "-q", "-o", folder.appending(path: "all.facts").path]
          + SelectionTableTests.captures)
      let stored = try Program.run(
        ["--format", "facts", "-o", folder.appending(path: "facts.ndjson").path]
          + SelectionTableTests.captures)
      guard written.status == 0, stored.status == 0 else { throw CocoaError(.fileReadUnknown) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
  }

  @Test("each command shows the sessions that an option means, and no others")
  func table() throws {
    let ground = try Ground()
    #expect(ground.known.count == 7)
    for choice in Self.choices {
      let expected = Set(ground.known.filter(choice.includes).map(\.uid))
      #expect(!expected.isEmpty && expected.count < ground.known.count, "\(choice.options)")
      let commands: [(name: String, arguments: [String])] = [
        ("analyze", ["--format", "ndjson"] + Self.captures),
        ("batch", ["batch", "-q"] + Self.captures),
        ("merge", ["batch", "merge", "-q", "--format", "ndjson", ground.parts]),
        ("reduce", ["reduce", "--format", "ndjson", ground.parts]),
        ("judge", ["judge", "--format", "ndjson", ground.facts]),
      ]
      for command in commands {
        let result = try Program.run(command.arguments + choice.options)
        #expect(result.status == 0, "\(command.name) \(choice.options) \(result.errors)")
        #expect(Self.uids(result.output) == expected, "\(command.name) \(choice.options)")
      }
      for arguments in [
        ["--summary", "--format", "json"] + Self.captures,
        ["batch", "merge", "-q", "--summary", "--format", "json", ground.parts],
      ] {
        let result = try Program.run(arguments + choice.options)
        let count = result.output.firstMatch(of: /\n  "sessions" : ([0-9]+)/).map { String($0.1) }
        #expect(count == "\(expected.count)", "\(arguments[0]) \(choice.options)")
      }
    }
  }

  @Test("carve makes a capture of each session that an option means")
  func carve() throws {
    let ground = try Ground()
    for choice in [Self.choices[0], Self.choices[3], Self.choices[5], Self.choices[6]] {
      let folder = ground.folder.appending(path: UUID().uuidString).path
      let result = try Program.run(["carve", "-o", folder] + Self.captures + choice.options)
      #expect(result.status == 0, "\(choice.options) \(result.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let expected = Set(ground.known.filter(choice.includes).map(\.uid))
      #expect(Set(names.map { String($0.prefix { $0 != "." }) }) == expected, "\(choice.options)")
    }
  }

  @Test("a filter leaves packets out where there are any, and is refused where there are none")
  func filter() throws {
    let ground = try Ground()
    let options = ["--filter", "host 10.194.59.42"]
    let expected = Set(ground.known.filter { $0.client == "10.194.59.42" }.map(\.uid))
    for arguments in [["--format", "ndjson"], ["batch", "-q"]] {
      let result = try Program.run(arguments + Self.captures + options)
      #expect(Self.uids(result.output) == expected, "\(arguments)")
    }
    let folder = ground.folder.appending(path: "carved").path
    _ = try Program.run(["carve", "-o", folder] + Self.captures + options)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names.map { String($0.prefix { $0 != "." }) }) == expected)
    for command in [
      ["batch", "merge", ground.parts], ["reduce", ground.parts], ["judge", ground.facts],
    ] {
      let result = try Program.run(command + options)
      #expect(result.status == 64, "\(command)")
      #expect(result.errors.contains("--filter needs packets"), "\(command)")
    }
  }
}
