public import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Analyses the captures that labels name and grades their verdicts.
public struct LabelledCaptures: Sendable {
  /// In the order of the labels; those of unreadable captures are left out.
  public var graded: [GradedVerdict] = []
  public var unreadable: [InputReport] = []

  /// `place` gives the path of a label's file.
  public init(
    _ labels: [Label], options: AnalysisOptions, place: (_ file: String) -> String
  ) {
    var results: [Int: GradedVerdict] = [:]
    // One capture at a time, each once, however many of its sessions are labelled.
    let byFile = Dictionary(grouping: labels.indices, by: { labels[$0].file })
    for (file, members) in byFile.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      let report = CaptureAnalyzer.analyze([.file(place(file))], options: options)
      guard report.inputs.allSatisfy({ $0.failure == nil }) else {
        unreadable += report.inputs
        continue
      }
      for index in members {
        let session = Self.session(meant: labels[index].connection, of: report.sessions)
        results[index] = GradedVerdict(label: labels[index], verdict: session?.verdict)
      }
    }
    graded = labels.indices.compactMap { results[$0] }
  }

  private static func session(
    meant: Label.Connection?, of sessions: [SessionReport]
  ) -> SessionReport? {
    guard let meant else { return sessions.first }
    return sessions.first { session in
      let identity = session.facts.identity
      return names(meant.client, meant.clientPort, identity.client)
        && names(meant.server, meant.serverPort, identity.server)
    }
  }

  private static func names(_ address: String, _ port: UInt16, _ end: Endpoint?) -> Bool {
    guard let end else { return false }
    return end.port == port && IPAddress(address) == end.address
  }
}
