public import Analysis
import Attribution
public import CaptureReader
import CaptureWriter
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Whether a carved capture is judged as the whole was.
public enum CarveCheck: Sendable, Hashable {
  case same
  /// The first session that is judged otherwise, and how.
  case differs(uid: String, code: String)
  /// A session is not found again.
  case missing(uid: String)

  /// Analyses the carved capture and compares its verdicts.
  ///
  /// - Parameters:
  ///   - others: logs that saw the sessions too.
  ///   - options: as they were for the whole.
  public init(
    _ order: CarveOrder, of report: AnalysisReport, carved: CaptureSource,
    others: [CaptureSource], options: AnalysisOptions
  ) {
    var options = options
    options.selection = SessionSelection()
    options.filter = nil
    let found = CaptureAnalyzer.analyze([carved] + others, options: options).sessions
    for place in order.sessions where report.sessions.indices.contains(place) {
      let whole = report.sessions[place]
      let identity = whole.facts.identity
      guard
        let part = found.first(where: {
          $0.facts.identity.client == identity.client && $0.facts.identity.server == identity.server
            && $0.facts.identity.start == identity.start && $0.facts.wire != nil
        })
      else {
        self = .missing(uid: whole.uid)
        return
      }
      guard part.verdict.code == whole.verdict.code, part.facts.phase == whole.facts.phase,
        part.verdict.endedBy == whole.verdict.endedBy
      else {
        self = .differs(uid: whole.uid, code: part.verdict.code.rawValue)
        return
      }
    }
    self = .same
  }
}
