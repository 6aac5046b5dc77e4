import Evidence
import Synchronization
import TCPStreams

/// Facts of series that this run has analysed, as many as may be held, so that small runs need not read
/// back what they have just stored.
final class RecentFacts: Sendable {
  /// Bytes of a session's facts, measured, and of a segment kept for comparisons.
  private static let sessionBytes = 20 << 10
  /// Sessions held in any case, and at most: reading one back takes four times as long as judging it.
  private static let sessionLimits = 8_192...32_768
  private static let segmentLimit = 1 << 20
  /// Bytes of inputs' lines held at most, and of each beside its text.
  private static let inputLimit = 16 << 20
  private static let lineOverhead = 48
  /// The part of a batch's memory that may be taken.
  private static let share = 32

  private let sessionLimit: Int

  /// - Parameter memory: bytes that the batch may take.
  init(memory: Int) {
    let wanted = memory / Self.share / Self.sessionBytes
    sessionLimit = min(
      max(wanted, Self.sessionLimits.lowerBound), Self.sessionLimits.upperBound)
  }

  private struct State {
    var sessions = 0
    var segments = 0
    var facts: [String: [SessionFacts]] = [:]
    var inputs: [String: [[UInt8]]] = [:]
    var inputBytes = 0
  }

  private let state = Mutex(State())

  func keep(_ facts: [SessionFacts], of series: String) {
    state.withLock { state in
      var kept = 0
      // As many of a large series as there is room for; the others are read back.
      for session in facts.prefix(max(0, sessionLimit - state.sessions)) {
        let segments = session.wire?.connection.trail?.segments.count ?? 0
        guard state.segments + segments <= Self.segmentLimit else { break }
        state.segments += segments
        kept += 1
      }
      guard kept > 0 else { return }
      state.sessions += kept
      state.facts[series] = Array(facts.prefix(kept))
    }
  }

  /// Keeps the lines of a series' inputs.
  func keep(inputs: [[UInt8]], of series: String) {
    let bytes = inputs.reduce(0) { $0 + $1.count + Self.lineOverhead }
    state.withLock { state in
      guard state.inputBytes + bytes <= Self.inputLimit else { return }
      state.inputBytes += bytes
      state.inputs[series] = inputs
    }
  }

  /// The lines of a series' inputs, with their ends; nil where they are not held.
  func inputs(of series: String) -> [[UInt8]]? { state.withLock { $0.inputs[series] } }

  /// Those of all sessions of a series; nil where some are not held.
  func allFacts(of series: String, count: Int) -> [SessionFacts]? {
    state.withLock { state in
      state.facts[series].flatMap { $0.count == count ? $0 : nil }
    }
  }

  func facts(of series: String, at place: Int) -> SessionFacts? {
    state.withLock { state in
      guard let facts = state.facts[series], facts.indices.contains(place) else { return nil }
      return facts[place]
    }
  }
}
