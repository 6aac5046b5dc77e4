import CaptureReader
import PacketDecode

/// A connection while its packets come in.
struct ConnectionState: Sendable {
  /// Both directions are settled (`SenderState.isSettled`): a packet in order is accounted for at once.
  private(set) var isSettled = false
  private(set) var clientIsLow: Bool
  /// Payload is handed on; off for connections that nobody reads.
  var deliversBytes = true { didSet { isSettled = false } }
  var orientation: ConnectionRecord.Orientation
  var last: ItemReference
  let first: ItemReference
  var series = ActivitySeries()
  /// Its last packets, for drawings of the end.
  var tail = PacketTail()
  var states: PerSide<SenderState>
  let index: Int
  /// The end taken for the client; can be turned round until content has settled it.
  private(set) var client: Endpoint
  private(set) var server: Endpoint
  let tunnel: UInt64
  var handshake = Handshake()
  var icmpErrors: [ICMPRecord] = []
  var copies = 0
  var routedCopies = 0
  var copiesByPacketID = 0
  var backwardSteps = 0
  var largestBackwardStep = TimeSpan.zero
  /// Its segments, where they are compared with another capture's.
  @Seldom var trail: SegmentTrail? = nil
  /// Segments that came before the data that they acknowledge.
  var held = HeldSegments()
  var vainWaits = 0
  /// What packets that are older than the one before them show of the file's order, until it is taken.
  var lateSigns: [LateSign] = []
  /// Dropped to make room; its place is free.
  var isEvicted = false
  /// Something of it was left out to stay within the memory budget.
  var lacksBytes = false

  init(
    key: FlowKey, index: Int, client: Endpoint, server: Endpoint,
    orientation: ConnectionRecord.Orientation, tunnel: UInt64, frame: ItemReference
  ) {
    self.index = index
    self.client = client
    self.server = server
    self.orientation = orientation
    self.tunnel = tunnel
    clientIsLow = client == key.low
    first = frame
    last = frame
    states = PerSide(client: SenderState(), server: SenderState())
  }

  func side(of source: Endpoint) -> Side { source == client ? .client : .server }

  /// The side that sends where the key's lower end does.
  @inline(__always)
  func side(isLow: Bool) -> Side { isLow == clientIsLow ? .client : .server }

  /// Memory held back behind holes.
  var heldMemory: Int {
    states.client.assembler.heldMemory &+ states.server.assembler.heldMemory
      &+ held.memory &+ states.client.copies.memory &+ states.server.copies.memory
  }

  /// Hands on what is held back as if what is missing never came.
  mutating func giveUpHoles(at frame: ItemReference, deliver: (StreamChunk, RawSpan) -> Void) {
    isSettled = false
    lacksBytes = true
    states.client.assembler.giveUpHoles(side: .client, frame: frame, deliver: deliver)
    states.server.assembler.giveUpHoles(side: .server, frame: frame, deliver: deliver)
    states.client.copies.narrow()
    states.server.copies.narrow()
  }

  /// Both sides said goodbye, or one tore the connection down.
  var isClosed: Bool {
    states.client.record.resetCount > 0 || states.server.record.resetCount > 0
      || (states.client.record.fin != nil && states.server.record.fin != nil)
  }

  /// Bytes of either side's stream were handed on.
  var hasHandedOnBytes: Bool {
    states.client.assembler.expected > 0 || states.server.assembler.expected > 0
  }

  /// Sequence number of a side's first byte, once known.
  func base(of side: Side) -> SequenceNumber? {
    side == .client ? states.client.base : states.server.base
  }

  /// Accounts for a segment that is the next in order, and hands on its payload; false where it is
  /// anything else, and takes the general account.
  @inline(__always)
  mutating func receiveInOrder(
    _ segment: TCPSegment, network: NetworkHeader, isLow: Bool, payload: RawSpan,
    frame: ItemReference, deliver: (StreamChunk, RawSpan) -> Void
  ) -> Bool {
    guard isSettled, frame.time >= last.time else { return false }
    let age = frame.time.since(first.time)
    let side = side(isLow: isLow)
    switch side {
    case .client:
      guard
        case .yes(let roundTrip) = SenderState.takeInOrder(
          segment, network: network, frame: frame, from: &states.client, to: &states.server)
      else { return false }
      last = frame
      noteActivity(of: .client, age: age, bytes: segment.payloadLength, roundTrip)
      tail.note(segment, from: .client, frame: frame, isRepeat: false)
      states.client.assembler.receiveNext(
        side: .client, length: segment.payloadLength, payload: payload, frame: frame,
        deliver: deliver)
    case .server:
      guard
        case .yes(let roundTrip) = SenderState.takeInOrder(
          segment, network: network, frame: frame, from: &states.server, to: &states.client)
      else { return false }
      last = frame
      noteActivity(of: .server, age: age, bytes: segment.payloadLength, roundTrip)
      tail.note(segment, from: .server, frame: frame, isRepeat: false)
      states.server.assembler.receiveNext(
        side: .server, length: segment.payloadLength, payload: payload, frame: frame,
        deliver: deliver)
    }
    return true
  }

  /// Notes a segment in order in the series, once that is begun.
  @inline(__always)
  private mutating func noteActivity(
    of side: Side, age: TimeSpan, bytes: Int, _ roundTrip: TimeSpan?
  ) {
    if !series.isBegun, !beginSeries(with: side, age: age, bytes: bytes, isRepeat: false) { return }
    series.note(side, age: age, bytes: bytes, isRepeat: false, roundTrip: roundTrip)
  }

  /// Begins the series where it is time to, for the segment at hand to be noted in it.
  @inline(never)
  private mutating func beginSeries(
    with side: Side, age: TimeSpan, bytes: Int, isRepeat: Bool
  ) -> Bool {
    let segments = states.client.record.dataPackets + states.server.record.dataPackets
    guard bytes > 0, ActivitySeries.isDue(after: segments, at: age) else { return false }
    var client = ActivitySeries.Activity(soFar: states.client.record)
    var server = ActivitySeries.Activity(soFar: states.server.record)
    // The segment at hand has a place of its own.
    if side == .client {
      client.withdraw(bytes: bytes, isRepeat: isRepeat)
    } else {
      server.withdraw(bytes: bytes, isRepeat: isRepeat)
    }
    series.begin(client: client, server: server)
    return true
  }

  /// Accounts for one segment and hands on the payload that is in order now.
  @inline(never)
  mutating func receive(
    _ packet: CapturedSegment, payload: RawSpan, keepsCopies: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    if held.isEmpty, !isAhead(packet) {
      account(packet, payload: payload, keepsCopies: keepsCopies, deliver: deliver)
    } else {
      receiveOutOfOrder(packet, payload: payload, keepsCopies: keepsCopies, deliver: deliver)
    }
    isSettled =
      held.isEmpty && orientation.isSettled && deliversBytes
      && states.client.isSettled
      && states.server.isSettled
      && (handshake.established != nil || handshake.synAck == nil)
  }

  mutating func account(
    _ packet: CapturedSegment, payload: RawSpan, keepsCopies: Bool,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let age = packet.frame.time.since(first.time)
    if packet.frame.time < last.time { note(sign(of: packet), of: packet.frame) }
    let before = PerSide(
      client: states.client.record.signs, server: states.server.record.signs)
    let copy: CopyFilter.Copy?
    switch packet.side {
    case .client:
      copy = SenderState.receive(
        packet, payload: payload, from: &states.client, to: &states.server,
        handshake: &handshake, keepsCopies: keepsCopies, deliversBytes: deliversBytes,
        deliver: deliver)
    case .server:
      copy = SenderState.receive(
        packet, payload: payload, from: &states.server, to: &states.client,
        handshake: &handshake, keepsCopies: keepsCopies, deliversBytes: deliversBytes,
        deliver: deliver)
    }
    if let copy {
      copies += 1
      switch copy {
      case .identical: break
      case .routed: routedCopies += 1
      case .samePacketID: copiesByPacketID += 1
      }
      return
    }
    if packet.frame.time < last.time {
      backwardSteps += 1
      largestBackwardStep = max(largestBackwardStep, last.time.since(packet.frame.time))
    }
    last = packet.frame
    let side = packet.side
    let changes = PerSide(
      client: states.client.record.signs.since(before.client),
      server: states.server.record.signs.since(before.server))
    var news = changes[side]
    let isRepeat = news.repeats > 0
    let other = changes[side.other]
    news.missedBytes = news.missedBytes.addingSaturating(other.missedBytes)
    if packet.segment.payloadLength > 0 { tail.begin() }
    tail.note(packet.segment, from: side, frame: packet.frame, isRepeat: isRepeat)
    let wasBegun = series.isBegun
    if !wasBegun {
      guard
        beginSeries(
          with: side, age: age, bytes: packet.segment.payloadLength, isRepeat: isRepeat)
      else { return }
    }
    series.note(
      side, age: age, bytes: packet.segment.payloadLength, isRepeat: isRepeat,
      roundTrip: other.samples > 0
        ? (side == .client ? states.server.lastRoundTrip : states.client.lastRoundTrip) : nil)
    if wasBegun, !news.isUsual { series.note(news, of: side) }
  }

  /// Turns the ends round where the first bytes show that the guess was wrong.
  mutating func swapEnds(because orientation: ConnectionRecord.Orientation) {
    swap(&client, &server)
    clientIsLow.toggle()
    isSettled = false
    states = PerSide(client: states.server, server: states.client)
    held.swapSides()
    series.swapSides()
    trail?.swapSides()
    tail.swapSides()
    for index in icmpErrors.indices { icmpErrors[index].about = icmpErrors[index].about.other }
    self.orientation = orientation
  }
}

extension Handshake {
  /// A hole that is filled within this time was reordering: what is sent again since its receiver asked
  /// for it comes a round trip after. `shortest` is the shortest measured; a handshake can take longer.
  func reorderingWindow(shortest: TimeSpan?) -> TimeSpan {
    let trip = (serverRoundTrip ?? .zero) + (clientRoundTrip ?? .zero)
    let asked = shortest.map {
      TimeSpan(nanoseconds: $0.nanoseconds - $0.nanoseconds / HealthThresholds.roundTripSlack)
    }
    return max(HealthThresholds.reorderingWindow, min(trip, asked ?? trip))
  }
}
