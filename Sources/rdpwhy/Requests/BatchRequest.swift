import Analysis
import ArgumentParser
import Batch
import CaptureReader
import Evidence
import Foundation
import Reporting

/// What `rdpwhy batch` was asked to do.
struct BatchRequest {
  private let paths: [String]
  private let manifest: String?
  private let shard: Shard
  private let mode: SeriesMode
  private let settings: BatchRun.Settings
  private let checkpointPath: String?
  /// What was typed and is read.
  private let inputs: [String]
  private let startsAnew: Bool
  private let isVerbose: Bool
  private let output: BatchOutput

  init(
    paths: [String], manifest: String?, shard: Shard, _ analysis: AnalysisFlags,
    _ selection: SelectionFlags, _ work: BatchWorkFlags, _ results: ResultFlags,
    _ report: BatchReportFlags
  ) throws {
    try CommandWord.checkBatch(paths)
    let analysis = try analysis.completed()
    self.paths = paths
    self.manifest = manifest
    self.shard = shard
    mode = analysis.series
    checkpointPath = work.checkpoint ?? results.output.flatMap(Self.checkpoint)
    startsAnew = work.fresh
    isVerbose = work.verbose
    inputs =
      paths + analysis.keylog + [manifest].compactMap(\.self)
      + paths.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    output = try BatchOutput(
      results, report, inputs: inputs + [checkpointPath].compactMap(\.self),
      continues: checkpointPath.map { FileStatus(path: $0) != nil } ?? false,
      isPart: shard.count > 1, config: analysis.config)
    var settings = BatchRun.Settings(
      tool: .current, jobs: work.jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      memory: analysis.maxMemory?.bytes ?? Int(clamping: ProcessInfo.processInfo.physicalMemory))
    settings.analysis = try AnalysisOptions(analysis)
    try settings.analysis.take(selection)
    guard settings.analysis.selection.isEmpty || output.format != .facts else {
      throw ValidationError(
        "Facts are of all sessions, since each is compared with the others; select them where they "
          + "are judged.")
    }
    settings.keyLogs = analysis.keylog
    settings.hashesContents = work.hash
    settings.digestLimit = work.hash && work.digests.digest == nil ? .max : work.digests.limit
    settings.retriesFailed = work.retryFailed
    if work.verbose { settings.seriesEnded = { Diagnostics.report($0.text) } }
    self.settings = settings
  }

  /// Where the results so far are kept, beside the output.
  static func checkpoint(of output: String) -> String? {
    guard output != "-", !OutputFile.isStream(output) else { return nil }
    let name = output.hasSuffix("/") && output.count > 1 ? String(output.dropLast()) : output
    // Its own name is in UTF-8.
    let own = name.split(separator: "/").last.map(String.init) ?? ""
    return String(name.dropLast(own.count)) + FileName.percentEscaped(own) + ".checkpoint"
  }

  static func shard(_ typed: String?, fromEnvironment: Bool) throws -> Shard {
    do throws(BatchError) {
      if fromEnvironment { return try Shard(environment: ProcessInfo.processInfo.environment) }
      guard let typed else { return .whole }
      return try Shard(typed)
    } catch {
      throw ValidationError(error.description)
    }
  }

  /// - Returns: the exit code.
  func perform() async throws -> Int32 {
    let interrupts = InterruptWatch()
    do {
      do {
        return try await perform(interrupts)
      } catch BatchError.checkpointDamaged(let path) where path == checkpointPath {
        let other = try Checkpoint.setAside(path: path)
        Diagnostics.report(
          "\(path) is damaged: it is set aside as \(other), and all series are analysed anew")
        return try await perform(interrupts)
      }
    } catch let error as BatchError {
      Diagnostics.report(error.description)
      return error.exitCode
    }
  }

  private func perform(_ interrupts: InterruptWatch) async throws -> Int32 {
    var phases = Phases(isShown: isVerbose)
    let checkpoint = try checkpoint()
    defer { try? checkpoint.close() }
    let monitor = ReadingMonitor()
    interrupts.onInterrupt { monitor.cancel() }
    let looking = PlanProgress()
    let planDisplay = display { looking.text }
    let plan: Plan
    do {
      defer { planDisplay?.finish() }
      plan = try self.plan(monitor: monitor, progress: looking)
    }
    if monitor.isCancelled { return Signals.interrupted }
    if plan.series.isEmpty {
      Diagnostics.report("no captures and no logs found")
      return Outcome.nothing.rawValue
    }
    phases.end("planned: \(plan.series.count) series")
    try output.check(against: plan.storedFiles)
    let run = BatchRun(plan, shard: shard, settings: settings, checkpoint: checkpoint)
    interrupts.onInterrupt { run.interrupt() }
    let results = try await results(of: run)
    let done = run.progress.snapshot
    phases.end(
      "observed: \(done.seriesDone) of \(done.series) series, \(done.sessions) sessions")
    let outcome = try output.write(results, isComplete: { !run.isInterrupted })
    phases.end("judged all and wrote \(output.format.rawValue)")
    phases.finish()
    guard run.isInterrupted else { return outcome.rawValue }
    Diagnostics.report(
      "interrupted; "
        + (output.partialPath.map { "\($0) has the results so far" }
          ?? "the results so far are written")
        + (checkpointPath == nil ? "" : ", and the same command goes on from there"))
    return Signals.interrupted
  }

  private func results(of run: BatchRun) async throws -> BatchResults {
    let start = ContinuousClock.now
    let shown = display(
      { ProgressLine(run.progress.snapshot, after: start.duration(to: .now) / .seconds(1)).text },
      bar: { columns in
        ProgressLine(run.progress.snapshot, after: start.duration(to: .now) / .seconds(1))
          .bar(columns: columns)
      })
    defer { shown?.finish() }
    return try await run.run()
  }

  private func display(
    _ line: @escaping @Sendable () -> String, bar: (@Sendable (Int) -> String)? = nil
  ) -> ProgressDisplay? {
    output.isQuiet ? nil : ProgressDisplay(line, bar: bar)
  }

  private func plan(monitor: ReadingMonitor, progress: PlanProgress) throws -> Plan {
    if let manifest {
      return try Plan(manifestAt: manifest)
    }
    do {
      return try Plan(
        paths, mode: mode, own: checkpointPath, monitor: monitor, progress: progress,
        workers: Workers(settings.jobs))
    } catch let error as BatchError {
      throw ValidationError(error.description)
    } catch {
      throw ValidationError("A list of paths cannot be read: \(error.reason)")
    }
  }

  private func checkpoint() throws -> Checkpoint {
    guard let checkpointPath else { return try Checkpoint() }
    let identity = FileStatus(path: checkpointPath)?.identity
    for input in inputs where identity != nil && FileStatus(path: input)?.identity == identity {
      throw ValidationError(
        "\(TerminalText.escape(input)) is an input; keep the checkpoint in another file.")
    }
    // Something that is none goes only where the name says that it is one.
    guard checkpointPath.hasSuffix(".checkpoint") || Checkpoint.mayStand(in: checkpointPath) else {
      throw BatchError.notACheckpoint(checkpointPath)
    }
    if startsAnew { return try Checkpoint.emptied(path: checkpointPath) }
    return try Checkpoint(path: checkpointPath)
  }
}

/// What `rdpwhy batch plan` was asked to do.
struct BatchPlanRequest {
  private let paths: [String]
  private let mode: SeriesMode
  private let file: OutputFile?

  init(_ typed: BatchPlanCommand) throws {
    paths = typed.paths
    mode = typed.series
    file = try typed.output.flatMap { path in
      path == "-" ? nil : try OutputFile(path: path, replaces: typed.force, inputs: typed.paths)
    }
  }

  func perform() throws -> Outcome {
    let plan: Plan
    do {
      plan = try Plan(paths, mode: mode, findsEnds: true, workers: .all)
    } catch let error as BatchError {
      throw ValidationError(error.description)
    } catch {
      throw ValidationError("A list of paths cannot be read: \(error.reason)")
    }
    let missing = plan.missing
    for name in missing { Diagnostics.report("\(name): there is no such file") }
    if plan.series.count == missing.count { return .nothing }
    let text = try plan.ndjson()
    if let file {
      try file.check(against: plan.storedFiles)
      try file.write { try $0.write(contentsOf: text) }
    } else {
      StandardOutput().finish(with: text)
    }
    return missing.isEmpty ? .analysed : .partial
  }
}

/// What `rdpwhy batch merge` was asked to do.
struct BatchMergeRequest {
  /// Series named on standard error; further ones are counted.
  private static let namedLimit = 20

  private let parts: [String]
  private let planned: Plan?
  private let isPart: Bool
  private let selection: SessionSelection
  private let output: BatchOutput

  init(
    parts: [String], manifest: String?, isPart: Bool = false, _ selection: SelectionFlags,
    _ results: ResultFlags, _ report: BatchReportFlags
  ) throws {
    self.parts = parts
    self.isPart = isPart
    self.selection = try SessionSelection(ofFacts: selection)
    guard parts.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    planned = try manifest.map { try Plan(manifestAt: $0) }
    output = try BatchOutput(
      results, report, inputs: parts + [manifest].compactMap(\.self), continues: false)
    guard self.selection.isEmpty || output.format != .facts else {
      throw ValidationError("--format facts writes all facts: a selection is of judged sessions.")
    }
  }

  func perform() throws -> Outcome {
    let results: BatchResults
    do {
      results = try BatchResults(
        merging: parts, isPart: isPart, selection: selection, workers: .all)
    } catch let error as BatchError {
      Diagnostics.report(error.description)
      return .nothing
    } catch let error as CocoaError {
      Diagnostics.report(error.reason)
      return .nothing
    }
    let outcome = try output.write(results)
    // A group of an engine's is no shard of a plan.
    guard outcome != .nothing, !isPart else { return outcome }
    guard let imported = results.imported else {
      guard planned == nil else {
        Diagnostics.report(BatchError.judgedAlready.description)
        return .nothing
      }
      return outcome
    }
    let coverage = planned.map { PlanCoverage(of: $0, in: imported) } ?? PlanCoverage(in: imported)
    report(coverage.missing, "missing: no part has the series")
    report(coverage.doubled, "in several parts: taken once, the series")
    report(coverage.unplanned, "not in the manifest: the series")
    for gap in coverage.gaps.prefix(Self.namedLimit) { Diagnostics.report(Self.sentence(gap)) }
    if planned == nil, !output.isQuiet {
      Diagnostics.report(
        (coverage.isOfSeveralPlans
          ? "the parts are of several plans: whether one is missing is not known"
          : "whether a part behind the last of these inputs is missing is not known")
          + "; --manifest PLAN tells")
    }
    return coverage.isExact || outcome == .found ? outcome : .partial
  }

  private static func sentence(_ gap: PlanCoverage.Gap) -> String {
    let count = "\(gap.inputs) input\(gap.inputs == 1 ? "" : "s")"
    return "missing: no part has \(count) of the plan "
      + (gap.after.map { "between \($0) and" } ?? "before") + " \(gap.before)"
      + "; --manifest PLAN names them"
  }

  private func report(_ names: [String], _ meaning: String) {
    for name in names.prefix(Self.namedLimit) { Diagnostics.report("\(meaning) \(name)") }
    if names.count > Self.namedLimit {
      Diagnostics.report("\(meaning)… and \(names.count - Self.namedLimit) more")
    }
  }
}

extension Plan {
  /// Reads what `batch plan` wrote.
  init(manifestAt path: String) throws {
    let data: Data
    do {
      data =
        path == "-"
        ? try FileHandle.standardInput.readToEnd() ?? Data()
        : try FileHandle.reading(path).readToEnd() ?? Data()
    } catch {
      throw ValidationError(
        "The manifest '\(TerminalText.escape(path))' cannot be read: \(error.reason)")
    }
    do {
      try self.init(manifest: data)
    } catch let error as BatchError {
      throw ValidationError(error.description)
    }
  }
}
