import Foundation
import PacketDecode
import Support
import Testing

/// What a newcomer types first.
@Suite("First contact") struct FirstContactTests {
  private static let network = Recordings.fixtures.appending(path: "captures/network").path

  @Test("a folder, a pattern and a list mean the captures in them")
  func collections() throws {
    let folder = try Program.run(["--format", "ndjson", Self.network])
    #expect(folder.status == 0)
    #expect(folder.output.contains("path-outage.pcap.gz"))
    #expect(folder.errors.contains("are no captures"))
    let pattern = try Program.run(["--format", "ndjson", "\(Self.network)/*.pcap*.gz"])
    #expect(pattern.output == folder.output)
    let list = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: list) }
    try Data("# one\n\(Self.network)/path-outage.pcap.gz\n".utf8).write(to: list)
    let listed = try Program.run(["@\(list.path)"])
    #expect(listed.status == 0)
    #expect(listed.output.contains("network.path_outage"))
  }

  @Test(
    "the name of the output chooses its form",
    arguments: [
      ("html", "<!DOCTYPE html>"), ("csv", "ts,uid,"), ("md", "# "), ("ndjson", "{\"attempt\""),
      ("sqlite", "SQLite format 3"), ("txt", "network.path_outage"),
    ])
  func outputName(suffix: String, start: String) throws {
    let output = FileManager.default.temporaryDirectory
      .appending(path: "\(UUID().uuidString).\(suffix)")
    defer { try? FileManager.default.removeItem(at: output) }
    let result = try Program.run(["-o", output.path, "\(Self.network)/path-outage.pcap.gz"])
    #expect(result.status == 0)
    let text = String(decoding: try Data(contentsOf: output).prefix(4_096), as: UTF8.self)
    #expect(text.contains(start))
  }

  @Test(
    "an ending that means no form is refused with those that do",
    arguments: [["-o", "out.xyz"], ["-o", "drop.pdf"], ["batch", "-o", "all.text"]])
  func strangeEnding(arguments: [String]) throws {
    let result = try Program.run(arguments + ["\(Self.network)/path-outage.pcap.gz"])
    #expect(result.status == 64)
    for ending in [".html", ".md", ".ndjson", "--format"] {
      #expect(result.errors.contains(ending))
    }
  }

  @Test("a command can be pasted: it has the session's own server")
  func commands() throws {
    let result = try Program.run(["\(Self.network)/path-outage.pcap.gz"])
    let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("pathping 192.168.175.22"))
    #expect(!result.output.contains("HOST"))
  }

  @Test("a conversation that began before the capture is counted, and its port is to be named")
  func midStream() throws {
    var capture = PCAPBuilder()
    let client = Endpoint("10.0.0.1", 40000)
    let server = Endpoint("10.0.0.2", 5555)
    for number in 0..<20 {
      capture.packet(
        PacketBuilder.tcp(
          from: number % 2 == 0 ? client : server, to: number % 2 == 0 ? server : client,
          seq: UInt32(1_000 + number), flags: [.ack, .psh], payload: [1, 2, 3]))
    }
    // One that the capture has from its start is none of them.
    capture.packet(
      PacketBuilder.tcp(
        from: Endpoint("10.0.0.1", 40001), to: Endpoint("10.0.0.2", 443), seq: 1, flags: [.syn]))
    let result = try Program.run(["-"], input: Data(capture.bytes))
    let words = result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("1 that began before it"))
    #expect(result.output.contains("--port 5555"))
    let named = try Program.run(["--port", "5555", "-"], input: Data(capture.bytes))
    #expect(named.output.contains("10.0.0.2:5555"))
  }

  @Test("a mistyped command is no file", arguments: [("explan", "explain"), ("batsh", "batch")])
  func mistyped(word: String, command: String) throws {
    let result = try Program.run([word, "x"])
    #expect(result.status == 64)
    #expect(result.errors.contains("did you mean \(command)"))
  }

  @Test(
    "mistyped commands of batch, lists and options are answered with the nearest",
    arguments: [
      (["batch", "statsu"], "did you mean rdpwhy batch status?"),
      (["batch", "mergee", "x"], "did you mean rdpwhy batch merge?"),
      (["merge", "x"], "did you mean batch merge?"), (["summary"], "did you mean --summary?"),
      (["--summry"], "Unknown option '--summry'; did you mean --summary?"),
      (["explain", "--lst"], "did you mean --list?"),
      (["@nolist"], "the list of paths nolist: No such file"),
      (["batch", "@nolist"], "the list of paths nolist: No such file"),
    ])
  func nearest(arguments: [String], answer: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(answer), "\(result.errors)")
  }

  @Test("a word of a few letters is not taken for another one that shares few of them")
  func unlike() throws {
    let result = try Program.run(["plain", "x"])
    #expect(result.status == 64)
    #expect(result.errors.contains("did you mean batch plan?"))
    #expect(!result.errors.contains("explain"))
    #expect(try Program.run(["trace", "x"]).errors.contains("the commands are"))
  }

  @Test("a result is known for one, and what can be done with it is said")
  func ownResult() throws {
    let result = try Program.run(["--format", "ndjson", Self.network])
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).ndjson")
    try Data(result.output.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let said = try Program.run([file.path])
    #expect(said.status == 2)
    #expect(said.errors.contains("a result of rdpwhy"), "\(said.errors)")
    #expect(said.errors.contains("rdpwhy diff"), "\(said.errors)")
  }

  @Test("inspect takes what analyze takes: folders, archives, lists")
  func inspected() throws {
    let folder = try Program.run(["inspect", Self.network])
    #expect(folder.status == 0, "\(folder.errors)")
    #expect(folder.output.contains("path-outage.pcap.gz"))
    #expect(folder.output.contains("Fit for a verdict"))
    #expect(folder.errors.contains("are no captures"))
    let archives = Recordings.fixtures.appending(path: "archives").path
    let archive = try Program.run(["inspect", archives])
    #expect(archive.output.contains("!"), "\(archive.errors)")
    #expect(try Program.run(["inspect", "@nolist"]).status == 64)
  }

  @Test(
    "help on what there is none of names the nearest",
    arguments: [("format", "formats"), ("analyse", "analyze"), ("foo", "the topics are")])
  func unknownHelp(word: String, answer: String) throws {
    let result = try Program.run(["help", word])
    #expect(result.status == 64)
    #expect(result.errors.contains(answer))
    #expect(try Program.run(["help", "formats"]).status == 0)
    #expect(try Program.run(["help", "batch"]).status == 0)
  }

  @Test("a code without its command is answered with the command", arguments: ["0x904", "2308"])
  func code(word: String) throws {
    let result = try Program.run([word])
    #expect(result.status == 64)
    #expect(result.errors.contains("rdpwhy explain \(word)"))
  }

  @Test("what looks like a file stays one", arguments: ["0x904.pcap", "missing/0x904"])
  func file(word: String) throws {
    let result = try Program.run([word])
    #expect(result.status == 2)
    #expect(result.errors.contains("\(word): cannot open"))
  }

  @Test("nothing named: the three ways in")
  func nothing() throws {
    let result = try Program.run([])
    #expect(result.status == 64)
    for way in ["rdpwhy explain 0x904", "server.evtx", "client.pcapng"] {
      #expect(result.errors.contains(way))
    }
  }
}
