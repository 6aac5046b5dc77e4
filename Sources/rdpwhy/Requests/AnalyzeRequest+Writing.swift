import Analysis
import CaptureReader
import Foundation
import Reporting

extension AnalyzeRequest {
  /// Writes the report in the form and to the place that was asked for.
  ///
  /// - Parameter isComplete: asked at the end; what is not complete stays beside its name.
  func write(_ report: Report, isComplete: () -> Bool) throws {
    switch target {
    case .standardOutput:
      let output = StandardOutput()
      output.finish { try write(report, style: output.style(color), to: &$0) }
    case .file(let file) where format == .sqlite:
      try file.write(
        isComplete: isComplete,
        makingFile: { path in
          try format.write(report, .init(path: path)) { _ in }
        })
    case .file(let file):
      try file.write(isComplete: isComplete) { handle in
        var output = BufferedOutput(handle)
        try write(report, style: file.style(color), to: &output)
      }
    case .folder(let folder, let tables):
      try folder.write(isComplete: isComplete) { handles in
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
      var options = ReportFormat.Options(
        style: style, showsAll: showsAll, table: table, zone: zone)
      options.workers = self.options.resources.workers
      try format.write(report, options) { try output.write($0) }
    }
    try output.flush()
  }

  private func summary(of report: Report, style: TerminalStyle) throws -> Data {
    try SummaryForm(format).text(
      of: SummaryDocument(Summary(report), tool: report.tool), style: style)
  }

  /// Where a result lies that is not complete.
  var partialPlace: String {
    switch target {
    case .standardOutput: "the output"
    case .file(let file): file.partialPath
    case .folder(let folder, _): folder.path
    }
  }
}
