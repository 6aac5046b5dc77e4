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
    let logs = sources.filter { isLog($0, limits: limits) }
    let known = Set(logs)
    let captures = sources.filter { !known.contains($0) }
    let series = CaptureSeries.series(of: captures, mode: mode) {
      CaptureFile.firstTime(of: $0, limits: limits)
    }
    var seen = observe(series, options: options)
    if !logs.isEmpty {
      seen += LogObservation(
        sources: logs, firstInput: seen.inputs.count,
        reference: seen.sessions.map(\.identity.start).min(), limits: limits
      ).run()
    }
    return AnalysisReport(seen)
  }

  /// Whether an input is a log by its first bytes; what comes through a pipe can be read once only.
  private static func isLog(_ source: CaptureSource, limits: ReadingLimits) -> Bool {
    guard source.isReadableAgain else { return false }
    return (try? LogFile.format(of: source, limits: limits)) != nil
  }

  /// Observes each series by itself, then compares what all of them show and judges. The report's inputs
  /// stand in the order in which they were read: those of a series in order of time.
  ///
  /// - Parameter opener: opens the captures; it can watch the reading, and it keeps archives open.
  public static func analyze(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener? = nil
  ) -> AnalysisReport {
    AnalysisReport(observe(series, options: options, opener: opener))
  }

  private static func observe(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener? = nil
  ) -> Observation {
    var seen = Observation()
    for item in series {
      seen += Observation.facts(
        of: item, firstInput: seen.inputs.count, options: options, opener: opener)
    }
    return seen
  }
}
