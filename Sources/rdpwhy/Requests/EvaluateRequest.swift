import Analysis
import ArgumentParser
import Attribution
import CaptureReader
import Foundation
import Reporting

/// What `rdpwhy evaluate` was asked to do.
struct EvaluateRequest {
  let labels: [Label]
  let folder: URL
  let fits: Bool
  let format: EvaluateCommand.Format
  let color: ColorChoice

  init(_ typed: EvaluateCommand) throws {
    labels = try Self.labels(typed.labels)
    folder =
      typed.captures.map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? URL(filePath: typed.labels).deletingLastPathComponent()
    fits = typed.fit
    format = typed.format
    color = typed.color
  }

  private static func labels(_ path: String) throws -> [Label] {
    let text: String
    do {
      text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    } catch {
      Diagnostics.report("\(path): \(error.reason)")
      throw ExitCode(Outcome.nothing.rawValue)
    }
    do {
      return try LabelTable(parsing: text).labels
    } catch {
      Diagnostics.report("\(path): line \(error.line): \(error.reason)")
      throw ExitCode(Outcome.nothing.rawValue)
    }
  }
}

extension EvaluateRequest {
  func perform() throws -> Outcome {
    let captures = LabelledCaptures(labels, options: AnalysisOptions()) { file in
      URL(filePath: file, relativeTo: folder).path
    }
    let report = EvaluationReport(captures, fits: fits)
    for input in report.unreadable {
      Diagnostics.report(input.failure?.description ?? input.name)
    }
    let output = StandardOutput()
    switch format {
    case .text:
      output.finish(with: EvaluationText(style: output.style(color)).text(of: report))
    case .json:
      output.finish(with: try EvaluationRecord(report).json())
    }
    return report.outcome
  }
}
