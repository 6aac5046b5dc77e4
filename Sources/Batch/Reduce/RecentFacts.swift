import Evidence
import Synchronization
import TCPStreams

/// Facts of series that this run has analysed, as many as may be held, so that small runs need not read
/// back what they have just stored.
final class RecentFacts: Sendable {
  /// Sessions held, some 20 kB each, and segments kept for comparisons, 40 bytes each.
  private static let sessionLimit = 8_192
  private static let segmentLimit = 1 << 20

  private struct State {
    var sessions = 0
    var segments = 0
    var facts: [String: [SessionFacts]] = [:]
  }

  private let state = Mutex(State())

  func keep(_ facts: [SessionFacts], of series: String) {
    guard !facts.isEmpty else { return }
    let segments = facts.reduce(0) { $0 + ($1.wire?.connection.trail?.segments.count ?? 0) }
    state.withLock { state in
      guard state.sessions + facts.count <= Self.sessionLimit,
        state.segments + segments <= Self.segmentLimit
      else { return }
      state.sessions += facts.count
      state.segments += segments
      state.facts[series] = facts
    }
  }

  func facts(of series: String, at place: Int) -> SessionFacts? {
    state.withLock { state in
      guard let facts = state.facts[series], facts.indices.contains(place) else { return nil }
      return facts[place]
    }
  }
}
