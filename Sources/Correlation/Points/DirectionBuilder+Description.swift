import CaptureReader
import PacketDecode
import TCPStreams

extension DirectionBuilder {
  /// What the pairs tell beside their number.
  func describe(_ result: inout DirectionComparison) {
    guard result.isCompared else { return }
    result.lastSent = sent.last.map { sender.reference($0) }
    result.lastArrived = received.last.map { receiver.reference($0) }
    describePairs(&result)
    describeSilence(&result)
    result.fin = goodbye(.fin, result)
    result.reset = goodbye(.rst, result)
    result.sizeLimit = sizeLimit()
    if let reset = result.forgedResets.first {
      result.forgedResetEffect = effect(of: reset)
    }
  }

  /// What reached the receiver's point after the receiver's own last word there.
  private func describeSilence(_ result: inout DirectionComparison) {
    let last = receiver.sides[side.other].last.map { receiver.segments[$0].time }
    let later = received.indices.filter { place in
      last.map { receivedSegment(place).time > $0 } ?? true
    }.filter { receivedSegment($0).sequenceLength > 0 }
    result.unanswered = later.count
    if let first = later.first, let end = later.last {
      result.unansweredFor = receivedSegment(end).time.since(receivedSegment(first).time)
    }
  }

  private func describePairs(_ result: inout DirectionComparison) {
    var delays: [(TimeSpan, Int)] = []
    var hops: [Int: Int] = [:]
    var newest = -1
    var newestTime = Timestamp(nanoseconds: .min)
    for place in received.indices {
      guard let from = origin[place], arrival[from] == place else { continue }
      let (before, after) = (sentSegment(from), receivedSegment(place))
      if from < newest, receivedAt(place) >= newestTime { result.reordered += 1 }
      if from > newest { (newest, newestTime) = (from, receivedAt(place)) }
      guard before.length == after.length else { continue }
      hops[Int(before.hopLimit) - Int(after.hopLimit), default: 0] += 1
      delays.append((receivedAt(place).since(expectedAt(from)), place))
      if before.sequence == after.sequence, let one = before.payloadHash,
        let other = after.payloadHash, one != other, isSamePacket(before, after),
        result.payloadChanged.count < PointTolerance.references
      {
        result.payloadChanged.append(receiver.reference(received[place]))
      }
    }
    let paired = hops.values.reduce(0, +)
    if let usual = hops.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      usual.value * 10 >= paired * 8
    {
      result.hops = usual.key
    }
    delays.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    if let longest = delays.last {
      result.delay = DelayVariation(
        samples: delays.count, median: max(.zero, delays[delays.count / 2].0),
        high: max(.zero, delays[delays.count * 19 / 20].0), longest: max(.zero, longest.0),
        longestAt: receiver.reference(received[longest.1]))
    }
  }

  private func isSamePacket(_ one: TrailedSegment, _ other: TrailedSegment) -> Bool {
    if let number = one.identification, number != 0 { return number == other.identification }
    return one.timestamp != nil && one.timestamp == other.timestamp
  }

  private func goodbye(_ flag: TCPFlags, _ result: DirectionComparison) -> PathGoodbye? {
    let own = sent.indices.filter { sentSegment($0).flags.contains(flag) }
    let there = received.indices.filter { receivedSegment($0).flags.contains(flag) }
    let arrival = there.first.map { receiver.reference(received[$0]) }
    guard let first = own.first else {
      guard let place = there.first, let arrival else { return nil }
      let isForged =
        flag == .rst
        ? result.forgedResets.contains(arrival)
        : result.unsent > 0 && result.missedBySender == 0 && origin[place] == nil
      return PathGoodbye(fate: isForged ? .forged : .unknown, sent: nil, arrival: arrival)
    }
    let reference = sender.reference(sent[first])
    if let arrival {
      // A RST of the host that never came, and one that came in its name.
      let isOther = flag == .rst && result.forgedResets.contains(arrival)
      return PathGoodbye(fate: isOther ? .forged : .arrived, sent: reference, arrival: arrival)
    }
    let isLost = own.allSatisfy { if case .lost = fates[$0] { true } else { false } }
    return PathGoodbye(fate: isLost ? .lost : .unknown, sent: reference, arrival: nil)
  }

  /// What the host at the receiver's end did about a RST.
  private func effect(of reference: ItemReference) -> ResetEffect {
    let all = receiver.segments.indices
    guard let place = received.first(where: { receiver.reference($0) == reference }) else {
      return .late
    }
    let time = receiver.segments[place].time
    let farewells: TCPFlags = [.fin, .rst]
    let hadFarewell = all.prefix(place).contains {
      !receiver.segments[$0].flags.isDisjoint(with: farewells)
    }
    if hadFarewell { return .late }
    let goesOn = all.dropFirst(place + 1).contains { index in
      let segment = receiver.segments[index]
      return segment.side != side && !segment.flags.contains(.rst)
        && segment.time.since(time) > Self.reaction
    }
    if goesOn { return .ignored }
    // A device that forgot the connection answers the first packet after the silence.
    var silence = TimeSpan.zero
    var later = time
    for index in all.prefix(place).reversed() {
      let earlier = receiver.segments[index].time
      silence = max(silence, later.since(earlier))
      later = earlier
      if time.since(earlier) > Self.recent + silence { break }
    }
    return .ended(afterSilence: silence)
  }

  /// What a host still sends within this time was on its way when the RST came.
  private static let reaction = TimeSpan.milliseconds(500)
  /// A silence counts that ended within this time before the RST.
  private static let recent = TimeSpan.seconds(3)

  /// From the first loss on, all data above some length vanished and all below it arrived.
  private func sizeLimit() -> SizeLimit? {
    guard let first = sent.indices.first(where: { isLostData($0) }) else { return nil }
    var (arrived, lost, arrivals, losses) = (0, Int.max, 0, 0)
    for place in sent.indices where place >= first && sentSegment(place).length > 0 {
      let length = sentSegment(place).length
      switch fates[place] {
      case .lost:
        lost = min(lost, length)
        losses += 1
      case .arrived, .missed:
        arrived = max(arrived, length)
        arrivals += 1
      default: break
      }
    }
    guard losses >= PointTolerance.outageSegments, lost > arrived, lost >= Self.leastLimit,
      arrivals > 0 || receiverHeardAfter(first)
    else { return nil }
    return SizeLimit(arrived: arrived, lost: lost, since: sender.reference(sent[first]))
  }

  /// No link carries less than this (RFC 791 and 8200: 576 and 1,280 bytes of IP).
  private static let leastLimit = 500

  private func isLostData(_ place: Int) -> Bool {
    guard case .lost = fates[place] else { return false }
    return sentSegment(place).length >= Self.leastLimit
  }

  /// Bare acknowledgments of the side arrived after the first loss.
  private func receiverHeardAfter(_ first: Int) -> Bool {
    sent.indices.count {
      guard $0 > first, case .arrived = fates[$0] else { return false }
      return true
    } > 0
  }
}
