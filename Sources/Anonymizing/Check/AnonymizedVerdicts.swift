public import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode

/// Whether anonymised captures and logs are judged as the originals are.
public enum AnonymizedVerdicts {
  /// A session that is judged otherwise.
  public struct Difference: Sendable, Hashable {
    /// Of the original session.
    public var uid: String
    /// The original session's place in its report.
    public var session: Int
    public var code: String
    /// Of the anonymised one; nil where it is not found.
    public var becomes: String?
    public var confidence: Double
    public var confidenceBecomes: Double?
  }

  /// Calibrated probabilities below this are the same.
  private static let tolerance = 0.005

  public static func differences(
    _ original: AnalysisReport, _ anonymized: [SessionReport], _ pseudonyms: Pseudonyms
  ) -> [Difference] {
    var found: [Key: [SessionReport]] = [:]
    for session in anonymized { found[Key(session) { $0 }, default: []].append(session) }
    var differences: [Difference] = []
    for (place, session) in original.sessions.enumerated() {
      let key = Key(session) { pseudonyms.address($0) }
      var difference = Difference(
        uid: session.uid, session: place, code: session.verdict.code.rawValue,
        confidence: session.verdict.confidence)
      guard let candidates = found[key], let match = candidates.first else {
        differences.append(difference)
        continue
      }
      found[key] = Array(candidates.dropFirst())
      difference.becomes = match.verdict.code.rawValue
      difference.confidenceBecomes = match.verdict.confidence
      let isSure = abs(match.verdict.confidence - session.verdict.confidence) <= tolerance
      if match.verdict.code != session.verdict.code || !isSure
        || match.verdict.endedBy != session.verdict.endedBy
        || match.facts.phase != session.facts.phase
        || match.facts.witnesses.count != session.facts.witnesses.count
      {
        differences.append(difference)
      }
    }
    return differences
  }

  private struct Key: Hashable {
    var client: Endpoint?
    var server: Endpoint?
    var start: Timestamp
    var hasPackets: Bool

    init(_ session: SessionReport, _ map: (IPAddress) -> IPAddress) {
      let identity = session.facts.identity
      func mapped(_ end: Endpoint?) -> Endpoint? {
        end.map { Endpoint(address: map($0.address), port: $0.port) }
      }
      client = mapped(identity.client)
      server = mapped(identity.server)
      start = identity.start
      hasPackets = session.facts.wire != nil
    }
  }
}
