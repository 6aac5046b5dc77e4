import Analysis
import ArgumentParser
import Batch
import CaptureReader
import Evidence
import Foundation
import Reporting

/// Where the results of a batch go, and in which forms.
struct BatchOutput {
  let isQuiet: Bool
  let format: OutputFormat
  let isSummary: Bool
  let target: ResultTarget
  /// For the tables' forms, where there is no folder for all.
  let table: RecordTable
  /// The reader's clock.
  let zone: ReportZone?
  let summaryFile: (file: OutputFile, form: SummaryForm)?
  private let failOn: FailureThresholds
  private let sites: SiteMap

  /// - Parameters:
  ///   - continues: an earlier run's checkpoint shows that the output is this command's own.
  ///   - isPart: of several shards, which are to be merged.
  ///   - config: the configuration file that was named.
  init(
    _ typed: ResultFlags, _ report: BatchReportFlags, inputs: [String], continues: Bool,
    isPart: Bool = false, config: String? = nil
  ) throws {
    isQuiet = report.quiet
    failOn = try typed.thresholds(config: config)
    sites = try typed.siteMap(config: config)
    zone = try report.timeZone ?? Settings(file: config).zone
    let inputs = inputs + [typed.sites].compactMap(\.self)
    isSummary = typed.summary
    format =
      isPart
      ? typed.format ?? .facts
      : try OutputFormat(typed, otherwise: isSummary ? .text : .ndjson)
    table = typed.table ?? .sessions
    guard !isPart || format == .facts, !isPart || !isSummary else {
      throw ValidationError(
        "A shard is written as facts; `rdpwhy batch merge` judges all of them, in any form.")
    }
    guard isSummary || OutputFormat.batch.contains(format) else {
      throw ValidationError(
        "--format is ndjson, csv, sqlite, zeek, html or facts"
          + (OutputFormat.summary.contains(format)
            ? "; \(format.rawValue) needs --summary." : "."))
    }
    guard !isSummary || OutputFormat.summary.contains(format) else {
      throw ValidationError("--summary needs --format text, json or markdown.")
    }
    let replaces = typed.force || continues
    target = try ResultTarget(
      .init(
        format: format, table: typed.table, output: typed.output, replaces: replaces,
        inputs: inputs))
    summaryFile = try report.summaryOutput.map { path in
      guard path != typed.output else {
        throw ValidationError("--summary-output and --output are the same file.")
      }
      return (
        try OutputFile(path: path, replaces: replaces, inputs: inputs), SummaryForm(fileName: path)
      )
    }
  }

  /// Refuses to write in the place of an input.
  func check(against inputs: [String]) throws {
    try target.check(against: inputs)
    try summaryFile?.file.check(against: inputs)
  }

  /// Where results lie that are not complete; nil where they go to standard output.
  var partialPath: String? {
    switch target {
    case .standardOutput: nil
    case .file(let file): file.partialPath
    case .folder(let folder, _): folder.path
    }
  }

  /// - Returns: nothing analysed, where parts contradict each other or cannot be read.
  func write(_ results: BatchResults, isComplete: @escaping () -> Bool = { true }) throws -> Outcome
  {
    var results = results
    results.sites = sites
    let display = judging(&results)
    let writer = BatchWriter(self, results, isComplete: isComplete)
    do {
      defer { display?.finish() }
      try writer.write()
    } catch let error as ResultsError {
      if let error = error.reason as? BatchError, !error.isAboutParts { throw error }
      Diagnostics.report(error.reason.reason)
      return .nothing
    }
    report(writer)
    let outcome = writer.totals.outcome(failingOn: failOn)
    // Whoever looks at the exit code only has to learn that sessions are missing.
    return outcome == .analysed && writer.crowdedCount > 0 ? .partial : outcome
  }

  /// A line of progress, where it does not stand between results.
  private func judging(_ results: inout BatchResults) -> ProgressDisplay? {
    guard !isQuiet, format != .facts, let sessions = results.unjudged else { return nil }
    if case .standardOutput = target, isatty(STDOUT_FILENO) == 1 { return nil }
    let progress = JudgingProgress(sessions: sessions)
    results.progress = progress
    return ProgressDisplay({ progress.text }, bar: nil)
  }

  /// What stands on standard error in the end: the inputs that were not read in full, and the counts.
  private func report(_ writer: BatchWriter) {
    for line in InputMessages(writer.troubled).failures { Diagnostics.report(escaped: line) }
    let totals = writer.totals
    let unnamed = totals.filesFailed.addingSaturating(totals.filesPartial)
      .subtractingSaturating(writer.troubled.count)
    if unnamed > 0 {
      Diagnostics.report("and \(unnamed) more inputs unreadable or cut short; the output has them")
    }
    for line in InputMessages(writer.crowded).crowded { Diagnostics.report(escaped: line) }
    if writer.crowdedCount > writer.crowded.count {
      Diagnostics.report(
        "sessions of \(writer.crowdedCount - writer.crowded.count) "
          + (writer.crowded.isEmpty ? "" : "more ") + "inputs are left out for memory; the output "
          + "says which")
    }
    for line in writer.midStream.lines(ports: totals.ports) { Diagnostics.report(line) }
    if !isQuiet { Diagnostics.report(Self.closing(totals)) }
  }

  private static func closing(_ totals: BatchTotals) -> String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    var marks: [String] = []
    if totals.filesFailed > 0 { marks.append("\(totals.filesFailed) unreadable") }
    if totals.filesPartial > 0 { marks.append("\(totals.filesPartial) cut short or damaged") }
    return count(totals.files, "input")
      + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
      + ", " + count(totals.sessions, "session")
      + (totals.isJudged ? ", \(totals.drops) dropped or failed" : ", not judged yet")
      + (totals.leftOut > 0 ? ", \(totals.leftOut) not selected and left out" : "")
  }
}

extension BatchError {
  fileprivate var isAboutParts: Bool {
    switch self {
    case .notAPart, .conflict, .notRecords, .judgedAlready: true
    case .notAPlan, .notAShard, .noShardInEnvironment, .checkpoint, .checkpointInUse,
      .checkpointDamaged, .notACheckpoint, .noCheckpoint,
      .noPathList, .notAPathList,
      .tooManyInputs, .address:
      false
    }
  }
}
