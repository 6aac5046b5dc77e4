public import CaptureReader
import Evidence
import LogReader

/// Captures in, sessions with verdicts out.
public enum CaptureAnalyzer {
  /// Analyses captures; inputs that cannot be read are reported, not thrown.
  ///
  /// - Parameter mode: which of the sources are one stream.
  public static func analyze(
    _ sources: [CaptureSource], options: AnalysisOptions, series mode: SeriesMode = .each
  ) -> AnalysisReport {
    let limits = options.resources.limits
    let logs = Set(sources.filter { isLog($0, limits: limits) })
    let series = CaptureSeries.series(of: sources.filter { !logs.contains($0) }, mode: mode) {
      CaptureFile.firstTime(of: $0, limits: limits)
    }
    return analyze(
      series + sources.filter(logs.contains).map { CaptureSeries($0) }, options: options)
  }

  /// Whether an input is a log by its first bytes; what comes through a pipe can be read once only.
  private static func isLog(_ source: CaptureSource, limits: ReadingLimits) -> Bool {
    guard source.isReadableAgain else { return false }
    return (try? LogFile.format(of: source, limits: limits)) != nil
  }

  /// Observes each series and log by itself, then compares what all of them show and judges. The
  /// report's inputs stand in the order in which they were read: those of a series in order of time,
  /// logs after the captures.
  ///
  /// - Parameter opener: opens the captures; it can watch the reading, and it keeps archives open.
  public static func analyze(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener? = nil
  ) -> AnalysisReport {
    let limits = options.resources.limits
    var logs: [CaptureSource] = []
    var captures: [CaptureSeries] = []
    for item in series {
      let found = item.members.filter { isLog($0.source, limits: limits) }
      logs += found.map(\.source)
      if found.isEmpty {
        let points =
          item.members.count == 1
          ? CarvedPoints.series(of: item.members[0].source, limits: limits) : nil
        captures += points ?? [item]
      } else if found.count < item.members.count {
        let rest = item.members.filter { !found.contains($0) }
        captures.append(CaptureSeries(name: item.name, members: rest))
      }
    }
    var seen = observe(captures, options: options, opener: opener)
    if !logs.isEmpty {
      seen += LogObservation(
        sources: logs, firstInput: seen.inputs.count,
        reference: seen.sessions.map(\.identity.start).min(), options: options, opener: opener
      ).run()
    }
    return AnalysisReport(seen).selected(by: options.selection)
  }

  private static func observe(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener?
  ) -> Observation {
    var options = options
    options.keepsTrails = series.count > 1
    var seen = Observation()
    for item in series {
      let firstInput = seen.inputs.count
      seen += Observation.facts(
        of: item, firstInput: firstInput, options: options, opener: opener)
      seen.points[firstInput] =
        item.members.lazy.compactMap { options.points[$0.source.name] }.first
    }
    return seen
  }
}
