import Foundation
import PacketDecode
import Support
import Testing

/// Hostile names in a capture and of a capture, through the executable.
@Suite("Hostile text, end to end") struct HostileTextTests {
  static let names = [
    "\u{1B}]0;owned\u{7}", "a\u{202E}gpj", "=cmd|' C calc'!A0", "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))", "'; DROP TABLE sessions; --", "tab\there", "\u{9B}31m",
  ]
  static let forms = ["text", "json", "ndjson", "csv", "zeek", "markdown", "html", "facts"]

  /// A connection whose request has this cookie, and that the server refuses to go on with.
  static func capture(cookie: [UInt8]) -> [UInt8] {
    let client = Endpoint("10.0.0.5", 50_000)
    let server = Endpoint("10.0.0.9", 3389)
    let text = Array("Cookie: mstshash=".utf8) + cookie + [13, 10] + [1, 0, 8, 0, 3, 0, 0, 0]
    let request = [UInt8(6 + text.count), 0xE0, 0, 0, 0, 0, 0] + text
    let packet = [3, 0, 0, UInt8(4 + request.count)] + request
    var builder = PCAPBuilder()
    let frames: [[UInt8]] = [
      PacketBuilder.tcp(from: client, to: server, seq: 100, flags: [.syn]),
      PacketBuilder.tcp(from: server, to: client, seq: 500, ack: 101, flags: [.syn, .ack]),
      PacketBuilder.tcp(from: client, to: server, seq: 101, ack: 501, flags: [.ack]),
      PacketBuilder.tcp(
        from: client, to: server, seq: 101, ack: 501, flags: [.psh, .ack], payload: packet),
      PacketBuilder.tcp(
        from: server, to: client, seq: 501, ack: UInt32(101 + packet.count), flags: [.rst, .ack]),
    ]
    for (index, frame) in frames.enumerated() {
      builder.packet(frame, seconds: 1_700_000_000, fraction: UInt32(index * 1_000))
    }
    return builder.bytes
  }

  @Test("cookies and file names do no harm in any form", arguments: names, forms)
  func harmless(name: String, form: String) throws {
    try withTemporaryFile(Self.capture(cookie: Array(name.utf8)), named: name + ".pcap") { path in
      let folder = URL(filePath: path).deletingLastPathComponent()
      try Data("no capture".utf8).write(to: folder.appending(path: name))
      let result = try Program.run(
        ["--format", form, "--all", name + ".pcap", name], directory: folder)
      #expect(result.status == 3)
      #expect(result.output.contains("10.0.0.5"))
      for stream in [result.output, result.errors] {
        let own: Set<Unicode.Scalar> = ["\n", "\r", "\t", "\u{A0}"]
        let hidden = stream.unicodeScalars.first {
          !own.contains($0)
            && [.control, .format, .lineSeparator].contains($0.properties.generalCategory)
        }
        #expect(hidden == nil, "\(form)")
        #expect(form != "html" || stream != result.output || !stream.contains("<img"))
      }
      #expect(result.errors.contains("\t") == false)
    }
  }

  /// What a command is asked, beside the capture.
  static let commands = [
    ["inspect"], ["inspect", "--format", "json"], ["--summary"], ["--summary", "--format", "json"],
    ["--summary", "--format", "markdown"], ["batch", "--output", "-"],
  ]

  @Test("other commands are as careful", arguments: names, commands)
  func otherCommands(name: String, arguments: [String]) throws {
    try withTemporaryFile(Self.capture(cookie: Array(name.utf8)), named: name + ".pcap") { path in
      let folder = URL(filePath: path).deletingLastPathComponent()
      let result = try Program.run(arguments + [name + ".pcap"], directory: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(!result.output.isEmpty)
      for scalar in (result.output + result.errors).unicodeScalars
      where ![10, 13, 0xA0].contains(scalar.value) {
        let isHidden = [.control, .format, .lineSeparator].contains(
          scalar.properties.generalCategory)
        #expect(!isHidden, "\(arguments) \(scalar.value)")
      }
    }
  }

  @Test("a database that sqlite3 shows is as careful", arguments: names)
  func database(name: String) throws {
    try withTemporaryFile(Self.capture(cookie: Array(name.utf8)), named: name + ".pcap") { path in
      let folder = URL(filePath: path).deletingLastPathComponent()
      let result = try Program.run(
        ["--format", "sqlite", "--output", "told.sqlite", name + ".pcap"], directory: folder)
      #expect(result.status == 0, "\(result.errors)")
      // What the file holds as bytes is what a shell prints: its own pages aside, no escape stands
      // in them, and no mark of writing direction.
      let bytes = try Data(contentsOf: folder.appending(path: "told.sqlite"))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains("10.0.0.5"))
      #expect(!text.contains("\u{1B}]0") && !text.contains("\u{202E}"))
      #expect(!text.contains("\u{9B}31m") && !text.contains("tab\there"))
    }
  }

  @Test("bytes that are no UTF-8 come out as replacement characters", arguments: forms)
  func invalidUTF8(form: String) throws {
    try withTemporaryFile(Self.capture(cookie: [0x61, 0xFF, 0xC3, 0x28])) { path in
      let result = try Program.run(["--format", form, "--all", path])
      #expect(result.status == 0)
      #expect(form == "text" || result.output.contains("\u{FFFD}"))
    }
  }
}
