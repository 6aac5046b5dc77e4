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
  /// The first session whose verdict is the same with another probability: what proved it lies elsewhere.
  case otherConfidence(uid: String, whole: Double, part: Double)
  /// A session is not found again.
  case missing(uid: String)

  /// Probabilities that differ by no more are the same to a reader.
  private static let tolerance = 0.03

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
      let (before, after) = (whole.verdict.confidence, part.verdict.confidence)
      guard (before - after).magnitude <= Self.tolerance else {
        self = .otherConfidence(uid: whole.uid, whole: before, part: after)
        return
      }
    }
    self = .same
  }
}
