public import Analysis
import CaptureReader
public import Reporting
import Synchronization

/// Analyses the series of a plan, several at a time, and keeps what is done in a checkpoint.
public struct BatchRun: Sendable {
  public struct Settings: Sendable {
    public var analysis = AnalysisOptions()
    public var tool: Tool
    /// Series analysed side by side.
    public var jobs: Int
    /// Bytes of memory that all of them may need at the worst.
    public var memory: Int
    /// Tell changed inputs by their contents, not by size and time.
    public var hashesContents = false
    /// Bytes of an input whose SHA-256 is written into its record; nil for none.
    public var digestLimit: Int?
    /// Analyse again what could not be read before, although it looks the same.
    public var retriesFailed = false
    /// Files that `analysis.keys` were read from.
    public var keyLogs: [String] = []
    /// Is told of each series that is done, on any thread.
    public var seriesEnded: (@Sendable (SeriesEnd) -> Void)?

    public init(tool: Tool, jobs: Int, memory: Int) {
      self.tool = tool
      self.jobs = jobs
      self.memory = memory
    }
  }

  public let progress: RunProgress
  private let plan: Plan
  private let jobs: [Job]
  private let settings: Settings
  private let checkpoint: Checkpoint
  private let interruption = Interruption()
  private let recent: RecentFacts

  public init(_ plan: Plan, shard: Shard, settings: Settings, checkpoint: Checkpoint) {
    jobs = shard.jobs(of: plan)
    self.plan = plan
    self.settings = settings
    self.checkpoint = checkpoint
    recent = RecentFacts(memory: settings.memory)
    progress = RunProgress(
      series: jobs.reduce(0) { $0 + $1.series.count },
      bytes: jobs.reduce(0) { $0.addingSaturating($1.bytes) })
  }

  /// Ends the run soon: what is done stays, what is running is given up.
  public func interrupt() { interruption.interrupt() }

  public var isInterrupted: Bool { interruption.isInterrupted }

  /// Runs to the end, or until it is interrupted.
  /// - Returns: the series that are done, in the order of the plan.
  /// - Throws: where results cannot be stored.
  public func run() async throws -> BatchResults {
    let fingerprint = Fingerprint(
      options: settings.analysis, tool: settings.tool, keyLogs: settings.keyLogs,
      hashesContents: settings.hashesContents, digestLimit: settings.digestLimit)
    let mine = jobs.flatMap { $0.series.map(\.series) }
    try checkpoint.keepOnly(Set(mine))
    try checkpoint.begin(series: progress.series, bytes: progress.bytes)
    let known = try checkpoint.fingerprints()
    var waiting: [Job] = []
    var seen: [String: String] = [:]
    for job in jobs {
      var rest = job
      rest.series = []
      for series in job.series {
        if let old = known[series.series], old == fingerprint.of(series, seen: &seen),
          let head = try checkpoint.intactHead(of: series.series),
          !settings.retriesFailed || head.filesFailed == 0
        {
          progress.reuse(series, sessions: head.sessions)
          settings.seriesEnded?(
            SeriesEnd(
              series: series.series, bytes: series.bytes, sessions: head.sessions, time: nil))
          rest.bytes = rest.bytes.subtractingSaturating(series.bytes)
        } else {
          rest.series.append(series)
        }
      }
      if !rest.series.isEmpty { waiting.append(rest) }
    }
    do {
      try await work(through: waiting, fingerprint: fingerprint)
    } catch {
      try? checkpoint.storeWaiting()
      throw error
    }
    try checkpoint.storeWaiting()
    var results = BatchResults(
      checkpoint, series: try checkpoint.heads(), recent: recent,
      selection: settings.analysis.selection)
    results.workers = Workers(settings.jobs)
    return results
  }

  private func work(through waiting: [Job], fingerprint: Fingerprint) async throws {
    var queue = waiting.enumerated().makeIterator()
    var held: (offset: Int, element: Job)?
    try await withThrowingTaskGroup(of: Int.self) { group in
      var running = 0
      var memory = 0
      while !isInterrupted {
        if held == nil { held = queue.next() }
        guard let (number, job) = held else { break }
        let need = job.memory(within: settings.analysis.resources.memory)
        if running > 0, running >= settings.jobs || memory + need > settings.memory {
          memory -= try await group.next() ?? 0
          running -= 1
          continue
        }
        held = nil
        running += 1
        memory += need
        group.addTask {
          do {
            try work(on: job, number: number, fingerprint: fingerprint)
          } catch {
            // What cannot be stored need not be analysed to its end.
            interrupt()
            throw error
          }
          return need
        }
      }
      try await group.waitForAll()
    }
  }

  private func work(on job: Job, number: Int, fingerprint: Fingerprint) throws {
    let monitor = ReadingMonitor()
    interruption.watch(monitor)
    defer { interruption.forget(monitor) }
    progress.begin(number, bytes: job.bytes, monitor: monitor)
    defer { progress.end(number) }
    let opener = SourceOpener(
      limits: settings.analysis.resources.limits, monitor: monitor,
      digests: settings.digestLimit.map(InputDigests.init(limit:)))
    for series in job.series {
      let run = SeriesRun(plan: series, options: settings.analysis, opener: opener)
      let start = ContinuousClock.now
      var seen: [String: String] = [:]
      var state = fingerprint.of(series, seen: &seen)
      var observation = run.observation()
      if monitor.isCancelled { return }
      // What was written to while it was read is read once more.
      var after: [String: String] = [:]
      let newer = fingerprint.of(series, seen: &after)
      if newer != state {
        state = newer
        observation = run.observation()
        if monitor.isCancelled { return }
        var last: [String: String] = [:]
        if fingerprint.of(series, seen: &last) != state {
          for place in observation.inputs.indices {
            observation.inputs[place].notes.append(SeriesRun.changing)
          }
        }
      }
      var inputs: [[UInt8]] = []
      let packed = try PackedSeries(run.parts(of: observation)) { inputs.append($0) }
      try checkpoint.store(packed, fingerprint: state)
      recent.keep(observation.sessions, of: series.series)
      recent.keep(inputs: inputs, of: series.series)
      progress.finish(series: observation.sessions.count)
      settings.seriesEnded?(
        SeriesEnd(
          series: series.series, bytes: series.bytes, sessions: observation.sessions.count,
          time: start.duration(to: .now)))
    }
  }
}

extension Job {
  /// What its analysis may need at the worst: a series' budget, or as many connections as its bytes can
  /// hold packets of.
  fileprivate func memory(within budget: MemoryBudget) -> Int {
    let base = 24 << 20
    let largest = max(0, series.map(\.bytes).max() ?? 0)
    let (connections, overflow) = largest.multipliedReportingOverflow(by: Self.memoryPerByte)
    return base + min(overflow ? .max : connections, budget.bytes)
  }

  /// A packet has some 70 bytes in a file, a session's state and report 12 kB and several packets;
  /// compressed it is less of a file.
  private static let memoryPerByte = 40
}

/// Passes the wish to end on to all that is running.
private final class Interruption: Sendable {
  private struct State {
    var isInterrupted = false
    var monitors: [ObjectIdentifier: ReadingMonitor] = [:]
  }

  private let state = Mutex(State())

  var isInterrupted: Bool { state.withLock { $0.isInterrupted } }

  func interrupt() {
    state.withLock { state in
      state.isInterrupted = true
      for monitor in state.monitors.values { monitor.cancel() }
    }
  }

  func watch(_ monitor: ReadingMonitor) {
    state.withLock { state in
      if state.isInterrupted { monitor.cancel() }
      state.monitors[ObjectIdentifier(monitor)] = monitor
    }
  }

  func forget(_ monitor: ReadingMonitor) {
    state.withLock { $0.monitors[ObjectIdentifier(monitor)] = nil }
  }
}
