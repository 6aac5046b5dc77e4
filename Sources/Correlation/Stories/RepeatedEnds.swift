import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Notes where a client left several sessions with one server after the same pause: what a policy or a
/// timer does, and no person.
enum RepeatedEnds {
  private struct End {
    /// The pair, how far the session came and how far CredSSP did: ends of the same are compared.
    var kind: (pair: Int, phase: Phase, stage: CredSSPStage)
    var index: Int
    var pause: TimeSpan
  }

  /// - Parameter order: indices of the sessions in order of their starts.
  static func note(
    _ sessions: [SessionOutline], pairs: PairNumbers, order: [Int],
    in notes: inout [SessionNotes]
  ) {
    var ends: [End] = []
    for index in order {
      // A relay's other half tells of the same end.
      guard sessions[index].relay?.decides ?? true, let wire = sessions[index].wire,
        let pair = pairs.ofSession[index], let pause = wire.clientsPause
      else { continue }
      ends.append(End(kind: (pair, wire.phase, wire.credsspStage), index: index, pause: pause))
    }
    ends.sort { $0.kind < $1.kind }
    var start = 0
    for place in ends.indices
    where place + 1 == ends.count || ends[place].kind != ends[place + 1].kind {
      if place > start { note(Array(ends[start...place]), in: &notes) }
      start = place + 1
    }
  }

  private static func note(_ ends: [End], in notes: inout [SessionNotes]) {
    let sorted = ends.sorted { ($0.pause, $0.index) < ($1.pause, $1.index) }
    var start = 0
    for place in sorted.indices {
      let isLast = place + 1 == sorted.count
      guard isLast || !areEqual(sorted[place].pause, sorted[place + 1].pause) else { continue }
      let run = sorted[start...place]
      start = place + 1
      guard run.count > 1, let least = run.first?.pause, let most = run.last?.pause else {
        continue
      }
      for end in run {
        notes[end.index].repeatedEnd = RepeatedEnd(
          attempts: run.count, shortest: least, longest: most)
      }
    }
  }

  /// Both at once, or both after one timer.
  private static func areEqual(_ one: TimeSpan, _ other: TimeSpan) -> Bool {
    other < RepeatedEnd.haste || other - one <= RepeatedEnd.accuracy
  }
}
