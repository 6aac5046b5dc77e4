public import CaptureReader
import Attribution
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Captures in, sessions with verdicts out.
public enum CaptureAnalyzer {
  /// Analyses each source by itself; inputs that cannot be read are reported, not thrown.
  public static func analyze(
    _ sources: [CaptureSource], options: AnalysisOptions
  ) -> AnalysisReport {
    var report = AnalysisReport(inputs: [], sessions: [])
    for (index, source) in sources.enumerated() {
      let (input, sessions) = analyze(source, index: index, options: options)
      report.inputs.append(input)
      report.sessions += sessions
    }
    AttemptGrouping.group(&report.sessions)
    return report
  }

  private static func analyze(
    _ source: CaptureSource, index: Int, options: AnalysisOptions
  ) -> (InputReport, [SessionReport]) {
    let keys = KeyRing(options.keys)
    var collector = CaptureCollector(input: index, options: options, keys: keys)
    var input = InputReport(
      name: source.name, summary: nil, failure: nil, notes: [], contents: CaptureContents())
    do {
      input.summary = try CaptureFile.read(
        source, limits: options.limits, secrets: { keys.log.add($0) }
      ) { record, bytes in
        collector.receive(record, bytes)
      }
    } catch {
      input.failure = error
    }
    let collected = collector.finished()
    input.contents = collected.contents
    input.notes = InputNotes.notes(
      summary: input.summary, statistics: collected.statistics,
      unfollowedSegments: collected.unfollowedSegments,
      countedOpenings: collected.countedOpenings,
      evictedConnections: collected.evictedConnections)
    let sessions = SessionBuilder(collected: collected, input: input, options: options).sessions()
    return (input, sessions)
  }
}
