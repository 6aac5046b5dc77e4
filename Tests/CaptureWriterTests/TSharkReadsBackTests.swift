import CaptureReader
import CaptureWriter
import Foundation
import Support
import Testing

/// An independent reader of what we write.
@Suite("pcapng writer beside tshark") struct TSharkReadsBackTests {
  static let tools = ["tshark", "capinfos"].map { "/usr/bin/\($0)" }
  static let areInstalled = tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

  private func run(_ tool: String, _ arguments: [String]) throws -> (out: String, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let out = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let warnings = text.split(separator: "\n").filter { !$0.contains("as user \"root\"") }
    return (out, warnings.joined(separator: "\n"))
  }

  @Test("reads the same packets, times and comments", .enabled(if: areInstalled, "tshark absent"))
  func readsBack() throws {
    let (bytes, packets) = PCAPNGWriterTests.capture()
    try withTemporaryFile(bytes, named: "written.pcapng") { path in
      let fields = try run(
        Self.tools[0],
        [
          "-r", path, "-T", "fields", "-E", "separator=|", "-E", "aggregator=;", "-e",
          "frame.number", "-e",
          "frame.time_epoch", "-e", "frame.cap_len", "-e", "frame.len", "-e",
          "frame.interface_id", "-e", "frame.comment",
        ])
      #expect(fields.errors == "")
      let lines = fields.out.split(separator: "\n").map {
        $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(lines.count == packets.count)
      for (number, line) in lines.enumerated() where line.count >= 6 {
        #expect(line[1].hasPrefix("1700000000.12345\(6 + number)"))
        #expect(line[2] == "\(packets[number].count)")
        #expect(line[4] == (number == 1 ? "1" : "0"))
      }
      #expect(lines.first?.last == "supports network.loss: 3 repeats;again")
      let info = try run(Self.tools[1], ["-M", path])
      #expect(info.errors == "")
      #expect(info.out.contains("rdpwhy 1"))
      #expect(info.out.contains("the verdict"))
      #expect(info.out.contains("Number of interfaces in file: 2"))
    }
  }
}
