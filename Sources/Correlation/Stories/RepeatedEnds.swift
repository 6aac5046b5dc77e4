import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Notes where a client left several sessions with one server after the same pause: what a policy or a
/// timer does, and no person.
enum RepeatedEnds {
  private struct Key: Hashable {
    var pair: HostPair
    var phase: Phase
    var stage: CredSSPStage
  }

  private struct End {
    var index: Int
    var pause: TimeSpan
  }

  /// - Parameter order: indices of the sessions in order of their starts.
  static func note(_ sessions: [SessionOutline], order: [Int], in notes: inout [SessionNotes]) {
    var ends: [Key: [End]] = [:]
    for index in order {
      // A relay's other half tells of the same end.
      guard sessions[index].relay?.decides ?? true, let wire = sessions[index].wire,
        let pair = sessions[index].pair, let pause = wire.clientsPause
      else { continue }
      let key = Key(pair: pair, phase: wire.phase, stage: wire.credsspStage)
      ends[key, default: []].append(End(index: index, pause: pause))
    }
    for found in ends.values where found.count > 1 { note(found, in: &notes) }
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
