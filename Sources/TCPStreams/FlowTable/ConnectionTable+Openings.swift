import CaptureReader
import PacketDecode

/// Connections that are no more than an opening exchange so far.
///
/// The index holds their numbers above those of full states: from `firstOpening` on the ones that
/// are told, from `firstCounted` on the ones that are counted.
extension ConnectionTable {
  static let firstOpening = 1 << 28
  static let firstCounted = 1 << 29
  private static let lastOpening = 1 << 30

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
    of value: Int, _ keys: borrowing [FlowKey], _ told: borrowing OpeningStore,
    _ counted: borrowing OpeningStore
  ) -> FlowKey {
    if value < firstOpening { return keys[value] }
    return value < firstCounted
      ? told.key(of: value - firstOpening) : counted.key(of: value - firstCounted)
  }

  /// Keeps a SYN; false where there is no number for it.
  mutating func beginOpening(
    _ key: FlowKey, _ segment: TCPSegment, network: NetworkHeader, source: Endpoint,
    frame: ItemReference
  ) -> Bool {
    guard
      let packet = OpeningPacket(segment, network: network, frame: frame, isFromClient: true),
      told.end < Self.firstCounted - Self.firstOpening,
      counted.end < Self.lastOpening - Self.firstCounted
    else { return false }
    let exchange = OpeningExchange(
      key: key, ordinal: nextOrdinal(), clientIsLow: key.low == source,
      clientSequence: segment.sequence, lastTime: frame.time)
    let value: Int
    if isTold(source.address) {
      value = told.append(exchange) + Self.firstOpening
      told.add(packet, to: value - Self.firstOpening)
    } else {
      makeRoom()
      value = counted.append(exchange) + Self.firstCounted
      counted.add(packet, to: value - Self.firstCounted)
    }
    index.set(key, to: value, keyOf: { Self.key(of: $0, keys, told, counted) })
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
    guard toldCount < options.toldOpenings else { return false }
    let ofClient = toldOfClient[client, default: 0]
    guard ofClient < options.toldOpeningsOfClient else { return false }
    toldOfClient[client] = ofClient + 1
    toldCount += 1
    return true
  }

  /// Drops the oldest of those that are counted where they take more memory than they may.
  private mutating func makeRoom() {
    guard counted.bytes + index.bytes > options.openingBytes else { return }
    var dropped: [(Int, FlowKey)] = []
    counted.dropOldest { number, exchange in
      guard !exchange.isGone else { return }
      dropped.append((number + Self.firstCounted, exchange.key))
      guard !exchange.isFolded else { return }
      exchange.count(in: &outcomes)
      outcomes.evicted += 1
    }
    for (value, key) in dropped { index.remove(key, value: value) }
  }

  /// Takes a packet of an opening exchange.
  mutating func takeOpening(
    _ value: Int, _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan,
    source: Endpoint, frame: ItemReference
  ) -> OpeningStep {
    if value >= Self.firstCounted {
      let number = value - Self.firstCounted
      let step = Self.take(
        number, in: &counted, segment, network: network, payload: payload, source: source,
        frame: frame)
      if step == .anew || step == .kept && counted[number].isReset, !counted[number].isFolded {
        fold(number)
      }
      return step
    }
    return Self.take(
      value - Self.firstOpening, in: &told, segment, network: network, payload: payload,
      source: source, frame: frame)
  }

  private static func take(
    _ number: Int, in store: inout OpeningStore, _ segment: TCPSegment, network: NetworkHeader,
    payload: RawSpan, source: Endpoint, frame: ItemReference
  ) -> OpeningStep {
    let isFromClient = source == store[number].client
    if store[number].isFolded {
      let isNew =
        segment.flags.intersection([.syn, .ack]) == .syn
        && !(isFromClient && segment.sequence == store[number].clientSequence)
      return isNew ? .anew : .kept
    }
    // Its packets stay what they are: a flood on one pair of ports makes no full states.
    if isFromClient, segment.flags.intersection([.syn, .ack]) == .syn,
      segment.sequence != store[number].clientSequence, store[number].isNoRetry(at: frame.time)
    {
      return .anew
    }
    guard
      store[number].fits(
        segment, isFromClient: isFromClient, capturedPayload: payload.byteCount),
      let packet = OpeningPacket(
        segment, network: network, frame: frame, isFromClient: isFromClient)
    else { return .more }
    store[number].note(segment, isFromClient: isFromClient)
    store[number].lastTime = frame.time
    if segment.payloadLength > 0 { store.keep(payload: payload.copied(), of: number) }
    store.add(packet, to: number)
    return .kept
  }

  /// Counts an exchange that is over, and forgets all but its key.
  private mutating func fold(_ number: Int) {
    counted[number].count(in: &outcomes)
    counted[number].isFolded = true
    counted.releasePackets(of: number)
  }

  /// The full state behind an index value: made of the packets kept, where it was an opening.
  ///
  /// Nil where the opening is only counted and its end is known by `error`, and where there are too
  /// many connections.
  mutating func fullState(
    _ value: Int, refusedBy error: ICMPError?, deliver: (Int, StreamChunk, RawSpan) -> Void
  ) -> Int? {
    guard value >= Self.firstOpening else { return value }
    let isCounted = value >= Self.firstCounted
    let number = isCounted ? value - Self.firstCounted : value - Self.firstOpening
    if isCounted, counted[number].isFolded { return nil }
    if isCounted, error != nil || !hasRoom {
      if error != nil {
        counted[number].isReset = true
      } else {
        counted[number].isUnfollowed = true
      }
      fold(number)
      return nil
    }
    guard hasRoom else {
      told[number].isUnfollowed = true
      return nil
    }
    let exchange = isCounted ? counted[number] : told[number]
    let packets = isCounted ? counted.packets(of: number) : told.packets(of: number)
    if isCounted {
      counted.releasePackets(of: number)
      counted[number].isGone = true
    } else {
      told.releasePackets(of: number)
      told[number].isGone = true
      told.giveBack(number)
      toldCount -= 1
      if let known = toldOfClient[exchange.client.address] {
        toldOfClient[exchange.client.address] = known > 1 ? known - 1 : nil
      }
    }
    return restore(exchange, packets, deliver: deliver)
  }

  private mutating func restore(
    _ exchange: OpeningExchange, _ packets: [OpeningPacket],
    deliver: (Int, StreamChunk, RawSpan) -> Void
  ) -> Int? {
    guard let first = packets.first else { return nil }
    let slot = place(
      ConnectionState(
        key: exchange.key, index: exchange.ordinal, client: exchange.client,
        server: exchange.server, orientation: .handshake, tunnel: exchange.key.tunnel,
        frame: first.reference), exchange.key)
    index.set(exchange.key, to: slot, keyOf: { Self.key(of: $0, keys, told, counted) })
    connections[slot].lacksBytes = exchange.isUnfollowed
    let nothing: [UInt8] = []
    for packet in packets {
      let captured = packet.captured(
        client: exchange.client, server: exchange.server, tunnel: exchange.key.tunnel)
      let copies = connections[slot].copies
      connections[slot].receive(
        captured, payload: packet.hasPayload ? exchange.payload.rawSpan : nothing.rawSpan,
        keepsCopies: options.keepsCopies
      ) { chunk, bytes in deliver(slot, chunk, bytes) }
      collectLateSigns(of: slot)
      if options.keepsTrail, connections[slot].copies == copies {
        keepTrail(
          slot, captured.segment, network: captured.network,
          payload: packet.hasPayload ? exchange.payload.rawSpan : nothing.rawSpan,
          frame: captured.frame)
      }
    }
    return slot
  }

  /// Makes full states of the openings that are told, and counts the others: the capture is over.
  public mutating func finishOpenings(deliver: (Int, StreamChunk, RawSpan) -> Void) {
    for number in told.first..<told.end where !told[number].isGone {
      let exchange = told[number]
      let packets = told.packets(of: number)
      told.releasePackets(of: number)
      told[number].isGone = true
      _ = restore(exchange, packets, deliver: deliver)
    }
    for number in counted.first..<counted.end
    where !counted[number].isGone && !counted[number].isFolded {
      fold(number)
    }
    finishHeld(deliver: deliver)
  }
}
