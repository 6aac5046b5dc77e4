import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Tells each session of the connections that the same client had with the same service before and
/// after it.
enum Neighbours {
  /// - Parameter order: indices of the sessions in order of their starts.
  static func note(
    _ sessions: [SessionOutline], pairs: PairNumbers, order: [Int],
    in notes: inout [SessionNotes]
  ) {
    var latest = [Int?](repeating: nil, count: pairs.clients.count)
    var follower: [Int: Int] = [:]
    for place in order {
      guard let pair = pairs.ofSession[place], let wire = sessions[place].wire else { continue }
      guard let before = latest[pair], let earlier = sessions[before].wire else {
        latest[pair] = place
        continue
      }
      // The same connection in a second capture is no other connection.
      if isSame(sessions[before], sessions[place]) {
        let previous = notes[before].previous.map(\.value) ?? earlier.previous
        notes[place].previous = SessionNotes.Change(value: previous)
        continue
      }
      latest[pair] = place
      notes[before].next = wire.neighbour
      notes[place].previous = SessionNotes.Change(value: earlier.neighbour)
      follower[before] = place
    }
    for place in order.reversed() {
      guard let after = follower[place] else { continue }
      noteFallback(from: place, to: after, sessions, in: &notes)
    }
  }

  /// Clients fall back to other protocols at once.
  private static let fallbackPause = TimeSpan.seconds(5)

  /// Of several refusals in a row each is told of the try that was let in.
  private static func noteFallback(
    from place: Int, to after: Int, _ sessions: [SessionOutline], in notes: inout [SessionNotes]
  ) {
    guard let wire = sessions[place].wire, wire.isRefused, let next = sessions[after].wire,
      next.first.since(wire.end) < fallbackPause
    else { return }
    let fallback =
      next.isRefused ? notes[after].fallback.map(\.value) ?? next.fallback : next.neighbour
    notes[place].fallback = SessionNotes.Change(value: fallback)
  }

  private static func isSame(_ one: SessionOutline, _ other: SessionOutline) -> Bool {
    one.client == other.client && other.start <= one.end
  }
}
