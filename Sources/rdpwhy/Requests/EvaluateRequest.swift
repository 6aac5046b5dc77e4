import Analysis
import ArgumentParser
import Attribution
import CaptureReader
import Foundation
import Reporting

/// What `rdpwhy evaluate` was asked to do.
struct EvaluateRequest {
  /// Labelled captures that are scored together.
  struct LabelSet {
    var name: String
    var labels: [Label]
    var folder: URL
  }

  let sets: [LabelSet]
  let fits: Bool
  let format: EvaluateCommand.Format
  let color: ColorChoice

  init(_ typed: EvaluateCommand) throws {
    let folder = typed.captures.map { URL(filePath: $0, directoryHint: .isDirectory) }
    sets = try typed.labels.map { path in
      LabelSet(
        name: path, labels: try Self.labels(path),
        folder: folder ?? URL(filePath: path).deletingLastPathComponent())
    }
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
    let reports = sets.map { set in
      let captures = LabelledCaptures(set.labels, options: AnalysisOptions()) { file in
        URL(filePath: file, relativeTo: set.folder).path
      }
      return EvaluationReport(captures, fits: fits)
    }
    for input in reports.flatMap(\.unreadable) {
      Diagnostics.report(input.failure?.description ?? input.name)
    }
    let output = StandardOutput()
    switch format {
    case .text:
      output.finish(with: text(of: reports, style: output.style(color)))
    case .json:
      let records = reports.map { EvaluationRecord($0).json() }
      output.finish(with: records.reduce(into: Data()) { $0 += $1 })
    }
    let outcomes = reports.map(\.outcome)
    if outcomes.allSatisfy({ $0 == .nothing }) { return .nothing }
    return outcomes.allSatisfy { $0 == .analysed } ? .analysed : .partial
  }

  /// One table a set, under its name where there are several.
  private func text(of reports: [EvaluationReport], style: TerminalStyle) -> String {
    zip(sets, reports).map { set, report in
      let text = EvaluationText(style: style).text(of: report)
      return sets.count > 1 ? "\(TerminalText.escape(set.name))\n\(text)" : text
    }.joined(separator: "\n")
  }
}
