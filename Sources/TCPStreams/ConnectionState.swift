import CaptureReader
import PacketDecode

/// A connection while its packets come in.
struct ConnectionState: Sendable {
  let key: FlowKey
  let index: Int
  /// The end taken for the client; can be turned round until content has settled it.
  var client: Endpoint
  var server: Endpoint
  var orientation: ConnectionRecord.Orientation
  let tunnel: UInt64
  let first: FrameReference
  var shared: SharedState
  var states: PerSide<SenderState>
  var icmpErrors: [ICMPRecord] = []

  init(
    key: FlowKey, index: Int, client: Endpoint, server: Endpoint,
    orientation: ConnectionRecord.Orientation, tunnel: UInt64, frame: FrameReference
  ) {
    self.key = key
    self.index = index
    self.client = client
    self.server = server
    self.orientation = orientation
    self.tunnel = tunnel
    first = frame
    shared = SharedState(last: frame)
    states = PerSide(client: SenderState(side: .client), server: SenderState(side: .server))
  }

  func side(of source: Endpoint) -> Side { source == client ? .client : .server }

  /// Both sides said goodbye, or one tore the connection down.
  var isClosed: Bool {
    states.client.record.resetCount > 0 || states.server.record.resetCount > 0
      || (states.client.record.fin != nil && states.server.record.fin != nil)
  }

  /// Accounts for one segment and hands on the payload that is in order now.
  mutating func receive(
    _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan, from side: Side,
    frame: FrameReference, keepsCopies: Bool, deliver: (StreamChunk, RawSpan) -> Void
  ) {
    switch side {
    case .client:
      states.client.send(
        segment, network: network, payload: payload, frame: frame, to: &states.server, of: &shared,
        keepsCopies: keepsCopies, deliver: deliver)
    case .server:
      states.server.send(
        segment, network: network, payload: payload, frame: frame, to: &states.client, of: &shared,
        keepsCopies: keepsCopies, deliver: deliver)
    }
  }

  /// Turns the ends round where the first bytes show that the guess was wrong.
  mutating func swapEnds(because orientation: ConnectionRecord.Orientation) {
    swap(&client, &server)
    states = PerSide(client: states.server, server: states.client)
    states.client.side = .client
    states.server.side = .server
    for index in icmpErrors.indices { icmpErrors[index].about = icmpErrors[index].about.other }
    self.orientation = orientation
  }
}

/// What both directions of a connection share.
struct SharedState: Sendable {
  var last: FrameReference
  var handshake = Handshake()
  var copies = 0
  /// Payload is handed on; off for connections that nobody reads.
  var deliversBytes = true

  init(last: FrameReference) { self.last = last }

  /// A hole that is filled within this time was reordering.
  var reorderingWindow: TimeSpan {
    let trip = (handshake.serverRoundTrip ?? .zero) + (handshake.clientRoundTrip ?? .zero)
    return max(HealthThresholds.reorderingWindow, trip)
  }
}
