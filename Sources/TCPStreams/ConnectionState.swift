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
  var last: FrameReference
  var handshake = Handshake()
  var states: PerSide<SenderState>
  var assemblers: PerSide<StreamAssembler>
  var icmpErrors: [ICMPRecord] = []
  var copies = 0
  var firstSequence: SequenceNumber?
  /// Payload is handed on; off for connections that nobody reads.
  var deliversBytes = true

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
    last = frame
    states = PerSide(client: SenderState(), server: SenderState())
    assemblers = PerSide(client: StreamAssembler(), server: StreamAssembler())
  }

  func side(of source: Endpoint) -> Side { source == client ? .client : .server }

  /// Both sides said goodbye, or one tore the connection down.
  var isClosed: Bool {
    let client = states.client.record
    let server = states.server.record
    return client.resetCount > 0 || server.resetCount > 0
      || (client.fin != nil && server.fin != nil)
  }

  /// A hole that is filled within this time was reordering.
  var reorderingWindow: TimeSpan {
    let trip = (handshake.serverRoundTrip ?? .zero) + (handshake.clientRoundTrip ?? .zero)
    return max(HealthThresholds.reorderingWindow, trip)
  }

  /// Turns the ends round where the first bytes show that the guess was wrong.
  mutating func swapEnds(because orientation: ConnectionRecord.Orientation) {
    swap(&client, &server)
    states = PerSide(client: states.server, server: states.client)
    assemblers = PerSide(client: assemblers.server, server: assemblers.client)
    for index in icmpErrors.indices { icmpErrors[index].about = icmpErrors[index].about.other }
    self.orientation = orientation
  }
}
