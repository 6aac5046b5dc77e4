import Analysis
import CaptureReader
import Foundation
import Support
import Testing

@testable import Reporting

/// The law of stored facts: judged anew, they give the report that the captures gave.
@Suite("Stored facts") struct FactsLawTests {
  static let fixtures: [URL] = {
    let folder = Recordings.fixtures.appending(path: "captures")
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.lastPathComponent.contains(".pcap") }
      .sorted { $0.path < $1.path }
  }()

  @Test("of our captures give the same report", arguments: fixtures)
  func fixture(url: URL) throws { try check([url]) }

  @Test(
    "of the lab's captures give the same report",
    .enabled(if: Recordings.shared("lab") != nil, "the lab's recordings are not here"))
  func lab() throws {
    let folder = try #require(Recordings.shared("lab"))
    let captures = Recordings.files(in: folder, endingIn: [".pcap", ".pcapng", ".pcap.gz"])
    #expect(captures.count > 200)
    try check(captures)
  }

  private func check(_ captures: [URL]) throws {
    let analysis = CaptureAnalyzer.analyze(
      captures.map { .file($0.path) }, options: AnalysisOptions())
    let report = Report(analysis, tool: Facts.tool)
    var reader = FactsReader()
    try FactsReport().write(report) { reader.receive($0) }
    reader.finish()
    #expect(reader.errors == [])
    let again = Report(reader, tool: Facts.tool)
    #expect(!report.sessions.isEmpty)
    #expect(try Facts.json(again) == Facts.json(report))
  }
}

enum Facts {
  static let tool = Tool(name: "rdpwhy", version: "0.0.0")

  static func json(_ report: Report) throws -> [Substring] {
    var data = Data()
    try JSONReport(.lines).write(report) { data.append($0) }
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }

  static func lines(_ report: Report) throws -> [String] {
    var data = Data()
    try FactsReport().write(report) { data.append($0) }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Reads lines in pieces of `size` bytes.
  static func read(_ lines: [String], piece size: Int = 1000) -> FactsReader {
    var reader = FactsReader()
    var rest = Data(lines.joined(separator: "\n").utf8)[...]
    while !rest.isEmpty {
      reader.receive(Data(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    reader.finish()
    return reader
  }
}
