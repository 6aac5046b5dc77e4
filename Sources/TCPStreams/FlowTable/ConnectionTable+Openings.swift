import CaptureReader
import PacketDecode

/// Openings that are told one by one if they become no connection, those that are counted, and those
/// that are over and counted already.
///
/// The index holds their numbers above those of full states.
struct Openings: Sendable {
  static let firstTold = 1 << 28
  static let firstCounted = 1 << 29
  static let firstFolded = 1 << 30

  var told = OpeningStore()
  var counted = OpeningStore()
  var folded = FoldedOpenings()

  var hasNumbers: Bool {
    told.end < Self.firstCounted - Self.firstTold
      && counted.end < Self.firstFolded - Self.firstCounted
  }

  @inline(__always)
  func key(of value: Int) -> FlowKey {
    if value >= Self.firstFolded { return folded.key(of: value - Self.firstFolded) }
    return value < Self.firstCounted
      ? told.key(of: value - Self.firstTold) : counted.key(of: value - Self.firstCounted)
  }
}

/// Connections that are no more than an opening exchange so far.
extension ConnectionTable {
  enum OpeningStep {
    case kept
    /// A new connection on the ports of one that is only counted.
    case anew
    /// More than an opening exchange.
    case more
  }

  /// The key of an index value. The index asks while it is changed, so it is lent the stores only.
  @inline(__always)
  static func key(
    of value: Int, _ keys: borrowing [FlowKey], _ openings: borrowing Openings
  ) -> FlowKey {
    value < Openings.firstTold ? keys[value] : openings.key(of: value)
  }

  /// Keeps a SYN; false where there is no number for it.
  mutating func beginOpening(
    _ key: FlowKey, _ segment: TCPSegment, network: NetworkHeader, source: Endpoint,
    frame: ItemReference
  ) -> Bool {
    guard
      let packet = OpeningPacket(segment, network: network, frame: frame, isFromClient: true),
      openings.hasNumbers, let ordinal = UInt32(exactly: nextOrdinal())
    else { return false }
    var exchange = OpeningExchange(
      key: key, ordinal: ordinal, clientIsLow: key.low == source,
      clientSequence: segment.sequence)
    let nothing: [UInt8] = []
    let value: Int
    if isTold(source.address) {
      openings.told.add(packet, nothing.rawSpan, to: &exchange)
      value = openings.told.append(exchange) + Openings.firstTold
    } else {
      makeRoom()
      openings.counted.add(packet, nothing.rawSpan, to: &exchange)
      value = openings.counted.append(exchange) + Openings.firstCounted
    }
    index.set(key, to: value, keyOf: { Self.key(of: $0, keys, openings) })
    return true
  }

  /// Whether a reset of a connection of which nothing else was seen is told as a connection of its own;
  /// of a flood of them the first ones are.
  mutating func isToldReset(of client: IPAddress) -> Bool {
    guard toldResets < options.toldOpenings else { return false }
    let ofClient = toldResetsOfClient[client, default: 0]
    guard ofClient < options.toldOpeningsOfClient else { return false }
    toldResetsOfClient[client] = ofClient + 1
    toldResets += 1
    return true
  }

  private mutating func isTold(_ client: IPAddress) -> Bool {
    let limit = options.toldOpeningsOfClient
    guard toldCount < options.toldOpenings, limit > 0,
      toldOfClient[client, default: 0].countUp(to: limit)
    else { return false }
    toldCount += 1
    return true
  }

  private mutating func forgetTold(of client: IPAddress) {
    guard let place = toldOfClient.index(forKey: client) else { return }
    if toldOfClient.values[place] > 1 {
      toldOfClient.values[place] -= 1
    } else {
      toldOfClient.remove(at: place)
    }
  }

  /// Drops the oldest of those that are counted where they take more memory than they may.
  private mutating func makeRoom() {
    let (counted, folded) = (openings.counted.bytes, openings.folded.bytes)
    guard counted + folded + index.bytes > options.openingBytes else { return }
    var dropped: [(Int, FlowKey)] = []
    if folded > counted {
      openings.folded.dropOldest { number, key in
        dropped.append((number + Openings.firstFolded, key))
      }
    } else {
      openings.counted.dropOldest { number, exchange in
        dropped.append((number + Openings.firstCounted, exchange.key))
        guard !exchange.isFolded else { return }
        exchange.count(in: &outcomes)
        outcomes.evicted += 1
      }
    }
    for (value, key) in dropped { index.remove(key, value: value) }
  }

  /// Takes a packet of an opening that is no SYN, if it is one more of its exchange. Without room for
  /// connections false: others may have to go first. Of another connection with the same tag false, too.
  @inline(never)
  mutating func receiveInOpening(
    _ value: Int, _ key: FlowKey, _ segment: TCPSegment, network: NetworkHeader,
    payload: RawSpan, source: Endpoint, frame: ItemReference
  ) -> Bool {
    hasRoom && openings.key(of: value) == key
      && takeOpening(
        value, segment, network: network, payload: payload, source: source, frame: frame) == .kept
  }

  /// Takes a packet of an opening exchange.
  mutating func takeOpening(
    _ value: Int, _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan,
    source: Endpoint, frame: ItemReference
  ) -> OpeningStep {
    if value >= Openings.firstFolded {
      let isNew =
        segment.flags.intersection([.syn, .ack]) == .syn
        && !openings.folded.isFirst(
          segment.sequence, from: source, of: value - Openings.firstFolded)
      return isNew ? .anew : .kept
    }
    if value >= Openings.firstCounted {
      let number = value - Openings.firstCounted
      let (step, isOver) = Self.take(
        number, in: &openings.counted, segment, network: network, payload: payload,
        source: source, frame: frame)
      if isOver { fold(number) }
      return step
    }
    return Self.take(
      value - Openings.firstTold, in: &openings.told, segment, network: network,
      payload: payload, source: source, frame: frame
    ).step
  }

  /// - Returns: also whether nothing more can come of an opening that is only counted.
  @inline(__always)
  private static func take(
    _ number: Int, in store: inout OpeningStore, _ segment: TCPSegment, network: NetworkHeader,
    payload: RawSpan, source: Endpoint, frame: ItemReference
  ) -> (step: OpeningStep, isOver: Bool) {
    var exchange = store[number]
    let isFromClient = source == exchange.client
    let isBeginning = segment.flags.intersection([.syn, .ack]) == .syn
    let isOther = !(isFromClient && segment.sequence == exchange.clientSequence)
    if exchange.isFolded { return (isBeginning && isOther ? .anew : .kept, false) }
    // Its packets stay what they are: a flood on one pair of ports makes no full states.
    if isFromClient, isBeginning, isOther,
      exchange.isNoRetry(at: frame.time, after: store.lastTime(of: exchange))
    {
      return (.anew, true)
    }
    guard
      exchange.fits(segment, isFromClient: isFromClient, capturedPayload: payload.byteCount),
      let packet = OpeningPacket(
        segment, network: network, frame: frame, isFromClient: isFromClient)
    else { return (.more, false) }
    exchange.note(segment, isFromClient: isFromClient)
    store.add(packet, payload, to: &exchange)
    store[number] = exchange
    return (.kept, exchange.isReset)
  }

  /// Counts an exchange that is over, and forgets all but what tells its packets.
  private mutating func fold(_ number: Int) {
    let exchange = openings.counted[number]
    exchange.count(in: &outcomes)
    openings.counted.releasePackets(of: number)
    guard let place = openings.folded.append(exchange) else {
      openings.counted[number].isFolded = true
      return
    }
    index.replace(
      exchange.key, value: number + Openings.firstCounted, by: place + Openings.firstFolded)
    openings.counted.leave(number)
  }

  /// The full state behind an index value: made of the packets kept, where it was an opening.
  ///
  /// Nil where the opening is only counted and its end is known by `error`, and where there are too
  /// many connections.
  mutating func fullState(
    _ value: Int, refusedBy error: ICMPError?, deliver: (Int, StreamChunk, RawSpan) -> Void
  ) -> Int? {
    guard value >= Openings.firstTold else { return value }
    guard value < Openings.firstFolded else { return nil }
    let isCounted = value >= Openings.firstCounted
    let number = value - (isCounted ? Openings.firstCounted : Openings.firstTold)
    if isCounted, openings.counted[number].isFolded { return nil }
    if isCounted, error != nil || !hasRoom {
      if error != nil {
        openings.counted[number].isReset = true
      } else {
        openings.counted[number].isUnfollowed = true
      }
      fold(number)
      return nil
    }
    guard hasRoom else {
      openings.told[number].isUnfollowed = true
      return nil
    }
    guard isCounted else {
      let exchange = openings.told[number]
      let kept = openings.told.packets(of: number)
      openings.told.releasePackets(of: number)
      openings.told.giveBack(number)
      toldCount -= 1
      forgetTold(of: exchange.client.address)
      return restore(exchange, kept, deliver: deliver)
    }
    let exchange = openings.counted[number]
    let kept = openings.counted.packets(of: number)
    openings.counted.releasePackets(of: number)
    defer { openings.counted.leave(number) }
    return restore(exchange, kept, deliver: deliver)
  }

  private mutating func restore(
    _ exchange: OpeningExchange, _ kept: (packets: [OpeningPacket], payload: [UInt8]),
    deliver: (Int, StreamChunk, RawSpan) -> Void
  ) -> Int? {
    guard let first = kept.packets.first else { return nil }
    let key = exchange.key
    let slot = place(
      ConnectionState(
        key: key, index: Int(exchange.ordinal), client: exchange.client,
        server: exchange.server, orientation: .handshake, tunnel: key.tunnel,
        frame: first.reference), key)
    index.set(key, to: slot, keyOf: { Self.key(of: $0, keys, openings) })
    connections[slot].lacksBytes = exchange.isUnfollowed
    let nothing: [UInt8] = []
    for packet in kept.packets {
      let captured = packet.captured(
        client: exchange.client, server: exchange.server, tunnel: key.tunnel)
      let copies = connections[slot].copies
      connections[slot].receive(
        captured, payload: packet.hasPayload ? kept.payload.rawSpan : nothing.rawSpan,
        keepsCopies: options.keepsCopies
      ) { chunk, bytes in deliver(slot, chunk, bytes) }
      collectLateSigns(of: slot)
      if options.keepsTrail, connections[slot].copies == copies {
        keepTrail(
          slot, captured.segment, network: captured.network,
          payload: packet.hasPayload ? kept.payload.rawSpan : nothing.rawSpan,
          frame: captured.frame)
      }
    }
    return slot
  }

  /// Makes full states of the openings that are told, and counts the others: the capture is over.
  public mutating func finishOpenings(deliver: (Int, StreamChunk, RawSpan) -> Void) {
    for number in 0..<openings.told.end where !openings.told[number].isGone {
      let exchange = openings.told[number]
      let kept = openings.told.packets(of: number)
      openings.told.releasePackets(of: number)
      openings.told[number].isGone = true
      _ = restore(exchange, kept, deliver: deliver)
    }
    var outcomes = outcomes
    openings.counted.forEach { _, exchange in
      if !exchange.isFolded { exchange.count(in: &outcomes) }
    }
    self.outcomes = outcomes
    openings.counted = OpeningStore()
    openings.folded = FoldedOpenings()
    index = FlowIndex()
    finishHeld(deliver: deliver)
  }
}

extension Int {
  /// Counts one more, but not beyond a limit; where a dictionary holds the count, its place is looked up once.
  fileprivate mutating func countUp(to limit: Int) -> Bool {
    guard self < limit else { return false }
    self += 1
    return true
  }
}
