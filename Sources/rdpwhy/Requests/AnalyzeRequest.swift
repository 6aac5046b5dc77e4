import Analysis
import ArgumentParser
import CaptureReader
import Evidence
import Foundation
import Reporting
import Synchronization

/// What `rdpwhy analyze` was asked to do, with every option turned into its meaning.
struct AnalyzeRequest {
  private let inputs: InputList
  let options: AnalysisOptions
  let series: SeriesMode
  let format: OutputFormat
  let color: ColorChoice
  let showsAll: Bool
  let zone: ReportZone?
  let isSummary: Bool
  let target: ResultTarget
  let table: RecordTable
  let failOn: FailureThresholds
  let isQuiet: Bool
  let isVerbose: Bool
  private let digestLimit: Int?

  init(_ typed: AnalyzeCommand) throws {
    let named = typed.point.map(\.file).filter { !typed.inputs.contains($0) }
    inputs = try InputList(typed.inputs + named)
    let analysis = try typed.analysis.completed()
    var options = try AnalysisOptions(analysis)
    try options.take(typed.selection)
    options.sites = try typed.results.siteMap(config: analysis.config)
    options.resources.workers = typed.jobs.map(Workers.init) ?? .all
    for point in typed.point { options.points[point.file] = point.name }
    self.options = options
    series = typed.analysis.series
    format = try OutputFormat(typed.results, otherwise: .text)
    color = typed.text.color
    showsAll = typed.text.all
    zone = try typed.text.zone(config: analysis.config)
    isSummary = typed.results.summary
    guard !isSummary || OutputFormat.summary.contains(format) else {
      throw ValidationError("--summary needs --format text, json or markdown.")
    }
    target = try ResultTarget(
      .init(
        format: format, table: typed.results.table, output: typed.results.output,
        replaces: typed.results.force,
        inputs: typed.inputs + analysis.keylog + [typed.results.sites].compactMap(\.self)))
    table = typed.results.table ?? .sessions
    failOn = try typed.results.thresholds(config: analysis.config)
    isQuiet = typed.quiet
    isVerbose = typed.verbose
    digestLimit = typed.digests.limit
  }
}

extension AnalyzeRequest {
  /// - Returns: the exit code.
  func perform() throws -> Int32 {
    var inputs = inputs
    var phases = Phases(isShown: isVerbose)
    let monitor = ReadingMonitor()
    // A pipe could keep the run waiting after it: there an interrupt ends at once.
    let interrupts = inputs.areFiles ? InterruptWatch() : nil
    interrupts?.onInterrupt {
      guard monitor.interrupt() else { return }
      Diagnostics.report("interrupted; nothing was written")
      Signals.end()
    }
    let limits = options.resources.limits
    let captures = try inputs.series(mode: series, limits: limits)
    phases.end(
      "looked for inputs: \(captures.reduce(0) { $0 + $1.members.count }) in \(captures.count) series"
    )
    let report = Report(analysis(of: captures, monitor), tool: .current)
    monitor.endJudging()
    phases.end("read and judged: \(Self.counts(report))")
    let messages = InputMessages(report)
    if captures.isEmpty {
      Diagnostics.report("no captures and no logs in \(inputs.typed.joined(separator: ", "))")
    }
    if inputs.foreign > 0, !isQuiet {
      Diagnostics.report("left out: \(inputs.foreign) files in folders that are no captures")
    }
    for line in messages.failures { Diagnostics.report(escaped: line) }
    for line in isQuiet ? messages.crowded : messages.notes {
      Diagnostics.report(escaped: line)
    }
    try write(report, isComplete: { !monitor.isCancelled })
    phases.end("wrote \(isSummary ? "the summary as " : "")\(format.rawValue)")
    phases.finish()
    Self.last.withLock { $0 = report }
    guard monitor.isCancelled else { return Outcome(report, failingOn: failOn).rawValue }
    Diagnostics.report("interrupted; \(partialPlace) has what was read until then")
    return Signals.interrupted
  }

  /// Reads and judges, with a line of progress where someone sees it.
  private func analysis(
    of captures: [CaptureSeries], _ monitor: ReadingMonitor
  ) -> AnalysisReport {
    let opener = SourceOpener(
      limits: options.resources.limits, monitor: monitor,
      digests: digestLimit.map(InputDigests.init(limit:)))
    let total = captures.flatMap(\.members).reduce(0) { sum, member in
      sum.addingSaturating(FileStatus(path: member.source.name)?.size ?? 0)
    }
    let progress = ReadingProgress(monitor, total: total)
    let display =
      isQuiet || !ProgressDisplay.isTerminal
      ? nil : ProgressDisplay({ progress.line }, bar: nil)
    defer { display?.finish() }
    return CaptureAnalyzer.analyze(captures, options: options, opener: opener)
  }

  /// The process is at its end: taking a large report apart costs as much as the writing of a tenth of it.
  private static let last = Mutex<Report?>(nil)

  private static func counts(_ report: Report) -> String {
    "\(report.summary.inputs) inputs, \(report.summary.packets) packets, "
      + "\(report.summary.sessions) sessions"
  }
}
