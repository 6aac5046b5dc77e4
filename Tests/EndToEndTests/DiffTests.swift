import Foundation
import Support
import Testing

@Suite("Diff") struct DiffTests {
  private static let fixtures = Recordings.fixtures.appending(path: "captures")

  private func withResults(_ body: (String, String, URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-diff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = folder.appending(path: "before.ndjson").path
    let after = folder.appending(path: "after.sqlite").path
    _ = try Program.run([Self.fixtures.appending(path: "clean").path, "-o", before, "-q"])
    _ = try Program.run([Self.fixtures.appending(path: "network").path, "-o", after, "-q"])
    try body(before, after, folder)
  }

  @Test(
    "NDJSON and SQLite are compared, in every form",
    arguments: ["text", "json", "markdown", "html"])
  func forms(format: String) throws {
    try withResults { before, after, _ in
      let result = try Program.run(["diff", before, after, "--format", format])
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("network"))
      switch format {
      case "json":
        #expect(result.output.contains("rdpwhy/comparison/1"))
        #expect(result.output.contains("\"change\" : \"new\""))
      case "html":
        #expect(result.output.hasPrefix("<!DOCTYPE html>"))
        #expect(!result.output.contains("<script"))
      default: #expect(result.output.contains("new"))
      }
    }
  }

  @Test("a result and itself have no change, and few sessions prove little")
  func same() throws {
    try withResults { before, _, _ in
      let result = try Program.run(["diff", before, before])
      #expect(result.output.contains("No proven change"))
      #expect(result.output.contains("only large changes"))
      #expect(result.output.contains("Both sides hold the same sessions"))
    }
  }

  @Test("stored sessions are selected as captures' are; what cannot be done is refused")
  func selection() throws {
    try withResults { before, after, _ in
      let chosen = try Program.run([
        "diff", before, after, "--since", "2000-01-01", "--server", "0.0.0.0/0", "--server", "::/0",
      ])
      let plain = try Program.run(["diff", before, after])
      #expect(chosen.status == 0, "\(chosen.errors)")
      #expect(plain.output.contains(": 2 sessions") == chosen.output.contains(": 2 sessions"))
      let network = try Program.run(["diff", after, after, "--cause", "network"])
      #expect(network.status == 0, "\(network.errors)")
      let none = try Program.run(["diff", before, after, "--cause", "protocol"])
      #expect(none.status == 2)
      #expect(none.errors.contains("is selected"))
      let one = try Program.run(["diff", before, before, "--user", "nobody.at.all"])
      #expect(one.status == 2)
      #expect(try Program.run(["diff", before, after, "--filter", "tcp"]).status == 64)
    }
  }

  @Test("captures can be compared as they are, and what is no result is refused")
  func captures() throws {
    let result = try Program.run([
      "diff", Self.fixtures.appending(path: "clean").path,
      Self.fixtures.appending(path: "tls").path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    let none = try Program.run([
      "diff", Self.fixtures.appending(path: "clean").path,
      Recordings.root.appending(path: "Package.swift").path,
    ])
    #expect(none.status == 2)
  }
}
