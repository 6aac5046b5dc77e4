public import CaptureReader
public import PacketDecode

/// What the first bytes of a payload show about who sent them.
public enum Opening: Sendable {
  case fromClient
  case fromServer
}

/// All connections of an analysis, found by their packets.
public struct ConnectionTable: ~Copyable {
  let options: ConnectionOptions
  /// Ports whose connections are followed from their first packet.
  public private(set) var followed: PortSet
  var index = FlowIndex()
  var connections = ChunkedArray<ConnectionState, 5>()
  /// Their keys, which each packet is compared with: close together.
  var keys: [FlowKey] = []
  /// Place of the next connection whose record is taken.
  var taken = 0
  private var candidates: HandshakeCandidates
  /// The ports followed, and those of connections that content brought in; others are rejected before
  /// the table is asked.
  public private(set) var watched: PortSet
  /// How often a port was added to those.
  public private(set) var watchedChanges = 0
  var openings = Openings()
  var toldCount = 0
  var toldOfClient: [IPAddress: Int] = [:]
  /// The same for resets that belong to no connection.
  var toldResets = 0
  var toldResetsOfClient: [IPAddress: Int] = [:]
  private var ordinals = 0
  /// Places of evicted connections.
  var freeSlots: [Int] = []
  /// No eviction is tried before so many segments were left out: the last one found nothing.
  var evictionPause = 0
  /// When eviction was tried last; later others may have fallen silent.
  var lastEviction: Timestamp?
  var heldMemory = 0
  /// Segments kept in trails.
  var trailedSegments = 0
  /// Short connections that were over and dropped for others.
  public internal(set) var evictedConnections = 0
  /// How those connections ended that are counted only; complete after `finishOpenings`.
  public internal(set) var outcomes = OpeningOutcomes()
  /// Segments of connections that would have been opened beyond the limit.
  public private(set) var unfollowedSegments = 0
  /// What packets that were older than the one before them showed of the file's order.
  private var lateSigns: [LateSign] = []
  public private(set) var captureEnd = Timestamp(nanoseconds: .min)
  private(set) var captureStart = Timestamp(nanoseconds: .max)
  private var gaps: [Timestamp] = []
  /// So that nobody leaves out what `touch` reads.
  private var touched: Int32 = 0

  public init(options: ConnectionOptions) {
    self.options = options
    followed = PortSet()
    for port in options.servicePorts.union(options.likelyPorts) { followed.insert(port) }
    watched = followed
    candidates = HandshakeCandidates(limit: options.candidateLimit)
  }

  public var count: Int { connections.count }

  /// Brings what is looked at first for segments with this tag near: where many come together, the
  /// memory answers for several at a time.
  @inline(__always)
  public mutating func touch(_ tag: UInt32) { touched &+= index.first(at: tag) }

  /// Accounts for a segment that is the next in order on a connection that runs, or one of an opening:
  /// what most segments are. False, and nothing is changed, where it is anything else: then `receive` takes it.
  ///
  /// - Parameter deliver: takes the bytes, with the connection they belong to.
  @inline(__always)
  public mutating func receiveInOrder(
    _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan, frame: ItemReference,
    deliver: (Int, StreamChunk, RawSpan) -> Void
  ) -> Bool {
    guard !segment.flags.contains(.syn),
      watched.contains(segment.sourcePort) || watched.contains(segment.destinationPort)
    else { return false }
    let source = Endpoint(address: network.source, port: segment.sourcePort)
    let destination = Endpoint(address: network.destination, port: segment.destinationPort)
    let isLow = FlowKey.precedes(source, destination)
    let key = FlowKey(
      source: source, destination: destination, tunnel: network.tunnel, isAscending: isLow)
    guard let slot = index.value(for: key, below: Openings.firstTold, keys: keys) else {
      return false
    }
    guard slot < Openings.firstTold else {
      return receiveInOpening(
        slot, key, segment, network: network, payload: payload, source: source, frame: frame)
    }
    guard segment.flags.isDisjoint(with: [.fin, .rst]) else { return false }
    let isTaken = connections[slot].receiveInOrder(
      segment, network: network, isLow: isLow, payload: payload, frame: frame
    ) { chunk, bytes in deliver(slot, chunk, bytes) }
    if options.keepsTrail, isTaken {
      keepTrail(slot, segment, network: network, payload: payload, frame: frame)
    }
    return isTaken
  }

  /// Whether a segment can matter by its ports and flags; of others only those do whose payload is an
  /// opening.
  ///
  /// It changes nothing, but lending out a table that was itself lent would copy it.
  public mutating func concerns(_ segment: TCPSegment) -> Bool {
    watched.contains(segment.sourcePort) || watched.contains(segment.destinationPort)
      || segment.flags.contains(.syn)
  }

  /// Accounts for a TCP segment.
  ///
  /// - Parameters:
  ///   - opening: what the payload's first bytes show, where the caller recognised them.
  ///   - deliver: takes the bytes that are in order now, with the connection they belong to.
  public mutating func receive(
    _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan,
    frame: ItemReference, opening: Opening?, deliver: (Int, StreamChunk, RawSpan) -> Void
  ) {
    if opening == nil, !concerns(segment) { return }
    let source = Endpoint(address: network.source, port: segment.sourcePort)
    let destination = Endpoint(address: network.destination, port: segment.destinationPort)
    let key = FlowKey(source: source, destination: destination, tunnel: network.tunnel)
    let isServed =
      followed.contains(segment.sourcePort) || followed.contains(segment.destinationPort)
    guard
      let slot = connection(
        for: key, segment: segment, network: network, payload: payload, source: source,
        destination: destination, frame: frame, opening: opening, isServed: isServed,
        deliver: deliver)
    else { return }
    if let opening, !connections[slot].orientation.isSettled {
      let expected: Side = opening == .fromClient ? .client : .server
      if connections[slot].side(of: source) == expected {
        connections[slot].orientation = .content
      } else if !connections[slot].hasHandedOnBytes {
        // Amid a stream such bytes are no opening, and what was handed on cannot change sides.
        connections[slot].swapEnds(because: .content)
      }
    }
    let side = connections[slot].side(of: source)
    let packet = CapturedSegment(segment: segment, network: network, side: side, frame: frame)
    let held = connections[slot].heldMemory
    let copies = connections[slot].copies
    connections[slot].receive(packet, payload: payload, keepsCopies: options.keepsCopies) {
      chunk, bytes in deliver(slot, chunk, bytes)
    }
    if options.keepsTrail, connections[slot].copies == copies {
      keepTrail(slot, segment, network: network, payload: payload, frame: frame)
    }
    collectLateSigns(of: slot)
    let holds = connections[slot].heldMemory
    if holds != held { hold(slot, more: holds &- held, frame, deliver) }
  }

  /// Ties an ICMP error to the connection that it quotes.
  public mutating func receive(
    _ error: ICMPError, network: NetworkHeader, frame: ItemReference,
    deliver: (Int, StreamChunk, RawSpan) -> Void = { _, _, _ in }
  ) {
    guard error.quotedProtocol == 6, let sourcePort = error.quotedSourcePort,
      let destinationPort = error.quotedDestinationPort
    else { return }
    let source = Endpoint(address: error.quotedSource, port: sourcePort)
    let destination = Endpoint(address: error.quotedDestination, port: destinationPort)
    let key = FlowKey(source: source, destination: destination, tunnel: network.tunnel)
    guard
      let value = index.value(for: key, keyOf: { Self.key(of: $0, keys, openings) }),
      let slot = fullState(value, refusedBy: error, deliver: deliver),
      connections[slot].icmpErrors.count < HealthThresholds.keptICMPErrors
    else { return }
    connections[slot].icmpErrors.append(
      ICMPRecord(
        frame: frame, isV6: error.isV6, type: error.type, code: error.code, mtu: error.mtu,
        reporter: network.source, about: connections[slot].side(of: source)))
  }

  /// What the packets since the last call showed of the order that they stand in.
  public mutating func takeLateSigns() -> [LateSign] {
    defer { lateSigns = [] }
    return lateSigns
  }

  mutating func collectLateSigns(of slot: Int) {
    guard !connections[slot].lateSigns.isEmpty else { return }
    if lateSigns.count < LateSign.limit { lateSigns += connections[slot].lateSigns }
    connections[slot].lateSigns = []
  }

  /// Hands on what waits for packets that were not to come: the capture is over.
  public mutating func finishHeld(deliver: (Int, StreamChunk, RawSpan) -> Void) {
    for slot in connections.indices where !connections[slot].held.isEmpty {
      connections[slot].releaseHeld(waitsOn: false, keepsCopies: options.keepsCopies) {
        chunk, bytes in deliver(slot, chunk, bytes)
      }
      collectLateSigns(of: slot)
    }
  }

  public mutating func note(time: Timestamp) {
    if time > captureEnd { captureEnd = time }
    if time < captureStart { captureStart = time }
  }

  /// From `time` on packets may be missing for a while: for connections of which nothing is seen
  /// afterwards the capture ends there.
  public mutating func noteGap(at time: Timestamp) {
    guard gaps.count < Self.gapLimit, gaps.last.map({ time > $0 }) ?? true else { return }
    gaps.append(time)
  }

  /// Gaps kept: a ring of a week with an hour to each file does not reach it.
  private static let gapLimit = 4_096

  /// Stops handing on a connection's bytes: nothing more is to be read from them.
  public mutating func stopDelivering(_ connection: Int) {
    guard connections.indices.contains(connection) else { return }
    connections[connection].deliversBytes = false
  }

  /// The record of one connection as it stands.
  public func record(of connection: Int) -> ConnectionRecord {
    var state = connections[connection]
    var record = state.takeRecord(captureEnd: end(of: state.last.time))
    finishTrail(of: &record)
    return record
  }

  /// Up to when a connection could have been seen whose last packet came at `last`.
  func end(of last: Timestamp) -> Timestamp {
    gaps.isEmpty ? captureEnd : gaps.first { $0 >= last } ?? captureEnd
  }

  private mutating func connection(
    for key: FlowKey, segment: TCPSegment, network: NetworkHeader, payload: RawSpan,
    source: Endpoint, destination: Endpoint, frame: ItemReference, opening: Opening?,
    isServed: Bool, deliver: (Int, StreamChunk, RawSpan) -> Void
  ) -> Int? {
    if let value = index.value(for: key, keyOf: { Self.key(of: $0, keys, openings) }) {
      var slot = value
      if value >= Openings.firstTold {
        switch takeOpening(
          value, segment, network: network, payload: payload, source: source, frame: frame)
        {
        case .kept: return nil
        case .anew:
          return begin(
            key, segment: segment, network: network, source: source, destination: destination,
            frame: frame, opening: opening, isServed: isServed)
        case .more:
          guard let state = fullState(value, refusedBy: nil, deliver: deliver) else {
            unfollowedSegments &+= 1
            return nil
          }
          slot = state
        }
      }
      guard segment.flags.contains(.syn),
        startsAnew(slot, segment: segment, source: source, frame: frame)
      else { return slot }
    } else if !isServed, opening == nil {
      if segment.flags.contains(.syn) {
        candidates.remember(key, segment: segment, network: network, frame: frame)
      }
      return nil
    }
    return begin(
      key, segment: segment, network: network, source: source, destination: destination,
      frame: frame, opening: opening, isServed: isServed)
  }

  /// Begins a connection; nil where no full state was made for it.
  private mutating func begin(
    _ key: FlowKey, segment: TCPSegment, network: NetworkHeader, source: Endpoint,
    destination: Endpoint, frame: ItemReference, opening: Opening?, isServed: Bool
  ) -> Int? {
    if options.defersOpenings, isServed, segment.payloadLength == 0,
      segment.flags.intersection([.syn, .ack, .rst, .fin]) == .syn,
      beginOpening(key, segment, network: network, source: source, frame: frame)
    {
      return nil
    }
    if segment.flags.contains(.rst), segment.payloadLength == 0, opening == nil {
      let (isFromClient, _) = orient(segment, opening: nil)
      guard isToldReset(of: isFromClient ? source.address : destination.address) else {
        outcomes.resetOnly += 1
        return nil
      }
    }
    guard hasRoom else {
      unfollowedSegments &+= 1
      return nil
    }
    return open(
      key, segment: segment, source: source, destination: destination, frame: frame,
      opening: opening, isServed: isServed)
  }

  /// Keeps what is held back by all connections within its limit.
  @inline(never)
  private mutating func hold(
    _ slot: Int, more: Int, _ frame: ItemReference,
    _ deliver: (Int, StreamChunk, RawSpan) -> Void
  ) {
    heldMemory &+= more
    guard heldMemory > options.heldBytes, more > 0 else { return }
    let held = connections[slot].heldMemory
    connections[slot].giveUpHoles(at: frame) { chunk, bytes in deliver(slot, chunk, bytes) }
    heldMemory &-= held
  }

  mutating func nextOrdinal() -> Int {
    ordinals += 1
    return ordinals - 1
  }

  @inline(never)
  private mutating func open(
    _ key: FlowKey, segment: TCPSegment, source: Endpoint, destination: Endpoint,
    frame: ItemReference, opening: Opening?, isServed: Bool
  ) -> Int {
    let (isFromClient, orientation) = orient(segment, opening: opening)
    let remembered = isServed ? nil : candidates.take(key)
    var state = ConnectionState(
      key: key, index: nextOrdinal(), client: isFromClient ? source : destination,
      server: isFromClient ? destination : source, orientation: orientation, tunnel: key.tunnel,
      frame: remembered?.first?.frame ?? frame)
    for packet in remembered ?? [] {
      let from = Endpoint(address: packet.network.source, port: packet.segment.sourcePort)
      if packet.segment.flags.contains(.syn) {
        if state.handshake.syn == nil, state.handshake.synAck == nil {
          let isAnswer = packet.segment.flags.contains(.ack)
          if (state.side(of: from) == .server) != isAnswer { state.swapEnds(because: .handshake) }
          state.orientation = .handshake
        }
      }
      let nothing: [UInt8] = []
      let captured = CapturedSegment(
        segment: packet.segment, network: packet.network, side: state.side(of: from),
        frame: packet.frame)
      state.receive(captured, payload: nothing.rawSpan, keepsCopies: options.keepsCopies) { _, _ in
      }
    }
    // Its beginning may be among what was left out.
    state.lacksBytes =
      hasLeftOut && remembered == nil && segment.flags.intersection([.syn, .ack]) != .syn
    let slot = place(state, key)
    for packet in remembered ?? [] where options.keepsTrail {
      let nothing: [UInt8] = []
      keepTrail(
        slot, packet.segment, network: packet.network, payload: nothing.rawSpan,
        frame: packet.frame)
    }
    index.set(key, to: slot, keyOf: { Self.key(of: $0, keys, openings) })
    if !isServed {
      watched.insert(state.server.port)
      watchedChanges &+= 1
    }
    return slot
  }

  /// A SYN with another initial sequence number on used ports begins a new connection, unless it is
  /// the same attempt going on: a refused connect() tries again within a second or so. Where the SYN
  /// was not captured, a SYN-ACK after the end of the old connection does.
  private func startsAnew(
    _ slot: Int, segment: TCPSegment, source: Endpoint, frame: ItemReference
  ) -> Bool {
    let side = connections[slot].side(of: source)
    let base = segment.sequence.advanced(by: 1)
    guard let known = connections[slot].base(of: side), known != base else { return false }
    if segment.flags.contains(.ack) {
      return connections[slot].isClosed && connections[slot].states[side].next > 0
    }
    let refused =
      connections[slot].handshake.synAck == nil
      && connections[slot].states[side.other].record.resetCount > 0
    return !refused || frame.time.since(connections[slot].last.time) >= OpeningExchange.retrySpan
  }

  private func orient(
    _ segment: TCPSegment, opening: Opening?
  ) -> (isFromClient: Bool, ConnectionRecord.Orientation) {
    if segment.flags.contains(.syn) { return (!segment.flags.contains(.ack), .handshake) }
    if let opening { return (opening == .fromClient, .content) }
    let fromService = options.servicePorts.contains(segment.sourcePort)
    let toService = options.servicePorts.contains(segment.destinationPort)
    if fromService != toService { return (toService, .port) }
    let fromLikely = followed.contains(segment.sourcePort)
    let toLikely = followed.contains(segment.destinationPort)
    if fromLikely != toLikely { return (toLikely, .port) }
    return (segment.destinationPort < segment.sourcePort, .guess)
  }
}
