import CaptureReader
import Foundation
import Support
import Testing

/// `rdpwhy anonymize` as a user runs it.
@Suite("Anonymize") struct AnonymizeTests {
  /// A folder that is gone after the test.
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-anonymize-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private static func record(_ path: String) throws -> [String: Any] {
    let result = try Program.run(["--format", "ndjson", path])
    let line = result.output.split(separator: "\n").first { $0.contains("rdpwhy/session/") }
    let object = try JSONSerialization.jsonObject(with: Data((line ?? "{}").utf8))
    return object as? [String: Any] ?? [:]
  }

  @Test(
    "captures, logs and reports get the same pseudonyms, and those of a key are always the same")
  func together() throws {
    let logs = Recordings.fixtures.appending(path: "logs")
    let inputs = ["pcap.gz", "client.log", "server.log"].map {
      logs.appending(path: "wrong-password.\($0)").path
    }
    try Self.withFolder { folder in
      let report = folder + "/report.ndjson"
      let judged = try Program.run(["--format", "ndjson", "-o", report] + inputs)
      #expect(judged.status == 0, "\(judged.errors)")
      let arguments = ["anonymize"] + inputs + [report, "--key", folder + "/my.key", "-o"]
      let first = try Program.run(arguments + [folder + "/one"])
      #expect(first.status == 0, "\(first.errors)")
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/my.key")
      #expect(mode[.posixPermissions] as? Int == 0o600)
      let second = try Program.run(arguments + [folder + "/two"])
      #expect(second.status == 0, "\(second.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/one").sorted()
      #expect(names.count == 4)
      for name in names {
        #expect(
          FileManager.default.contents(atPath: "\(folder)/one/\(name)")
            == FileManager.default.contents(atPath: "\(folder)/two/\(name)"), "\(name)")
      }
      let capture = try #require(names.first { $0.hasSuffix(".pcapng") })
      let stored = try #require(names.first { $0.hasSuffix(".ndjson") })
      let original = try Self.record(inputs[0])
      let fresh = try Self.record("\(folder)/one/\(capture)")
      let line = try String(contentsOfFile: "\(folder)/one/\(stored)", encoding: .utf8)
        .split(separator: "\n").first { $0.contains("rdpwhy/session/") }
      let kept =
        try JSONSerialization.jsonObject(with: Data((line ?? "{}").utf8)) as? [String: Any] ?? [:]
      for key in ["id.orig_h", "id.resp_h", "id.orig_p", "community_id", "ts"] {
        #expect(fresh[key] as? AnyHashable == kept[key] as? AnyHashable, "\(key)")
      }
      for key in ["id.orig_h", "id.resp_h", "community_id"] {
        #expect(fresh[key] as? String != original[key] as? String, "\(key)")
      }
      let again = try Program.run(arguments + [folder + "/one"])
      #expect(again.status == 64)
      #expect(again.errors.contains("--force"))
    }
  }

  @Test("an event log becomes XML that is read as the event log is")
  func eventLog() throws {
    let folder = Recordings.root.appending(path: "../shared/logs").standardizedFileURL
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects
      as? [URL] ?? []
    guard
      let log = files.map(\.path).filter({ $0.hasSuffix(".evtx") }).sorted().first(where: {
        (try? Program.run(["--format", "ndjson", $0]))?.output.contains("rdpwhy/session/") ?? false
      })
    else { return }
    try Self.withFolder { folder in
      let result = try Program.run(["anonymize", log, "-o", folder + "/safe"])
      #expect(result.status == 0, "\(result.errors)")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/safe").first)
      #expect(name.hasSuffix(".xml"))
      let sessions = { (path: String) throws -> Int in
        try Program.run(["--format", "ndjson", path]).output.split(separator: "\n")
          .count { $0.contains("rdpwhy/session/") }
      }
      #expect(try sessions("\(folder)/safe/\(name)") == sessions(log))
    }
  }

  /// A capture with its TLS secrets inside, as Wireshark writes it.
  private static func captureWithSecrets(_ name: String) throws -> [UInt8] {
    let folder = Recordings.fixtures.appending(path: "captures/decryption")
    let (packets, _) = try read(.file(folder.appending(path: "\(name).pcap.gz").path))
    var capture = PCAPNGBuilder()
    capture.section()
    capture.interface([PCAPNGBuilder.Option(9, [9])])
    capture.secrets([UInt8](try Data(contentsOf: folder.appending(path: "\(name).keys"))))
    for packet in packets {
      capture.packet(packet.bytes, ticks: UInt64(clamping: packet.record.time.nanoseconds))
    }
    return capture.bytes
  }

  private static func codes(_ output: String) -> [String] {
    output.split(separator: "\n").compactMap { line in
      guard line.contains("rdpwhy/session/") else { return nil }
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return (object?["verdict"] as? [String: Any])?["code"] as? String
    }
  }

  @Test(
    "a verdict that secrets opened is told in the capture, and facts keep it",
    arguments: ["account-disabled", "authorization-denied"])
  func secrets(name: String) throws {
    try Self.withFolder { folder in
      let input = folder + "/\(name).pcapng"
      try Data(try Self.captureWithSecrets(name)).write(to: URL(filePath: input))
      let original = Self.codes(try Program.run(["--format", "ndjson", input]).output)
      try #require(!original.isEmpty)
      let bare = try Program.run(["anonymize", input, "-o", folder + "/bare"])
      #expect(bare.status == 3)
      #expect(bare.errors.contains("TLS secrets opened it"))
      #expect(bare.errors.contains("--facts"))
      let written = folder + "/bare/\(name).pcapng"
      let head = String(
        decoding: try Data(contentsOf: URL(filePath: written)).prefix(1_024), as: UTF8.self)
      #expect(head.contains("judged \(original[0]) "))
      #expect(head.contains("--facts"))
      let kept = try Program.run(["anonymize", input, "--facts", "-o", folder + "/safe"])
      #expect(kept.status == 0, "\(kept.errors)")
      #expect(kept.errors.contains("rdpwhy judge \(folder)/safe/facts.ndjson"))
      let judged = try Program.run(["judge", "--format", "ndjson", folder + "/safe/facts.ndjson"])
      #expect(Self.codes(judged.output) == original)
      let facts = try String(contentsOfFile: folder + "/safe/facts.ndjson", encoding: .utf8)
      let before = try Program.run(["--format", "facts", input]).output
      // Names that only the opened log-on has.
      let names = before.matches(of: /"(?:user|workstation|dnsComputer)":"([^"]{4,})"/).map(\.1)
      #expect(!names.isEmpty)
      for name in names { #expect(!facts.localizedCaseInsensitiveContains(name), "\(name)") }
    }
  }

  @Test("a key that is none is refused, and standard input too")
  func refused() throws {
    let fixture = try #require(LabelledFixture.all.first)
    try Self.withFolder { folder in
      let key = folder + "/bad.key"
      try Data("not a key\n".utf8).write(to: URL(filePath: key))
      let bad = try Program.run(
        ["anonymize", fixture.url.path, "--key", key, "-o", folder + "/safe"])
      #expect(bad.status == 64)
      #expect(bad.errors.contains("64 hexadecimal digits"))
      #expect(try Program.run(["anonymize", "-", "-o", folder]).status == 64)
    }
  }
}
