public import CaptureReader

/// Captures in, sessions with verdicts out.
public enum CaptureAnalyzer {
  /// Analyses captures; inputs that cannot be read are reported, not thrown.
  ///
  /// - Parameter mode: which of the sources are one stream.
  public static func analyze(
    _ sources: [CaptureSource], options: AnalysisOptions, series mode: SeriesMode = .each
  ) -> AnalysisReport {
    let series = CaptureSeries.series(of: sources, mode: mode) {
      CaptureFile.firstTime(of: $0, limits: options.resources.limits)
    }
    return analyze(series, options: options)
  }

  /// Observes each series by itself, then compares what all of them show and judges. The report's inputs
  /// stand in the order in which they were read: those of a series in order of time.
  ///
  /// - Parameter opener: opens the captures; it can watch the reading, and it keeps archives open.
  public static func analyze(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener? = nil
  ) -> AnalysisReport {
    var options = options
    options.keepsTrails = series.count > 1
    var seen = Observation()
    for item in series {
      let firstInput = seen.inputs.count
      seen += Observation.facts(
        of: item, firstInput: firstInput, options: options, opener: opener)
      seen.points[firstInput] =
        item.members.lazy.compactMap {
          options.points[$0.source.name]
        }.first
    }
    return AnalysisReport(seen)
  }
}
