import Foundation
import Support
import Testing

/// The forms of a batch's results: however the work was shared, the same bytes.
@Suite("Batch forms") struct BatchFormTests {
  private static let inputs = ["captures", "archives", "malformed"].map {
    Recordings.fixtures.appending(path: $0).path
  }

  static let forms: [[String]] = [
    ["--format", "csv"], ["--format", "csv", "--table", "evidence"],
    ["--format", "csv", "--table", "connections"], ["--format", "csv", "--table", "stories"],
    ["--format", "csv", "--table", "inputs"], ["--format", "zeek"],
    ["--format", "zeek", "--table", "stories"], ["--summary"],
    ["--summary", "--format", "json"], ["--summary", "--format", "markdown"],
  ]

  /// One analysis of all, and the same as three shards, for all tests.
  private final class Runs {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-forms-\(UUID().uuidString)")
    let parts = ["part-1", "part-2", "part-3"]

    init() throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let plan = try Program.run(["batch", "plan", "-o", "plan"] + inputs, directory: folder)
      #expect(plan.status == 0)
      for (index, part) in parts.enumerated() {
        let run = try Program.run(
          [
            "batch", "run", "--manifest", "plan", "--shard", "\(index + 1)/3", "-o", part,
            "--quiet",
          ], directory: folder)
        #expect(run.status == 3, "\(run.errors)")
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// With a checkpoint, so that only the first run has to analyse.
    func whole(_ arguments: [String]) throws -> Program.Result {
      try Program.run(
        ["batch", "--checkpoint", "checkpoint", "--quiet", "--force"] + arguments + inputs,
        directory: folder)
    }

    func merged(_ arguments: [String]) throws -> Program.Result {
      try Program.run(
        ["batch", "merge", "--quiet", "--force"] + arguments + parts.reversed(),
        directory: folder)
    }

    func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }
  }

  @Test("shards merged are one run, in every form", .timeLimit(.minutes(60)))
  func merge() throws {
    let runs = try Runs()
    for form in Self.forms {
      let whole = try runs.whole(form)
      #expect(whole.status == 3, "\(form) \(whole.errors)")
      #expect(whole.output.utf8.count > 400, "\(form)")
      let merged = try runs.merged(form)
      #expect(merged.output == whole.output, "\(form)")
      #expect(merged.status == whole.status)
    }
    // The same rows in the same order make the same file.
    #expect(try runs.whole(["--format", "sqlite", "-o", "whole.sqlite"]).status == 3)
    #expect(try runs.merged(["--format", "sqlite", "-o", "merged.sqlite"]).status == 3)
    let database = try runs.data("whole.sqlite")
    #expect(try runs.data("merged.sqlite") == database)
    #expect(database.starts(with: Data("SQLite format 3\0".utf8)))
    // A summary beside the results is that of the results, and parts of merges are no different.
    #expect(
      try runs.whole(["-o", "all", "--summary-output", "all.json"]).status == 3)
    #expect(
      try runs.data("all.json")
        == Data(try runs.merged(["--summary", "--format", "json"]).output.utf8))
    let once = try Program.run(
      ["batch", "merge", "--format", "csv", "all"], directory: runs.folder)
    #expect(once.output == (try runs.merged(["--format", "csv"]).output))
  }

  @Test("a folder gets all tables, each as it is alone", .timeLimit(.minutes(60)))
  func folder() throws {
    let runs = try Runs()
    #expect(try runs.merged(["--format", "csv", "-o", "tables/"]).status == 3)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: runs.folder.appending(path: "tables").path)
    #expect(
      Set(names) == [
        "sessions.csv", "connections.csv", "stories.csv", "evidence.csv", "inputs.csv",
      ])
    for name in names {
      let table = String(name.dropLast(4))
      let alone = try runs.merged(["--format", "csv", "--table", table])
      #expect(try runs.data("tables/\(name)") == Data(alone.output.utf8), "\(name)")
    }
    let again = try Program.run(
      ["batch", "merge", "--format", "csv", "-o", "tables/"] + runs.parts, directory: runs.folder)
    #expect(again.status == 64)
  }

  @Test(
    "one capture is the same to analyze and to batch",
    arguments: [
      ["--format", "csv"], ["--format", "zeek", "--table", "evidence"],
      ["--summary", "--format", "json"], ["--summary", "--format", "text"],
    ])
  func analyze(form: [String]) throws {
    let capture = Recordings.fixtures.appending(path: "captures/network/path-outage.pcap.gz").path
    let alone = try Program.run(form + [capture])
    let batch = try Program.run(["batch", "--quiet", capture] + form)
    #expect(batch.output == alone.output)
    #expect(batch.status == alone.status)
  }

  @Test(
    "what does not go together is wrong usage",
    arguments: [
      ["--format", "csv", "--summary"], ["--format", "json"], ["--format", "markdown"],
      ["--format", "sqlite"], ["--table", "evidence"], ["--format", "sqlite", "--summary"],
      ["--output", "/nonexistent/folder/out.ndjson"],
      ["--output", "same", "--summary-output", "same"],
    ])
  func refused(arguments: [String]) throws {
    let result = try Program.run(["batch", "capture.pcap"] + arguments)
    #expect(result.status == 64, "\(result.errors)")
  }

  @Test("a shard is no place for other forms than those that merge")
  func shard() throws {
    let capture = Recordings.fixtures.appending(path: "captures/network/path-outage.pcap.gz").path
    for form in [["--format", "csv"], ["--summary"]] {
      let result = try Program.run(["batch", "run", capture, "--shard", "1/2"] + form)
      #expect(result.status == 64)
      #expect(result.errors.contains("merge"))
      #expect(try Program.run(["batch", "run", capture, "--quiet"] + form).status == 0)
    }
  }
}
