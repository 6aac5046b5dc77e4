import CaptureReader
import PacketDecode

extension ConnectionState {
  /// The record of the connection as it stands at the end of the capture.
  ///
  /// The state is changed in its place, for a call that only reads it copies it: what is in the record, and what
  /// only further packets would need, is given back.
  mutating func takeRecord(captureEnd: Timestamp) -> ConnectionRecord {
    let (clientLast, serverLast) = (
      states.client.record.lastPacket?.time, states.server.record.lastPacket?.time
    )
    states.client.finish(at: last.time, peerLast: serverLast)
    states.server.finish(at: last.time, peerLast: clientLast)
    var series = ActivitySeries()
    swap(&series, &self.series)
    series.settle()
    let course = series.finished(start: first.time)
    let packets = tail.packets
    let events = rareEvents()
    release()
    return ConnectionRecord(
      index: index, client: client, server: server, orientation: orientation, tunnel: tunnel,
      first: first, last: last, captureEnd: captureEnd, handshake: handshake,
      sent: SentRecords(client: states.client.record, server: states.server.record),
      capturePoint: capturePoint, evicted: lacksBytes, tail: packets,
      series: course?.series,
      roundTripTrends: course?.trends ?? PerSide(client: nil, server: nil), rare: events)
  }

  /// What is rare is written only where it is there: most records share that there is none.
  private mutating func rareEvents() -> SeenEvents {
    var events = SeenEvents()
    if let backoff = states.client.backoff(handshake: handshake) {
      events.one[0].backoffs.client = backoff
    }
    if let backoff = states.server.backoff(handshake: handshake) {
      events.one[0].backoffs.server = backoff
    }
    if !icmpErrors.isEmpty { events.one[0].icmpErrors = icmpErrors }
    if copies > 0 {
      events.one[0].copies = copies
      events.one[0].routedCopies = routedCopies
      events.one[0].copiesByPacketID = copiesByPacketID
    }
    if backwardSteps > 0 {
      events.one[0].backwardSteps = backwardSteps
      events.one[0].largestBackwardStep = largestBackwardStep
    }
    if let trail { events.one[0].trail = trail }
    return events
  }

  private mutating func release() {
    tail = PacketTail()
    trail = nil
    states.client.copies.narrow()
    states.server.copies.narrow()
  }

  /// The host whose packets still carry an initial hop limit (64, 128, 255) is this one or a
  /// neighbour; the handshake's halves settle it where both or none do (measured in the lab: an
  /// acknowledgement at the client's own interface follows the SYN-ACK within 0.1 ms).
  @inline(__always)
  private var capturePoint: CapturePoint {
    let clientFresh = Self.isInitial(states.client.record.hopLimits)
    let serverFresh = Self.isInitial(states.server.record.hopLimits)
    if clientFresh != serverFresh { return clientFresh ? .client : .server }
    guard let toServer = handshake.serverRoundTrip, let toClient = handshake.clientRoundTrip else {
      return .unknown
    }
    let ratio =
      Double(toClient.nanoseconds)
      / max(1, Double(toServer.nanoseconds) + Double(toClient.nanoseconds))
    if ratio < 0.1 { return .client }
    if ratio > 0.9 { return .server }
    return .middle
  }

  private static func isInitial(_ limits: HopLimits) -> Bool {
    !limits.isEmpty && limits.areInitial
  }
}

extension SenderState {
  /// Linux numbers the datagrams of each connection by themselves, one by one; Windows those of all
  /// connections together. A super-segment takes as many numbers as the wire carries packets.
  @inline(__always)
  private var unseenPackets: Int? {
    guard stack == .linux, record.largestSegment <= Self.longestSegment else { return nil }
    return record.identification.missing
  }

  /// The largest segment that Ethernet carries.
  private static let longestSegment = 1_460

  /// Completes the record.
  ///
  /// - Parameter peerLast: when the other side's last packet came.
  mutating func finish(at end: Timestamp, peerLast: Timestamp?) {
    if let burst { record.note(burst) }
    for hole in holes {
      record.openHoleBytes += hole.end - hole.start
      record.largestOpenHole = max(record.largestOpenHole, hole.end - hole.start)
    }
    // What is rare is written only where it is there: most sides share that there is none.
    if !holes.isEmpty { record.openHoleSince = holes.map(\.created).min() }
    if largestBesideHole > 0 { record.largestBesideHole = largestBesideHole }
    record.unseenPackets = unseenPackets
    record.stack = stack
    for index in record.bursts.indices {
      record.bursts[index].isRepaired = acknowledged >= record.bursts[index].endOffset
    }
    if keepAliveRun > 0 { record.keepAlivesUnanswered = keepAliveRun }
    if let since = record.zeroWindowSince {
      record.longestZeroWindow = max(record.longestZeroWindow, end.since(since.time))
    }
    if let head = marks.first, next > acknowledged {
      let lastSent = headLastSent ?? head.frame
      record.unacknowledged = UnacknowledgedTail(
        bytes: next - acknowledged, firstSent: head.frame, lastSent: lastSent,
        attempts: max(1, headAttempts), segmentLength: head.length,
        isFinOnly: head.isFinOnly)
      let length = lastSent.time.since(head.frame.time)
      if headAttempts - headProbes >= HealthThresholds.outageAttempts,
        length >= HealthThresholds.outageLength
      {
        let timeout = retransmissionTimeout
        let heard = peerLast.map { $0.since(head.frame.time) > timeout }
        record.outages.append(
          Outage(
            start: head.frame, end: end, attempts: headAttempts, recovered: false,
            peerHeard: heard ?? false, acknowledged: acknowledged))
      }
    }
  }
}

extension ConnectionTable {
  /// The next connection whose record is to be taken, in the order of their places; nil after the last
  /// one. No further packets come, and those before it are given back.
  public mutating func nextTaken() -> Int? {
    while taken < connections.count {
      let connection = taken
      taken += 1
      connections.release(before: connection)
      if !connections[connection].isEvicted { return connection }
    }
    return nil
  }

  /// The record of such a connection; what its state held is given back. By itself: out of a pair a record
  /// would be copied.
  public mutating func takeRecord(of connection: Int) -> ConnectionRecord {
    let end = end(of: connections[connection].last.time)
    var record = connections[connection].takeRecord(captureEnd: end)
    finishTrail(of: &record)
    return record
  }
}
