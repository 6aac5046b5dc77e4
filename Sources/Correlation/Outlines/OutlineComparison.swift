public import RDPProtocol

/// Compares the outlines of all sessions of a run, once it is known which observations are one session.
///
/// Its result does not depend on where the facts lie or in which process they came about.
public struct OutlineComparison: Sendable {
  /// What each session learns of the others, in their order.
  public private(set) var notes: [SessionNotes]
  /// The sessions of each story by their indices, in order of time.
  public private(set) var stories: [[Int]]

  /// - Parameters:
  ///   - transports: UDP transports that no session has yet.
  ///   - renewed: the outline of a session that gets transports: its end can change with them.
  public init(
    _ outlines: [SessionOutline], transports: [UDPTransport],
    renewed: (Int, [UDPTransport]) throws -> SessionOutline
  ) rethrows {
    var outlines = outlines
    notes = Array(repeating: SessionNotes(), count: outlines.count)
    let order = outlines.indices.sorted {
      (outlines[$0].start, $0) < (outlines[$1].start, $1)
    }
    let ties = TransportTies.ties(of: transports, to: outlines, order: order)
    for (session, transports) in ties.found.sorted(by: { $0.key < $1.key }) {
      notes[session].transports = transports
      outlines[session] = try renewed(session, transports)
    }
    let pairs = PairNumbers(outlines)
    Neighbours.note(outlines, pairs: pairs, order: order, in: &notes)
    SharedMoments.note(outlines, in: &notes)
    RepeatedEnds.note(outlines, pairs: pairs, order: order, in: &notes)
    stories = RelayStories.joined(StoryGrouping.stories(of: outlines, pairs: pairs), of: outlines)
  }
}
