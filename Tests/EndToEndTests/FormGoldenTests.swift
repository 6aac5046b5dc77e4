import Foundation
import Support
import Testing

/// Every form of output for two fixtures, compared with what was reviewed.
@Suite("Golden forms") struct FormGoldenTests {
  static let cases = ["credssp/account-locked", "network/path-outage"]
  static let forms: [(arguments: [String], ending: String)] = [
    (["--format", "text"], "txt"), (["--format", "csv"], "sessions.csv"),
    (["--format", "csv", "--table", "evidence"], "evidence.csv"),
    (["--format", "csv", "--table", "inputs"], "inputs.csv"), (["--format", "zeek"], "log"),
    (["--format", "markdown"], "md"), (["--format", "html"], "html"),
    (["--summary", "--format", "json"], "summary.json"),
  ]

  @Test("the output is the reviewed one", arguments: cases, forms.map(\.ending))
  func matchesGolden(name: String, ending: String) throws {
    let capture = Recordings.fixtures.appending(path: "captures/\(name).pcap.gz")
    let arguments = try #require(Self.forms.first { $0.ending == ending }).arguments
    let result = try Program.run(
      arguments + [capture.lastPathComponent], directory: capture.deletingLastPathComponent())
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let file = Recordings.fixtures.appending(
      path: "outputs/\(name.split(separator: "/").last ?? "").\(ending)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try result.output.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(
      Array(result.output.utf8) == Array(expected.utf8), "differs from \(file.lastPathComponent)")
  }

  @Test("a folder gets all tables, and nothing is replaced by accident")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-tables-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let capture = Recordings.fixtures.appending(path: "captures/network/path-outage.pcap.gz").path
    for (form, names) in [
      (
        "csv", ["connections.csv", "evidence.csv", "inputs.csv", "sessions.csv", "stories.csv"]
      ),
      (
        "zeek",
        [
          "rdpwhy.log", "rdpwhy_connections.log", "rdpwhy_evidence.log", "rdpwhy_inputs.log",
          "rdpwhy_stories.log",
        ]
      ),
    ] {
      let place = folder.appending(path: form)
      let arguments = ["--format", form, "--output", place.path + "/", capture]
      #expect(try Program.run(arguments).status == 0)
      let files = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
      #expect(files == names)
      #expect(try Program.run(arguments).status == 64)
      #expect(try Program.run(arguments + ["--force"]).status == 0)
      let whole = try String(contentsOf: place.appending(path: names[0]), encoding: .utf8)
      #expect(whole.split(separator: "\n").count > 1 || whole.contains("\r\n"))
    }
  }

  @Test("a database needs a file, and is whole in it")
  func database() throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-\(UUID().uuidString).sqlite")
    defer { try? FileManager.default.removeItem(at: file) }
    let capture = Recordings.fixtures.appending(path: "captures/network/path-outage.pcap.gz").path
    #expect(try Program.run(["--format", "sqlite", capture]).status == 64)
    let arguments = ["--format", "sqlite", "--output", file.path, capture]
    #expect(try Program.run(arguments).status == 0)
    let first = try Data(contentsOf: file)
    #expect(first.starts(with: Data("SQLite format 3\0".utf8)))
    #expect(try Program.run(arguments).status == 64)
    // What an earlier run left behind is no obstacle, and the same input gives the same bytes.
    try Data("left over".utf8).write(to: URL(filePath: file.path + ".partial"))
    #expect(try Program.run(arguments + ["--force"]).status == 0)
    #expect(try Data(contentsOf: file) == first)
    #expect(!FileManager.default.fileExists(atPath: file.path + ".partial"))
  }

  @Test(
    "forms that do not go together are refused",
    arguments: [
      ["--summary", "--format", "csv"], ["--table", "evidence"],
      ["--format", "csv", "--table", "sessions", "--output", "folder/"],
    ])
  func refused(arguments: [String]) throws {
    #expect(try Program.run(arguments + ["capture.pcap"]).status == 64)
  }
}
