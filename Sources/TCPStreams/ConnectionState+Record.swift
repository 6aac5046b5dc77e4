import CaptureReader
import PacketDecode

extension ConnectionState {
  /// The record of the connection as it stands at the end of the capture.
  func finished(captureEnd: Timestamp) -> ConnectionRecord {
    var series = series
    series.settle()
    var record = ConnectionRecord(
      index: index, client: client, server: server, orientation: orientation, tunnel: tunnel,
      first: first, last: last, captureEnd: captureEnd, handshake: handshake,
      sent: SentRecords(
        client: states.client.finished(at: last.time, peer: states.server),
        server: states.server.finished(at: last.time, peer: states.client)),
      capturePoint: capturePoint, evicted: lacksBytes, tail: tail.packets)
    record.series = series.finished(start: first.time)
    record.roundTripTrends = PerSide(
      client: series.trend(of: .client), server: series.trend(of: .server))
    noteRare(in: &record)
    return record
  }

  /// What is rare is written only where it is there: most records share that there is none.
  private func noteRare(in record: inout ConnectionRecord) {
    if let backoff = states.client.backoff(handshake: handshake) {
      record.backoffs.client = backoff
    }
    if let backoff = states.server.backoff(handshake: handshake) {
      record.backoffs.server = backoff
    }
    if !icmpErrors.isEmpty { record.icmpErrors = icmpErrors }
    if copies > 0 {
      record.copies = copies
      record.routedCopies = routedCopies
      record.copiesByPacketID = copiesByPacketID
    }
    if backwardSteps > 0 {
      record.backwardSteps = backwardSteps
      record.largestBackwardStep = largestBackwardStep
    }
    if let trail { record.trail = trail }
  }

  /// The same, of a state that is changed in its place and not copied; what is in the record, and what only
  /// further packets would need, is given back.
  mutating func takeRecord(captureEnd: Timestamp) -> ConnectionRecord {
    series.settle()
    let record = finished(captureEnd: captureEnd)
    release()
    return record
  }

  /// Gives back what only further packets would need, and what is in the record.
  private mutating func release() {
    series = ActivitySeries()
    tail = PacketTail()
    trail = nil
    states.client.copies.narrow()
    states.server.copies.narrow()
  }

  /// The host whose packets still carry an initial hop limit (64, 128, 255) is this one or a
  /// neighbour; the handshake's halves settle it where both or none do (measured in the lab: an
  /// acknowledgement at the client's own interface follows the SYN-ACK within 0.1 ms).
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
  private var unseenPackets: Int? {
    guard stack == .linux, record.largestSegment <= Self.longestSegment else { return nil }
    return record.identification.missing
  }

  /// The largest segment that Ethernet carries.
  private static let longestSegment = 1_460

  func finished(at end: Timestamp, peer: borrowing SenderState) -> DirectionRecord {
    var result = record
    if let burst { result.note(burst) }
    for hole in holes {
      result.openHoleBytes += hole.end - hole.start
      result.largestOpenHole = max(result.largestOpenHole, hole.end - hole.start)
    }
    // What is rare is written only where it is there: most sides share that there is none.
    if !holes.isEmpty { result.openHoleSince = holes.map(\.created).min() }
    if largestBesideHole > 0 { result.largestBesideHole = largestBesideHole }
    result.unseenPackets = unseenPackets
    result.stack = stack
    for index in result.bursts.indices {
      result.bursts[index].isRepaired = acknowledged >= result.bursts[index].endOffset
    }
    if keepAliveRun > 0 { result.keepAlivesUnanswered = keepAliveRun }
    if let since = result.zeroWindowSince {
      result.longestZeroWindow = max(result.longestZeroWindow, end.since(since.time))
    }
    if let head = marks.first, next > acknowledged {
      let lastSent = headLastSent ?? head.frame
      result.unacknowledged = UnacknowledgedTail(
        bytes: next - acknowledged, firstSent: head.frame, lastSent: lastSent,
        attempts: max(1, headAttempts), segmentLength: head.length,
        isFinOnly: head.isFinOnly)
      let length = lastSent.time.since(head.frame.time)
      if headAttempts - headProbes >= HealthThresholds.outageAttempts,
        length >= HealthThresholds.outageLength
      {
        let heard = peer.record.lastPacket.map {
          $0.time.since(head.frame.time) > retransmissionTimeout
        }
        result.outages.append(
          Outage(
            start: head.frame, end: end, attempts: headAttempts, recovered: false,
            peerHeard: heard ?? false, acknowledged: acknowledged))
      }
    }
    return result
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
