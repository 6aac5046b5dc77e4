import Analysis
import ArgumentParser
import CaptureReader
import Foundation
import Reporting

/// What `rdpwhy diff` was asked to do.
struct DiffRequest {
  /// Bytes read at a time.
  private static let chunk = 1 << 20

  private let paths: [String]
  private let format: DiffCommand.Format
  private let color: ColorChoice
  private let options: AnalysisOptions
  private let series: SeriesMode
  private let file: OutputFile?

  init(_ typed: DiffCommand) throws {
    paths = [typed.before, typed.after]
    format = typed.format
    color = typed.color
    let analysis = try typed.analysis.completed()
    var options = try AnalysisOptions(analysis)
    try options.take(typed.selection)
    if options.filter != nil, let stored = paths.first(where: { Self.form(of: $0) != nil }) {
      throw ValidationError(
        "--filter needs packets; \(TerminalText.escape(stored)) holds judged sessions.")
    }
    self.options = options
    series = analysis.series
    file = try typed.output.flatMap { path in
      path == "-"
        ? nil
        : try OutputFile(
          path: path, replaces: typed.force, inputs: [typed.before, typed.after])
    }
  }

  func perform() throws -> Outcome {
    var sides: [ComparedResults] = []
    for path in paths {
      guard let side = try side(path) else { return .nothing }
      sides.append(side)
    }
    let comparison = Comparison(before: sides[0], after: sides[1], tool: .current)
    if let file {
      let data = data(of: comparison, style: file.style(color))
      try file.write { try $0.write(contentsOf: data) }
    } else {
      let output = StandardOutput()
      output.finish(with: data(of: comparison, style: output.style(color)))
    }
    return .analysed
  }

  private func data(of comparison: Comparison, style: TerminalStyle) -> Data {
    switch format {
    case .text: Data(ComparisonText(comparison).text(style: style).utf8)
    case .json: comparison.json()
    case .markdown: Data(ComparisonText(comparison).markdown.utf8)
    case .html: Data(ComparisonText(comparison).html.utf8)
    }
  }

  /// One side's sessions; nil, with a message, where there are none.
  private func side(_ path: String) throws -> ComparedResults? {
    var results = ComparedResults(name: path)
    do {
      let form = Self.form(of: path)
      if form != nil { results.selection = options.selection }
      switch form {
      case .sqlite: try results.addDatabase(at: path)
      case .ndjson:
        let handle = try FileHandle.reading(path)
        try results.addLines {
          guard let data = try handle.read(upToCount: Self.chunk), !data.isEmpty else {
            return nil
          }
          return data
        }
      case nil:
        var inputs = try InputList([path])
        let captures = try inputs.series(mode: series, limits: options.resources.limits)
        let report = Report(
          CaptureAnalyzer.analyze(captures, options: options), tool: .current)
        for line in InputMessages(report).failures { Diagnostics.report(escaped: line) }
        guard !report.sessions.isEmpty else { throw ComparisonError.noSessions(path) }
        results.add(report)
      }
    } catch let error as ComparisonError {
      Diagnostics.report(error.description)
      return nil
    } catch let error as CocoaError {
      Diagnostics.report("\(path): \(error.reason)")
      return nil
    }
    return results
  }

  private static func form(of path: String) -> ComparedResults.Form? {
    guard FileStatus(path: path)?.kind == .regular,
      let handle = try? FileHandle.reading(path),
      let head = try? handle.read(upToCount: ComparedResults.headLimit)
    else { return nil }
    return ComparedResults.form(ofHead: head)
  }
}
