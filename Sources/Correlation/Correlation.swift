public import Evidence
public import RDPProtocol

/// Compares the facts of all sessions of a run: which observations belong together, what happened
/// around each session, and which of them are one user's story.
///
/// A reduction over facts by key. It reads no verdict, and its result does not depend on which part of
/// the facts came from which series, shard or process.
public struct Correlation: Sendable {
  /// In the order of the facts given; what several captures and logs saw of one session stands at the
  /// first of them.
  public private(set) var sessions: [SessionFacts]
  /// The sessions of each story by their indices, in order of time.
  public private(set) var stories: [[Int]]

  /// - Parameters:
  ///   - transports: UDP transports that no session has yet.
  ///   - points: the user's names of the points of capture, by the first input of each capture.
  public init(
    _ facts: consuming [SessionFacts], transports: [UDPTransport] = [], points: [Int: String] = [:]
  ) {
    var joined = LogJoin.joined(WitnessJoin.join(facts, names: points))
    let compared = OutlineComparison(
      joined.map { SessionOutline($0) }, transports: transports
    ) { session, transports in
      var facts = joined[session]
      facts.wire?.surroundings.udp += transports
      return SessionOutline(facts)
    }
    for (index, notes) in compared.notes.enumerated() { notes.apply(to: &joined[index]) }
    sessions = joined
    stories = compared.stories
  }
}
