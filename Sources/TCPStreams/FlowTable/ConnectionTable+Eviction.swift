import CaptureReader

/// Making room: a flood of short connections must not take the place of the sessions that follow.
extension ConnectionTable {
  /// Short connections that are over have less data than this.
  private static let shortLength = 16_384
  /// The same for those that only fell silent, and how long they have to be.
  private static let silence = TimeSpan.seconds(120)
  /// After so long nobody is there any more, whatever was said before: Linux and Windows ask an idle end
  /// after two hours, and give up within eleven minutes (RFC 1122, 4.2.3.6).
  private static let age = TimeSpan.seconds(9_000)
  private static let pauseSegments = 4_096

  var hasRoom: Bool { !freeSlots.isEmpty || connections.count < options.connectionLimit }

  /// Connections or their packets were left out for want of room.
  var hasLeftOut: Bool {
    evictedConnections > 0 || unfollowedSegments > 0 || outcomes.evicted > 0
  }

  /// Whether connections should be evicted before the next segment; mutating as `concerns` is.
  public var isFull: Bool {
    mutating get {
      !hasRoom
        && (unfollowedSegments >= evictionPause
          || captureEnd.since(lastEviction ?? captureEnd) > Self.silence)
    }
  }

  /// Drops short connections that are over, then those that fell silent, then all that have been silent
  /// so long that they must have ended outside of the capture, but none of the first half:
  /// what a flood looks like is to be told as well.
  ///
  /// Returns their places, which other connections take from now on.
  public mutating func evict() -> [Int] {
    var evicted = evict { $0.isClosed }
    if evicted.isEmpty {
      let end = captureEnd
      evicted = evict { end.since($0.last.time) > Self.silence }
    }
    if evicted.isEmpty {
      let end = captureEnd
      evicted = evict(ofAnyLength: true) { end.since($0.last.time) > Self.age }
    }
    // Looking through all of them for a few is not worth it for each segment.
    let isPoor = evicted.isEmpty || evicted.count < connections.count / 64
    lastEviction = captureEnd
    evictionPause = isPoor ? unfollowedSegments + Self.pauseSegments : 0
    evictedConnections += evicted.count
    return evicted
  }

  private mutating func evict(
    ofAnyLength: Bool = false, where isOver: (borrowing ConnectionState) -> Bool
  ) -> [Int] {
    var evicted: [Int] = []
    for slot in (connections.count / 2)..<connections.count
    where !connections[slot].isEvicted && isOver(connections[slot]) {
      let bytes =
        connections[slot].states.client.record.uniqueBytes
        &+ connections[slot].states.server.record.uniqueBytes
      guard ofAnyLength || bytes < Self.shortLength else { continue }
      let key = keys[slot]
      index.remove(key, value: slot)
      heldMemory &-= connections[slot].heldMemory
      trailedSegments &-= connections[slot].trail?.segments.count ?? 0
      connections[slot] = ConnectionState(
        key: key, index: connections[slot].index, client: connections[slot].client,
        server: connections[slot].server, orientation: .guess, tunnel: key.tunnel,
        frame: connections[slot].first)
      connections[slot].isEvicted = true
      evicted.append(slot)
    }
    freeSlots += evicted
    return evicted
  }

  @inline(__always)
  mutating func place(_ state: consuming ConnectionState, _ key: FlowKey) -> Int {
    if let slot = freeSlots.popLast() {
      connections[slot] = state
      keys[slot] = key
      return slot
    }
    connections.append(state)
    keys.append(key)
    return connections.count - 1
  }
}
