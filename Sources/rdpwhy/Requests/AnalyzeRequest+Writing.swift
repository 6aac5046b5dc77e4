import Foundation
import Reporting

extension AnalyzeRequest {
  /// Writes the report in the form and to the place that was asked for.
  func write(_ report: Report) throws {
    switch target {
    case .standardOutput:
      let output = StandardOutput()
      output.finish { try write(report, style: output.style(color), to: &$0) }
    case .file(let file) where format == .sqlite:
      try file.write(makingFile: { path in
        var database = try DatabaseWriter(path: path, tool: report.tool)
        try database.write(report)
        try database.finish()
      })
    case .file(let file):
      try file.write { handle in
        var output = BufferedOutput(handle)
        try write(report, style: file.style(color), to: &output)
      }
    case .folder(let folder, let tables):
      try folder.write { handles in
        for (table, handle) in zip(tables, handles) {
          var output = BufferedOutput(handle)
          try table.write(report) { try output.write($0) }
          try output.flush()
        }
      }
    }
  }

  private func write(
    _ report: Report, style: TerminalStyle, to output: inout BufferedOutput
  ) throws {
    if isSummary {
      try output.write(try summary(of: report, style: style))
    } else {
      try writeSessions(of: report, style: style, to: &output)
    }
    try output.flush()
  }

  private func summary(of report: Report, style: TerminalStyle) throws -> Data {
    try SummaryForm(format).text(
      of: SummaryDocument(Summary(report), tool: report.tool), style: style)
  }

  private func writeSessions(
    of report: Report, style: TerminalStyle, to output: inout BufferedOutput
  ) throws {
    switch format {
    case .text:
      try TextReport(.init(style: style, showsAll: showsAll)).write(report) {
        try output.write(Data($0.utf8))
      }
    case .json: try JSONReport(.document).write(report) { try output.write($0) }
    case .ndjson: try JSONReport(.lines).write(report) { try output.write($0) }
    case .csv: try TableText(table, as: .csv).write(report) { try output.write($0) }
    case .zeek: try TableText(table, as: .zeek).write(report) { try output.write($0) }
    // A database is a file, which the target made sure of.
    case .sqlite: break
    case .markdown:
      try MarkdownReport(showsAll: showsAll).write(report) { try output.write(Data($0.utf8)) }
    case .facts: try FactsReport().write(report) { try output.write($0) }
    case .html: try HTMLReport().write(report) { try output.write(Data($0.utf8)) }
    }
  }
}
