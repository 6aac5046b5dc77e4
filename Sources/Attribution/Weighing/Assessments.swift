import Evidence
import Synchronization

/// What evidence was judged in a run: of the sessions of a capture many show the same, and are weighed
/// once.
public final class Assessments: Sendable {
  private struct Known {
    var evidence: [(code: EvidenceCode, strength: Double)]
    var judgement: Judgement

    func holds(_ other: [Evidence]) -> Bool {
      guard evidence.count == other.count else { return false }
      let (own, others) = (evidence.span, other.span)
      for place in own.indices
      where own[place].strength != others[place].strength || own[place].code != others[place].code {
        return false
      }
      return true
    }
  }

  private struct Memory {
    var known: [Known] = []
    /// The place that is taken next where all are.
    var next = 0
  }

  /// Kinds of sessions that are remembered.
  private static let most = 8

  private let memory = Mutex(Memory())

  public init() {}

  func judgement(of evidence: [Evidence]) -> Judgement {
    // Who would have to wait judges by itself.
    let known = memory.withLockIfAvailable { memory in
      memory.known.first { $0.holds(evidence) }?.judgement
    }
    if let known, let known { return known }
    let judgement = Judgement(of: evidence)
    memory.withLock { memory in
      let new = Known(
        evidence: evidence.map { ($0.code, $0.strength) }, judgement: judgement)
      if memory.known.count < Self.most {
        memory.known.append(new)
      } else {
        memory.known[memory.next] = new
        memory.next = (memory.next + 1) % Self.most
      }
    }
    return judgement
  }
}
