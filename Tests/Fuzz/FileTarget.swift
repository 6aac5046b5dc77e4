import Analysis
import CaptureReader
import Foundation
import RDPProtocol
import Reporting

/// A whole file up to its reports in all forms, which hold nothing that a terminal would obey.
enum FileTarget {
  nonisolated(unsafe) private static let file = MemoryFile()
  private static let tool = Tool(name: "fuzz", version: "0")

  static func run(_ bytes: [UInt8]) {
    file.write(bytes)
    var options = AnalysisOptions()
    options.limits.decompressedBytes = 4 << 20
    let analysis = CaptureAnalyzer.analyze([.file(file.path)], options: options)
    let report = Report(analysis, tool: tool)
    do {
      try JSONReport(.lines).write(report) { _ in }
      for table in [RecordTable.sessions, .evidence, .inputs] {
        TableText(table, as: .csv).write(report) { _ in }
        TableText(table, as: .zeek).write(report) { _ in }
      }
      MarkdownReport(showsAll: true).write(report, to: requireHarmless)
      try HTMLReport().write(report, to: requireHarmless)
      let summary = SummaryDocument(Summary(report), tool: report.tool)
      requireHarmless(SummaryText(style: TerminalStyle()).text(of: summary))
      requireHarmless(SummaryMarkdown().text(of: summary))
      TextReport(.init(style: TerminalStyle(), showsAll: true)).write(report, to: requireHarmless)
    } catch {
      fatalError("a report could not be written: \(error)")
    }
  }

  private static func requireHarmless(_ text: String) {
    require(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }, "a control character")
  }
}
