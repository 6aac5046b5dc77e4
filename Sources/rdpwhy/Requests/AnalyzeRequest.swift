import Analysis
import ArgumentParser
import CaptureReader
import Evidence
import Foundation
import Reporting

/// What `rdpwhy analyze` was asked to do, with every option turned into its meaning.
struct AnalyzeRequest {
  private let inputs: InputList
  let options: AnalysisOptions
  let series: SeriesMode
  let format: OutputFormat
  let color: ColorChoice
  let showsAll: Bool
  let isSummary: Bool
  let target: ResultTarget
  let table: RecordTable
  let failOn: Set<Cause>
  let isQuiet: Bool

  init(_ typed: AnalyzeCommand) throws {
    let named = typed.point.map(\.file).filter { !typed.inputs.contains($0) }
    inputs = try InputList(typed.inputs + named)
    var options = try AnalysisOptions(typed.analysis)
    for point in typed.point { options.points[point.file] = point.name }
    self.options = options
    series = typed.analysis.series
    format = OutputFormat(typed.results, otherwise: .text)
    color = typed.text.color
    showsAll = typed.text.all
    isSummary = typed.results.summary
    guard !isSummary || OutputFormat.summary.contains(format) else {
      throw ValidationError("--summary needs --format text, json or markdown.")
    }
    target = try ResultTarget(
      .init(
        format: format, table: typed.results.table, output: typed.results.output,
        replaces: typed.results.force, inputs: typed.inputs + typed.analysis.keylog))
    table = typed.results.table ?? .sessions
    failOn = typed.results.failOn.causes
    isQuiet = typed.quiet
  }
}

extension AnalyzeRequest {
  func perform() throws -> Outcome {
    var inputs = inputs
    let captures = try inputs.series(mode: series, limits: options.resources.limits)
    let report = Report(CaptureAnalyzer.analyze(captures, options: options), tool: .current)
    let messages = InputMessages(report)
    if captures.isEmpty { Diagnostics.report("no captures found") }
    if inputs.foreign > 0, !isQuiet {
      Diagnostics.report("left out: \(inputs.foreign) files in folders that are no captures")
    }
    for line in messages.failures { Diagnostics.report(escaped: line) }
    if !isQuiet {
      for line in messages.notes { Diagnostics.report(escaped: line) }
    }
    try write(report)
    return Outcome(report, failingOn: failOn)
  }
}
