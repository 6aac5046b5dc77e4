import CaptureReader
public import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Tells each session of the connections that the same client had with the same service before and
/// after it.
public enum Neighbours {
  /// - Parameter order: indices of the sessions in order of their starts.
  public static func note(in sessions: inout [SessionFacts], order: [Int]) {
    var latest: [HostPair: Int] = [:]
    var follower: [Int: Int] = [:]
    for place in order {
      guard let pair = HostPair(sessions[place].identity), sessions[place].wire != nil else {
        continue
      }
      guard let before = latest[pair] else {
        latest[pair] = place
        continue
      }
      // The same connection in a second capture is no other connection.
      if isSame(sessions[before].identity, sessions[place].identity) {
        let previous = sessions[before].wire?.surroundings.previous
        sessions[place].note(previous: previous)
        continue
      }
      latest[pair] = place
      sessions[before].note(next: neighbour(sessions[place]))
      sessions[place].note(previous: neighbour(sessions[before]))
      follower[before] = place
    }
    for place in order.reversed() {
      guard let after = follower[place] else { continue }
      noteFallback(from: place, to: after, in: &sessions)
    }
  }

  /// Clients fall back to other protocols at once.
  private static let fallbackPause = TimeSpan.seconds(5)

  /// Of several refusals in a row each is told of the try that was let in.
  private static func noteFallback(
    from place: Int, to after: Int, in sessions: inout [SessionFacts]
  ) {
    guard let wire = sessions[place].wire, isRefused(wire), let next = sessions[after].wire,
      next.connection.first.time.since(wire.endTime) < fallbackPause
    else { return }
    let fallback =
      isRefused(next) ? next.surroundings.fallback : neighbour(sessions[after])
    sessions[place].changeSurroundings { $0.fallback = fallback }
  }

  /// The server refused the protocols that were asked for.
  private static func isRefused(_ wire: WireFacts) -> Bool {
    if case .failure? = wire.trace.confirm?.value { return true }
    return false
  }

  private static func isSame(_ one: SessionIdentity, _ other: SessionIdentity) -> Bool {
    one.client == other.client && other.start <= one.end
  }

  private static func neighbour(_ session: SessionFacts) -> Surroundings.Neighbour? {
    guard let wire = session.wire else { return nil }
    return Surroundings.Neighbour(
      start: wire.connection.first.time, end: wire.connection.last.time, phase: wire.phase,
      established: wire.isEstablished)
  }
}

extension SessionFacts {
  fileprivate mutating func note(next: Surroundings.Neighbour?) {
    changeSurroundings { $0.next = next }
  }

  fileprivate mutating func note(previous: Surroundings.Neighbour?) {
    changeSurroundings { $0.previous = previous }
  }
}
