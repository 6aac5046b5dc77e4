import CaptureReader
import Evidence
import TCPStreams

/// Puts the two halves of a session over a relay into one story.
enum RelayStories {
  /// - Returns: the stories, those at the server's end of a relay behind the members of the story at
  ///   the client's end.
  static func joined(_ stories: [[Int]], of sessions: [SessionOutline]) -> [[Int]] {
    var halves: [ItemReference: Int] = [:]
    halves.reserveCapacity(sessions.count { $0.relay != nil })
    for index in sessions.indices where sessions[index].relay != nil {
      if let first = sessions[index].wire?.firstItem { halves[first] = index }
    }
    guard !halves.isEmpty else { return stories }
    var stories = stories
    var places = [Int](repeating: 0, count: sessions.count)
    for (place, members) in stories.enumerated() {
      for member in members { places[member] = place }
    }
    for index in sessions.indices {
      guard let relay = sessions[index].relay, relay.side == .client,
        let other = halves[relay.other], places[other] != places[index]
      else { continue }
      let moved = stories[places[other]]
      stories[places[other]] = []
      for member in moved { places[member] = places[index] }
      stories[places[index]] += moved
    }
    return stories.filter { !$0.isEmpty }
  }
}
