import CaptureReader
import Foundation
import Support
import Testing

/// `rdpwhy batch` as a user calls it.
@Suite("Batch command") struct BatchCommandTests {
  private static let captures = Recordings.fixtures.appending(path: "captures").path

  private static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-batch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Copies of our captures, so many times over.
  private static func fill(_ folder: URL, times: Int) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for number in 0..<times {
      for fixture in LabelledFixture.all {
        let name = "\(number)-" + fixture.file.replacing("/", with: "-")
        try FileManager.default.copyItem(at: fixture.url, to: folder.appending(path: name))
      }
    }
  }

  @Test("does at once what plan, run and merge do one after the other")
  func steps() throws {
    try Self.withFolder { folder in
      func path(_ name: String) -> String { folder.appending(path: name).path }
      let all = try Program.run(["batch", Self.captures, "-o", path("all.ndjson"), "--quiet"])
      #expect(all.status == 0, "\(all.errors)")
      #expect(try Program.run(["batch", "plan", Self.captures, "-o", path("plan")]).status == 0)
      for shard in 1...3 {
        let run = try Program.run([
          "batch", "run", "--manifest", path("plan"), "--shard", "\(shard)/3",
          "-o", path("part\(shard)"), "--quiet",
        ])
        #expect(run.status == 0, "\(run.errors)")
      }
      let merged = try Program.run([
        "batch", "merge", path("part3"), path("part1"), path("part2"),
      ])
      #expect(merged.status == 0)
      let whole = try String(contentsOf: folder.appending(path: "all.ndjson"), encoding: .utf8)
      #expect(merged.output == whole)
      #expect(try Program.run(["batch", Self.captures, "--quiet"]).output == whole)
      let slurm = try Program.run(
        ["batch", "run", "--manifest", path("plan"), "--shard-from-env", "--quiet"],
        environment: [
          "SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "1",
        ])
      #expect(
        slurm.output
          == (try String(contentsOf: folder.appending(path: "part2"), encoding: .utf8)))
      #expect(!FileManager.default.fileExists(atPath: path("all.ndjson.partial")))
    }
  }

  @Test("one bad file stops nothing")
  func badFile() throws {
    try Self.withFolder { folder in
      try Self.fill(folder.appending(path: "in"), times: 1)
      let good = try Program.run(["batch", "in", "--quiet"], directory: folder)
      #expect(good.status == 0)
      try Data("no capture".utf8).write(to: folder.appending(path: "in/bad.pcap"))
      try Data().write(to: folder.appending(path: "in/empty.pcapng"))
      try Data("x".utf8).write(to: folder.appending(path: "in/readme.md"))
      let mixed = try Program.run(["batch", "in", "--quiet"], directory: folder)
      #expect(mixed.status == 3)
      let goodLines = Set(good.output.split(separator: "\n").filter { !$0.contains("\"attempt\"") })
      #expect(goodLines.isSubset(of: Set(mixed.output.split(separator: "\n"))))
      let failed = mixed.output.split(separator: "\n").filter { $0.contains(#""status":"failed""#) }
      #expect(failed.count == 2)
      // Who looks at the exit code wants to know which.
      #expect(mixed.errors.contains("in/bad.pcap: "))
      #expect(mixed.errors.contains("in/empty.pcapng: "))
      let told = try Program.run(["batch", "in", "-o", "out"], directory: folder)
      #expect(told.errors.contains("2 unreadable"), "\(told.errors)")
      #expect(!mixed.output.contains("readme"))
    }
  }

  /// What a run leaves beside its input and output.
  private static func leftovers(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0 != "in" && $0 != "out.ndjson" }.sorted()
  }

  @Test("two runs with one output do not disturb each other", .timeLimit(.minutes(60)))
  func together() throws {
    try Self.withFolder { folder in
      try Self.fill(folder.appending(path: "in"), times: 20)
      let process = Process()
      process.executableURL = Program.url
      process.arguments = ["batch", "in", "--quiet", "--jobs", "1", "--output", "out.ndjson"]
      process.currentDirectoryURL = folder
      process.standardError = FileHandle.nullDevice
      try process.run()
      let log = folder.appending(path: "out.ndjson.checkpoint-wal").path
      while !FileManager.default.fileExists(atPath: log), process.isRunning {
        Thread.sleep(forTimeInterval: 0.002)
      }
      let second = try Program.run(
        ["batch", "in", "--quiet", "--output", "out.ndjson"], directory: folder)
      #expect(process.isRunning)
      #expect(second.status == 74)
      #expect(second.errors.contains("another run"))
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(Self.leftovers(in: folder) == ["out.ndjson.checkpoint"])
    }
  }

  /// Runs its command with a terminal for all output.
  private static let script = "/usr/bin/script"

  @Test(
    "on a terminal progress is one line that is written over",
    .enabled(if: FileManager.default.isExecutableFile(atPath: script)), .timeLimit(.minutes(60)))
  func terminal() throws {
    try Self.withFolder { folder in
      try Self.fill(folder.appending(path: "in"), times: 10)
      let process = Process()
      process.executableURL = URL(filePath: Self.script)
      process.arguments = [
        "-q", "-e", "-c", "exec \"$RDPWHY\" batch in --jobs 1 --output out.ndjson", "/dev/null",
      ]
      process.currentDirectoryURL = folder
      process.environment = [
        "TERM": "xterm", "PATH": "/usr/bin:/bin", "SHELL": "/bin/sh",
        "RDPWHY": Program.executable.path,
      ]
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      let frames = text.split(separator: "\r\u{1B}[K\u{1B}[?7l")
        .compactMap { $0.split(separator: "\u{1B}[?7h", omittingEmptySubsequences: false).first }
      let bars = frames.filter { $0.hasPrefix("[") }
      #expect(bars.count > 1)
      #expect(bars.allSatisfy { $0.count < 80 && $0.contains(" MB") && !$0.contains("\n") })
      #expect(bars.contains { $0.contains(" session") })
      #expect(bars.contains { $0.contains(" left") })
      // The line is cleared before the closing one.
      let last = text.split(separator: "\u{1B}[?7h").last
      #expect(last?.hasPrefix("rdpwhy: ") == true, "\(String(describing: last))")
      #expect(text.count { $0 == "\n" || $0 == "\r\n" } == 1)
    }
  }

  @Test("nothing to do is exit code 2, a wrong command line 64")
  func wrong() throws {
    let empty = try Self.withFolder { folder in try Program.run(["batch", folder.path]) }
    #expect(empty.status == 2)
    #expect(try Program.run(["batch", "/nonexistent/x.pcap", "--quiet"]).status == 2)
    #expect(try Program.run(["batch", "run"]).status == 64)
    #expect(try Program.run(["batch", "run", "/nonexistent", "--shard", "3/2"]).status == 64)
    #expect(try Program.run(["batch", "@/nonexistent"]).status == 64)
  }

  @Test("killed at any moment it goes on and comes to the same end", .timeLimit(.minutes(60)))
  func kill() throws {
    let seed = UInt64.random(in: 0...9_999)
    var random = SeededRandom(seed: seed)
    try Self.withFolder { folder in
      try Self.fill(folder.appending(path: "in"), times: 4)
      let undisturbed = try Program.run(["batch", "in", "--quiet"], directory: folder)
      let output = folder.appending(path: "out.ndjson")
      for _ in 0..<8 {
        let process = Process()
        process.executableURL = Program.url
        process.arguments = ["batch", "in", "--quiet", "--output", "out.ndjson"]
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: .random(in: 0...0.4, using: &random))
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // What stands under the name is whole, or is not there.
        if let text = try? String(contentsOf: output, encoding: .utf8) {
          #expect(text == undisturbed.output, "seed \(seed)")
        }
      }
      let last = try Program.run(["batch", "in", "--quiet", "-o", "out.ndjson"], directory: folder)
      #expect(Self.leftovers(in: folder) == ["out.ndjson.checkpoint"])
      #expect(last.status == undisturbed.status, "seed \(seed): \(last.errors)")
      let text = try String(contentsOf: output, encoding: .utf8)
      #expect(text == undisturbed.output, "seed \(seed)")
    }
  }

  @Test(
    "an interrupt, a scheduler's SIGTERM, or a terminal that goes leaves what is done, marked as partial",
    .timeLimit(.minutes(60)), arguments: [SIGINT, SIGTERM, SIGHUP])
  func interrupt(number: Int32) throws {
    // Under nohup the tests' own children ignore it, too.
    if number == SIGHUP, Self.ignoresHangUps { return }
    try Self.withFolder { folder in
      try Self.fill(folder.appending(path: "in"), times: 30)
      let process = Process()
      process.executableURL = Program.url
      process.arguments = ["batch", "in", "--quiet", "--jobs", "1", "--output", "out.ndjson"]
      process.currentDirectoryURL = folder
      process.standardError = FileHandle.nullDevice
      try process.run()
      // Once some results are stored.
      let log = folder.appending(path: "out.ndjson.checkpoint-wal")
      func isBegun() -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: log.path))
          .flatMap { $0[.size] as? NSNumber }.map { $0.intValue > 100_000 } ?? false
      }
      while !isBegun(), process.isRunning { Thread.sleep(forTimeInterval: 0.002) }
      Foundation.kill(process.processIdentifier, number)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      #expect(Self.leftovers(in: folder) == ["out.ndjson.checkpoint", "out.ndjson.partial"])
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out.ndjson").path))
      let partial = folder.appending(path: "out.ndjson.partial")
      let parts = try String(contentsOf: partial, encoding: .utf8)
      let rest = try Program.run(["batch", "in", "--quiet", "-o", "out.ndjson"], directory: folder)
      #expect(rest.status == 0)
      let whole = try String(contentsOf: folder.appending(path: "out.ndjson"), encoding: .utf8)
      #expect(parts.utf8.count < whole.utf8.count)
      #expect(Self.leftovers(in: folder) == ["out.ndjson.checkpoint"])
    }
  }

  private static var ignoresHangUps: Bool {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigIgn:") }),
      let mask = UInt64(line.dropFirst(7).filter { !$0.isWhitespace }, radix: 16)
    else { return true }
    return mask >> UInt64(SIGHUP - 1) & 1 == 1
  }

  @Test("a merge names what the plan has and the parts lack, or have twice")
  func coverage() throws {
    try Self.withFolder { folder in
      func path(_ name: String) -> String { folder.appending(path: name).path }
      #expect(try Program.run(["batch", "plan", Self.captures, "-o", path("plan")]).status == 0)
      for shard in 1...2 {
        let run = try Program.run([
          "batch", "run", "--manifest", path("plan"), "--shard", "\(shard)/2",
          "-o", path("part\(shard)"), "--quiet",
        ])
        #expect(run.status == 0, "\(run.errors)")
      }
      let merge = ["batch", "merge", "--quiet", "--manifest", path("plan")]
      let whole = try Program.run(merge + [path("part1"), path("part2")])
      #expect(whole.status == 0)
      #expect(whole.errors.isEmpty)
      let half = try Program.run(merge + [path("part1")])
      #expect(half.status == 3)
      #expect(half.errors.contains("missing: no part has the series"))
      let double = try Program.run(merge + [path("part1"), path("part1"), path("part2")])
      #expect(double.status == 3)
      #expect(double.errors.contains("in several parts"))
      #expect(double.output == whole.output)
    }
  }

  @Test("a plan of what is not there is no plan")
  func missingPlan() throws {
    let nothing = try Program.run(["batch", "plan", "/nonexistent/captures"])
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("/nonexistent/captures"))
  }

  @Test("an output that is no regular file is written to, never replaced; a link is not followed")
  func specialOutputs() throws {
    try Self.withFolder { folder in
      let capture = Recordings.fixtures.appending(path: "captures/server/port-closed.pcap.gz").path
      let null = try Program.run(["batch", capture, "--quiet", "-o", "/dev/null"])
      #expect(null.status == 0, "\(null.errors)")
      #expect(FileStatus(path: "/dev/null")?.kind == .other)
      let victim = folder.appending(path: "victim")
      try Data("precious".utf8).write(to: victim)
      let output = folder.appending(path: "out.ndjson")
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "out.ndjson.partial"), withDestinationURL: victim)
      let run = try Program.run(["-o", output.path, capture])
      #expect(run.status == 0, "\(run.errors)")
      #expect(try String(contentsOf: victim, encoding: .utf8) == "precious")
      #expect(try Data(contentsOf: output).isEmpty == false)
      // No input is ever overwritten, not even with --force.
      let keys = folder.appending(path: "keys.log")
      try Data().write(to: keys)
      let forced = try Program.run([
        "--force", "--keylog", keys.path, "-o", keys.path, capture,
      ])
      #expect(forced.status == 64)
      // Nor a list of inputs, nor what lies in a folder that is one.
      let list = folder.appending(path: "list.txt")
      try Data(capture.utf8).write(to: list)
      let over = try Program.run(["@\(list.path)", "--force", "-o", list.path])
      #expect(over.status == 64)
      #expect(try Data(contentsOf: list) == Data(capture.utf8))
      let carved = folder.appending(path: "carved")
      #expect(try Program.run(["carve", capture, "-o", carved.path]).status == 0)
      for name in try FileManager.default.contentsOfDirectory(atPath: carved.path) {
        let place = carved.appending(path: name)
        try FileManager.default.removeItem(at: place)
        try FileManager.default.copyItem(atPath: capture, toPath: place.path)
      }
      #expect(try Program.run(["carve", carved.path, "-o", carved.path, "--force"]).status == 64)
    }
  }

  @Test("parts and manifests may claim any number", arguments: [Int.max, .min, -1, -1 << 57])
  func extremeClaims(number: Int) throws {
    let head = """
      {"by_cause":{"server":\(number)},"bytes":\(number),"files":0,"files_failed":\(number),\
      "files_partial":\(number),"first_group":\(number),"groups":\(number),\
      "schema":"rdpwhy/series/1","series":"NAME","sessions":0}

      """
    // Fewer than none are none.
    let negative = head.replacing("\"sessions\":0", with: "\"sessions\":\(min(0, number))")
    let part = head.replacing("NAME", with: "a") + negative.replacing("NAME", with: "b")
    try withTemporaryFile(Array(part.utf8), named: "part.ndjson") { path in
      let result = try Program.run(["batch", "merge", path])
      #expect([0, 2, 3].contains(result.status), "\(result.status) \(result.errors)")
    }
    let capture = Recordings.fixtures.appending(path: "captures/server/port-closed.pcap.gz").path
    let plan = try Program.run(["batch", "plan", capture]).output
    let claim = plan.replacing(/"bytes":\d+/, with: "\"bytes\":\(number)")
    #expect(claim != plan)
    let other = claim.replacing(/"series":"/, with: "\"series\":\"other ")
    try withTemporaryFile(Array((claim + other).utf8), named: "manifest.ndjson") { path in
      let folder = URL(filePath: path).deletingLastPathComponent()
      let run = ["batch", "run", "--manifest", path, "--jobs", "4", "--output", "out.ndjson"]
      for _ in 0..<2 {
        // The second time all results are there, and only the output is made anew.
        let result = try Program.run(run, directory: folder)
        #expect([0, 2, 3].contains(result.status), "\(result.status) \(result.errors)")
        try FileManager.default.removeItem(at: folder.appending(path: "out.ndjson"))
      }
    }
  }
}
