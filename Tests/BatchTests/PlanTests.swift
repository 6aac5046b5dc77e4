import CaptureReader
import Foundation
import Reporting
import Support
import Testing

@testable import Batch

@Suite("Plans") struct PlanTests {
  /// A folder with these files, each a capture of one packet unless it says otherwise.
  private static func withFolder(
    _ files: [String], _ body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-plan-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, name) in files.enumerated() {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      var capture = PCAPBuilder()
      capture.packet([UInt8](repeating: 0, count: 60), seconds: UInt32(1000 + index))
      try Data(name.hasSuffix(".txt") ? Array("text".utf8) : capture.bytes).write(to: url)
    }
    try body(folder.path)
  }

  @Test("hold all captures below a folder, in the order of their names' bytes")
  func folder() throws {
    try Self.withFolder(["b.pcap", "a/z.pcap", "a/notes.txt", "B.cap", "a/b/c.anything"]) {
      folder in
      let plan = try Plan([folder], mode: .auto)
      #expect(
        plan.series.map(\.series)
          == ["B.cap", "a/b/c.anything", "a/z.pcap", "b.pcap"].map { "\(folder)/\($0)" })
      #expect(plan.foreign == 1)
    }
  }

  @Test("are the same whoever looks at the files", arguments: [2, 5])
  func workers(count: Int) throws {
    let names = (0..<70).map { "\($0 % 7)/\($0).\($0 % 9 == 0 ? "txt" : "pcap")" }
    try Self.withFolder(names) { folder in
      let progress = PlanProgress()
      let one = try Plan([folder], mode: .auto)
      let many = try Plan([folder], mode: .auto, progress: progress, workers: Workers(count))
      #expect(try many.ndjson() == one.ndjson())
      #expect(many.foreign == one.foreign && one.foreign == 8)
      #expect(progress.text == "looked at 70 files, 62 captures found")
    }
  }

  @Test("keep what was named, whatever it is")
  func named() throws {
    try Self.withFolder(["a.txt"]) { folder in
      for name in ["a.txt", "absent.pcap"] {
        let plan = try Plan(["\(folder)/\(name)"], mode: .auto)
        #expect(plan.series.count == 1)
      }
    }
  }

  @Test("expand patterns and lists, and take nothing twice")
  func patterns() throws {
    try Self.withFolder(["a/1.pcap", "b/2.pcap", "b/c/3.pcap"]) { folder in
      func count(_ path: String) throws -> Int { try Plan([path], mode: .each).series.count }
      #expect(try count("\(folder)/*/*.pcap") == 2)
      #expect(try count("\(folder)/**/*.pcap") == 3)
      #expect(try count("\(folder)/[ab]/[!2].pcap") == 1)
      let list = folder + "/list"
      try Data("# captures\n\(folder)/a\n\(folder)/b/*.pcap\n".utf8).write(to: URL(filePath: list))
      #expect(try count("@" + list) == 2)
      #expect(try Plan([folder, folder + "/a/1.pcap"], mode: .each).series.count == 3)
      #expect(throws: (any Error).self) { try Plan(["@\(folder)/absent"], mode: .auto) }
    }
  }

  @Test("make series of rings, in the order of time")
  func rings() throws {
    try Self.withFolder(["r.pcap2", "r.pcap0", "r.pcap1", "x.pcap"]) { folder in
      let plan = try Plan([folder], mode: .auto)
      #expect(plan.series.map { $0.files.count } == [3, 1])
      #expect(
        plan.series[0].files.map { $0.name.suffix(1) } == ["2", "0", "1"])
      #expect(try Plan([folder], mode: .each).series.count == 4)
      #expect(try Plan([folder], mode: .one).series.count == 1)
    }
  }

  @Test("say when a series ends, where a look at its last file tells")
  func ends() throws {
    try Self.withFolder(["r.pcap2", "r.pcap0", "r.pcap1"]) { folder in
      let plain = try Plan([folder], mode: .auto)
      #expect(plain.series.map(\.lastTime) == [nil])
      let plan = try Plan([folder], mode: .auto, findsEnds: true)
      #expect(plan.series.map(\.firstTime) == ["1970-01-01T00:16:40.000000000Z"])
      #expect(plan.series.map(\.lastTime) == ["1970-01-01T00:16:42.000000000Z"])
      // The file that begins last is not read through where it is large.
      var large = PCAPBuilder()
      for second in 0..<20 {
        large.packet([UInt8](repeating: 0, count: 60_000), seconds: UInt32(2000 + second))
      }
      try Data(large.bytes).write(to: URL(filePath: folder + "/r.pcap3"))
      let unknown = try Plan([folder], mode: .auto, findsEnds: true).series
      #expect(unknown.map(\.lastTime) == [nil])
      #expect(unknown.map(\.lastFileTime) == ["1970-01-01T00:33:20.000000000Z"])
      // What is small on disk only is given up when it turns out large.
      try FileManager.default.removeItem(atPath: folder + "/r.pcap3")
      let zipped = Recordings.fixtures.appending(path: "archives").path
      #expect(
        try Plan([zipped], mode: .auto, findsEnds: true).series.contains { $0.lastTime != nil })
    }
  }

  @Test("come back from their own text")
  func manifest() throws {
    try Self.withFolder(["r.pcap2", "r.pcap0", "x.pcap"]) { folder in
      let archives = Recordings.fixtures.appending(path: "archives").path
      let plan = try Plan([folder, archives], mode: .auto)
      #expect(try Plan(manifest: plan.ndjson()).series == plan.series)
      #expect(throws: BatchError.notAPlan(line: 1)) { try Plan(manifest: Data("{}\n".utf8)) }
    }
  }

  @Test("follow no links to folders, and wait for no pipe", .timeLimit(.minutes(60)))
  func links() throws {
    try Self.withFolder(["a/1.pcap"]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/a/loop", withDestinationPath: folder)
      let made = unsafe mkfifo(folder + "/a/pipe.pcap", 0o600)
      #expect(made == 0)
      #expect(try Plan([folder], mode: .auto).series.count == 1)
    }
  }
}

@Suite("Name patterns") struct NamePatternTests {
  @Test(
    "match as a shell's do",
    arguments: [
      ("*.pcap", "a.pcap", true), ("*.pcap", "a.pcapng", false), ("a*b*c", "aXbYbZc", true),
      ("a*b*c", "aXbYbZ", false), ("?", "", false), ("?", "é", true), ("**", "", true),
      ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[^a-c]x", "dx", true),
      ("[]]", "]", true), ("[", "[", true), ("[a", "[a", true), ("[a", "a", false),
      ("*[0-9]?", "ring_15", true), ("*a", "ab", false), ("", "", true), ("", "a", false),
    ])
  func matches(pattern: String, name: String, isMatch: Bool) {
    #expect(NamePattern(pattern).matches(name) == isMatch)
  }

  @Test("take no longer for many stars")
  func stars() {
    let stars = String(repeating: "*_", count: 120) + ".pca"
    #expect(!NamePattern(stars).matches(String(repeating: "_", count: 250)))
    #expect(NamePattern(String(repeating: "*", count: 1_000_000)).matches("a.pcap"))
  }
}
