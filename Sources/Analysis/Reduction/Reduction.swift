import Attribution
public import CaptureReader
import Correlation
public import Evidence
import LogReader
public import RDPProtocol

/// Makes judged sessions and stories of facts, wherever they were observed: the second half of an
/// analysis.
///
/// It reads facts only, so stored facts, shards and a cluster give what one run over all captures gives.
public enum Reduction {
  /// - Parameters:
  ///   - facts: of all series together.
  ///   - transports: UDP transports that no session has yet.
  ///   - points: the user's names of the points of capture, by the first input of each capture.
  ///   - workers: they share the judging.
  /// - Returns: one report for each session, in the order of the facts.
  public static func sessions(
    from facts: consuming [SessionFacts], transports: [UDPTransport] = [],
    points: [Int: String] = [:], workers: Workers = .one
  ) -> [SessionReport] {
    let correlated = Correlation(facts, transports: transports, points: points)
    let known = Assessments()
    let isShared = correlated.sessions.count >= leastShared
    var sessions = (isShared ? workers : .one).map(correlated.sessions, inPortionsOf: portion) {
      facts in
      SessionReport(
        uid: SessionIdentifier.uid(of: facts), facts: facts,
        verdict: Judge.verdict(for: facts, recalling: known),
        attempt: Attempt(group: 0, role: .single, ordinal: 1, size: 1))
    }
    for (number, members) in correlated.stories.enumerated() {
      AttemptRoles.place(members, as: number + 1, of: &sessions)
    }
    return sessions
  }

  /// Sessions that are judged in one go.
  private static let portion = 16
  /// Sessions from which on it pays to wake another core (20 ms, measured with 47 and 100 sessions).
  public static let leastShared = 512
}

extension AnalysisReport {
  public init(_ observation: consuming Observation, workers: Workers = .one) {
    var observation = observation
    // Handed over: who holds them twice copies them when they are changed.
    var facts: [SessionFacts] = []
    swap(&facts, &observation.sessions)
    let sessions = Reduction.sessions(
      from: consume facts, transports: observation.transports,
      points: observation.points, workers: workers)
    self.init(inputs: Self.settled(observation.inputs, sessions), sessions: sessions)
  }

  /// The inputs without notes on a zone or a date that other witnesses of the same sessions have shown.
  private static func settled(
    _ inputs: [InputReport], _ sessions: [SessionReport]
  ) -> [InputReport] {
    guard inputs.contains(where: { $0.kind == .log }) else { return inputs }
    var compared: Set<Int> = []
    for session in sessions {
      for witness in session.facts.witnesses where witness.clock != nil && witness.log != nil {
        compared.formUnion(witness.allInputs)
      }
    }
    guard !compared.isEmpty else { return inputs }
    var inputs = inputs
    for index in inputs.indices where compared.contains(index) {
      inputs[index].notes.removeAll { note in
        note.code == "log_clock"
          && (note.message.hasPrefix(LogClock.zoneSentence)
            || note.message.hasPrefix(LogClock.dateSentence))
      }
    }
    return inputs
  }
}
