public import CaptureReader
public import Evidence
import RDPProtocol
import TCPStreams

/// Captures in, sessions with verdicts out.
public enum CaptureAnalyzer {
  /// Analyses each source by itself; inputs that cannot be read are reported, not thrown.
  public static func dump(_ sources: [CaptureSource], options: AnalysisOptions) -> [SessionFacts] {
    var all: [SessionFacts] = []
    for (index, source) in sources.enumerated() {
      var collector = CaptureCollector(input: index, options: options)
      do {
        _ = try CaptureFile.read(source, limits: options.limits) { record, bytes in
          collector.receive(record, bytes)
        }
      } catch { print(error) }
      let collected = collector.finished()
      for (record, trace) in collected.connections {
        all.append(SessionFacts(connection: record, trace: trace, surroundings: Surroundings()))
      }
    }
    return all
  }
}
