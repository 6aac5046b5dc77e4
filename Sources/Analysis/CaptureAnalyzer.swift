public import CaptureReader
import Attribution
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

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

  /// Analyses each series by itself. The report's inputs stand in the order in which they were read:
  /// those of a series in order of time.
  ///
  /// - Parameter opener: opens the captures; it can watch the reading, and it keeps archives open.
  public static func analyze(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener? = nil
  ) -> AnalysisReport {
    var report = AnalysisReport(inputs: [], sessions: [])
    var groups = 0
    for item in series {
      let found = SeriesAnalysis(
        series: item, firstInput: report.inputs.count, options: options, opener: opener
      ).run()
      var sessions = found.sessions
      BystanderCount.note(in: &sessions)
      groups = AttemptGrouping.group(&sessions, after: groups)
      report.inputs += found.inputs
      report.sessions += sessions
    }
    return report
  }
}
