import Analysis
import CaptureReader
import Foundation
import PacketDecode
import Support
import Testing

/// The executable as a user calls it.
@Suite("Command line") struct CommandLineTests {
  private static let wrongPassword = LabelledFixture.all.first {
    $0.file.contains("wrong-password")
  }
  private static let outage = LabelledFixture.all.first { $0.file.contains("path-outage") }

  @Test("analyses a capture without naming the subcommand")
  func defaultSubcommand() throws {
    let file = try #require(Self.wrongPassword).url.path
    let result = try Program.run([file])
    #expect(result.status == 0)
    #expect(result.output.contains("credssp.logon_failure"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.errors.isEmpty)
  }

  @Test(
    "takes a memory budget, and refuses one that is none", arguments: ["64M", "2g", "100000000"])
  func memoryBudget(size: String) throws {
    let file = try #require(Self.wrongPassword).url.path
    #expect(try Program.run(["--max-memory", size, file]).status == 0)
    for wrong in ["1M", "M", "", "1T", "-1G", "99999999999999999999G"] {
      #expect(try Program.run(["--max-memory=\(wrong)", file]).status == 64)
    }
  }

  @Test("reads a compressed capture from standard input")
  func standardInput() throws {
    let file = try #require(Self.outage).url
    let result = try Program.run(["analyze", "-"], input: try Data(contentsOf: file))
    #expect(result.status == 0)
    #expect(result.output.contains("network.path_outage"))
  }

  @Test("a file cut in the middle keeps what was read, exit code 3")
  func cutFile() throws {
    let whole = try Program.run(["--format", "ndjson", try #require(Self.outage).url.path])
    let url = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-cut-\(UUID().uuidString).pcap.gz")
    defer { try? FileManager.default.removeItem(at: url) }
    let bytes = try Data(contentsOf: try #require(Self.outage).url)
    try bytes.prefix(bytes.count * 2 / 3).write(to: url)
    let result = try Program.run(["--format", "ndjson", url.path])
    #expect(result.status == 3)
    #expect(result.output.contains("rdpwhy/session/1"))
    #expect(result.output != whole.output)
    #expect(result.errors.contains(url.lastPathComponent))
  }

  @Test("what cannot be read is named, exit code 2")
  func unreadable() throws {
    let missing = try Program.run(["/nonexistent/capture.pcap"])
    #expect(missing.status == 2)
    #expect(missing.errors.contains("/nonexistent/capture.pcap"))
    let manifest = Recordings.root.appending(path: "Package.swift").path
    let text = try Program.run([manifest])
    #expect(text.status == 2)
    #expect(text.errors.contains("Package.swift"))
  }

  @Test("one bad input among good ones is exit code 3, and the good ones are complete")
  func partial() throws {
    let good = try #require(Self.wrongPassword).url.path
    let result = try Program.run(["--format", "ndjson", good, "/nonexistent/capture.pcap"])
    #expect(result.status == 3)
    let alone = try Program.run(["--format", "ndjson", good])
    for line in alone.output.split(separator: "\n") { #expect(result.output.contains(line)) }
  }

  @Test("--fail-on gives exit code 1 only for the causes it names")
  func failOn() throws {
    let file = try #require(Self.wrongPassword).url.path
    #expect(try Program.run(["--fail-on", "credssp,tls", file]).status == 1)
    #expect(try Program.run(["--fail-on", "network", file]).status == 0)
  }

  @Test("wrong usage is exit code 64", arguments: [["--format", "xml", "x"], ["--bogus"], []])
  func usage(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test("a capture without RDP says so and what was in it")
  func withoutRDP() throws {
    var capture = PCAPBuilder()
    capture.packet(
      PacketBuilder.tcp(
        from: Endpoint("10.0.0.1", 40000), to: Endpoint("10.0.0.2", 443), seq: 1, flags: [.syn]))
    let result = try Program.run(["-"], input: Data(capture.bytes))
    #expect(result.status == 0)
    #expect(result.output.contains("443"))
    #expect(result.output.localizedCaseInsensitiveContains("no rdp"))
  }

  @Test("a key log turns the size of a refusal into its status")
  func keyLog() throws {
    let folder = Recordings.fixtures.appending(path: "captures/decryption")
    let capture = folder.appending(path: "account-disabled.pcap.gz").path
    let without = try Program.run(["--format", "ndjson", capture])
    #expect(without.output.contains("\"decrypted\":null"))
    let with = try Program.run(
      [
        "--format", "ndjson", "--keylog", folder.appending(path: "account-disabled.keys").path,
        capture,
      ])
    #expect(with.status == 0)
    #expect(with.output.contains("\"error_code\":\"0xC0000072\""))
    #expect(with.output.contains("credssp.account_restricted"))
    #expect(try Program.run(["--keylog", "/nonexistent.keys", capture]).status == 64)
    // A program that has not written any secrets yet.
    #expect(try Program.run(["--keylog", "/dev/null", capture]).status == 0)
  }

  @Test("explain knows the code pair of the help desk")
  func explain() throws {
    let result = try Program.run(["explain", "0x904", "0x7"])
    #expect(result.status == 0)
    #expect(result.output.contains("0x904"))
    let unknown = try Program.run(["explain", "tls.version_mismtch"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("tls.version_mismatch"))
  }

  @Test("explain names what own words mean most likely, and what is near to words it does not know")
  func explainOwnWords() throws {
    // Own words, in none of which a phrase table knows a sentence today. Tables grow, so that one
    // of them may be recognised some day; together they show the line that owns up to guessing.
    let likely = try [
      "the remote pc says too many people are using it",
      "Etäyhteys: näyttö on musta kirjautumisen jälkeen",
      "the jump box lets too many people in at once",
    ].map { try Program.run(["explain", $0]) }
    #expect(likely.contains { $0.output.hasPrefix("Most likely:") })
    for answer in likely where answer.output.hasPrefix("Most likely:") {
      #expect(answer.status == 0)
      #expect(answer.output.contains("subject "))
    }
    let near = try Program.run([
      "explain", "rdp from a train with bad signal: what to set",
    ])
    #expect(near.status == 2)
    #expect(near.output.hasPrefix("Unknown:"))
    #expect(near.output.contains("subject network"))
    let document = try Program.run(["explain", "the kettle is broken", "--format", "json"])
    #expect(document.status == 2)
    #expect(document.output.contains("\"match\" : \"unknown\""))
  }

  @Test("inspect judges captures, and its exit code says whether they could be read")
  func inspect() throws {
    let file = try #require(Self.outage).url.path
    let fit = try Program.run(["inspect", file])
    #expect(fit.status == 0)
    #expect(fit.output.contains("1 session to port"))
    #expect(fit.output.contains("Fit for a verdict"))
    let manifest = Recordings.root.appending(path: "Package.swift").path
    let mixed = try Program.run(["inspect", "--format", "json", file, manifest])
    #expect(mixed.status == 3)
    #expect(mixed.output.contains("rdpwhy/inspect/1"))
    let unreadable = try Program.run(["inspect", manifest])
    #expect(unreadable.status == 2)
    #expect(unreadable.output.contains("Not fit for a verdict"))
  }

  @Test("output goes to a file whole, and never over an old one by accident")
  func outputFile() throws {
    let target = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-out-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: target) }
    let file = try #require(Self.wrongPassword).url.path
    let first = try Program.run(["--format", "json", "--output", target.path, file])
    #expect(first.status == 0)
    let written = try Data(contentsOf: target)
    #expect(!written.isEmpty)
    #expect(try Program.run(["--format", "text", "--output", target.path, file]).status != 0)
    #expect(try Data(contentsOf: target) == written)
    let forced = try Program.run(["--format", "text", "--output", target.path, "--force", file])
    #expect(forced.status == 0)
    #expect(try Data(contentsOf: target) != written)
    let partial = target.path + ".partial"
    #expect(!FileManager.default.fileExists(atPath: partial))
  }

  /// One refused client after the other, so many that cores share them.
  private static func manyRefused(_ count: Int) throws -> [UInt8] {
    var frames: [(bytes: [UInt8], time: Timestamp)] = []
    let file = Recordings.fixtures.appending(path: "captures/negotiation/nla-required.pcap.gz")
    _ = try CaptureFile.read(.file(file.path)) { record, bytes in
      let bytes = bytes.copied()
      if bytes.count >= 34, bytes[12..<14] == [8, 0] { frames.append((bytes, record.time)) }
    }
    let start = try #require(frames.first)
    let client = Array(start.bytes[26..<30])
    var capture = PCAPBuilder()
    for number in 0..<count {
      for frame in frames {
        var bytes = frame.bytes
        // Source and destination of an IPv4 header behind Ethernet's.
        let place = Array(bytes[26..<30]) == client ? 28 : 32
        bytes[place] = UInt8(number >> 8)
        bytes[place + 1] = UInt8(number & 0xff)
        let age = frame.time.since(start.time).nanoseconds / 1_000
        capture.packet(
          bytes, seconds: UInt32(1_700_000_000 + number * 10) + UInt32(age / 1_000_000),
          fraction: UInt32(age % 1_000_000))
      }
    }
    return capture.bytes
  }

  @Test("any number of cores gives the same bytes", arguments: ["ndjson", "csv", "facts"])
  func jobs(format: String) throws {
    let file = try ScratchFile(named: "many.pcap")
    try file.write(try Self.manyRefused(Reduction.leastShared + 40))
    let alone = try Program.run(["-q", "--jobs", "1", "--format", format, file.path])
    let shared = try Program.run(["-q", "--jobs", "3", "--format", format, file.path])
    #expect(alone.status == 0)
    #expect(alone.output.split(whereSeparator: \.isNewline).count > Reduction.leastShared)
    #expect(shared.output == alone.output)
    #expect(try Program.run(["--jobs", "0", file.path]).status == 64)
  }

  @Test("a batch judged by any number of cores gives the same bytes")
  func batchJobs() throws {
    let file = try ScratchFile(named: "many.pcap")
    try file.write(try Self.manyRefused(Reduction.leastShared + 40))
    let alone = try Program.run(["batch", "-q", "--jobs", "1", file.path])
    let shared = try Program.run(["batch", "-q", "--jobs", "3", file.path])
    #expect(alone.status == 0)
    #expect(alone.output.split(whereSeparator: \.isNewline).count > Reduction.leastShared)
    #expect(shared.output == alone.output)
  }

  @Test("a report names its inputs by their SHA-256, unless that is switched off")
  func digests() throws {
    let folder = Recordings.fixtures
    let capture = folder.appending(path: "captures/clean/closed-by-user.pcap.gz")
    let archive = folder.appending(path: "archives/captures.zip")
    let arguments = ["--format", "ndjson", capture.path, archive.path]
    func inputs(_ options: [String]) throws -> [Substring] {
      try Program.run(arguments + options).output.split(separator: "\n").filter {
        $0.contains("rdpwhy/input/1")
      }
    }
    let without = try inputs(["--no-digest"])
    #expect(
      without.allSatisfy {
        !$0.contains("\"sha256\":") && $0.contains("\"digest_note\":\"off\"")
      })
    let lines = try inputs([])
    #expect(try lines == inputs(["--digest"]))
    #expect(lines.count >= 2)
    // By sha256sum.
    let expected = [
      "848efe54aa19df40930bce302240d37cdf84b0198681e87a7ba6a7f0da64606b",
      "d97b32d1a1173475081f539f513f44ffea8e480ccce5644e7d0ec9c745f0734c",
    ]
    for line in lines {
      let digest = expected[line.contains("captures.zip") ? 1 : 0]
      #expect(line.contains("\"sha256\":\"\(digest)\""), "\(line.suffix(200))")
    }
  }
}
