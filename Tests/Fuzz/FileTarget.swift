import Analysis
import CaptureReader
import Foundation
import RDPProtocol
import Reporting

/// A whole file up to its reports, which hold nothing that a terminal would obey.
enum FileTarget {
  nonisolated(unsafe) private static let file = MemoryFile()
  private static let tool = Tool(name: "fuzz", version: "0")

  /// All forms but the database, which takes most of an execution's time.
  static func run(_ bytes: [UInt8]) {
    let report = report(bytes)
    do {
      try JSONReport(.lines).write(report) { _ in }
      for table in [RecordTable.sessions, .evidence, .inputs] {
        try TableText(table, as: .csv).write(report) { _ in }
        try TableText(table, as: .zeek).write(report) { _ in }
      }
      try MarkdownReport(showsAll: true).write(report, to: requireHarmless)
      try HTMLReport().write(report, to: requireHarmless)
      let summary = SummaryDocument(Summary(report), tool: report.tool)
      requireHarmless(SummaryText(style: TerminalStyle()).text(of: summary))
      requireHarmless(SummaryMarkdown().text(of: summary))
      try TextReport(.init(style: TerminalStyle(), showsAll: true)).write(
        report, to: requireHarmless)
    } catch {
      fatalError("a report could not be written: \(error)")
    }
  }

  /// The database, and the stored facts: judged anew they give the same verdicts.
  static func runStored(_ bytes: [UInt8]) {
    let report = report(bytes)
    var facts = FactsReader()
    do {
      var writer = try DatabaseWriter(path: ":memory:", tool: tool)
      try writer.write(report)
      try writer.finish()
      try FactsReport().write(report) { facts.receive($0) }
    } catch {
      fatalError("what was found could not be stored: \(error)")
    }
    facts.finish()
    require(facts.errorCount == 0, "stored facts cannot be read")
    let codes = Report(facts, tool: tool).sessions.map(\.verdict.code)
    require(codes == report.sessions.map(\.verdict.code), "stored facts have another verdict")
  }

  private static func report(_ bytes: [UInt8]) -> Report {
    file.write(bytes)
    var options = AnalysisOptions()
    options.resources.limits.decompressedBytes = 4 << 20
    return Report(CaptureAnalyzer.analyze([.file(file.path)], options: options), tool: tool)
  }

  private static func requireHarmless(_ piece: Data) {
    requireHarmless(String(decoding: piece, as: UTF8.self))
  }

  private static func requireHarmless(_ text: String) {
    require(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "a control character")
  }
}
