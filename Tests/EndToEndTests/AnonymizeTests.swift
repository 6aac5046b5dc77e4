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
