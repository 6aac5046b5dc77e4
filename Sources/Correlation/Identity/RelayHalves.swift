import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// A session over a relay: the connection from the client to it, and the one from it to the server.
struct RelayHalves {
  let client: SessionFacts
  let server: SessionFacts
  /// Whose half was given first.
  let firstSide: Side

  /// Nil where packets do not tell which half is the client's.
  init?(_ one: SessionFacts, _ other: SessionFacts) {
    guard let first = one.wire, let second = other.wire,
      let isClientFirst = Self.isNearer(first, to: second)
    else { return nil }
    (client, server) = isClientFirst ? (one, other) : (other, one)
    firstSide = isClientFirst ? .client : .server
  }

  /// Where time tells it: in one capture.
  init(client: SessionFacts, server: SessionFacts) {
    (self.client, self.server) = (client, server)
    firstSide = .client
  }

  subscript(side: Side) -> SessionFacts { side == .client ? client : server }

  /// The server itself refused the session, or closed it first.
  var serverEnded: Bool {
    guard let wire = server.wire else { return false }
    return wire.goodbye?.side == .server || wire.credssp.refusal != nil
  }

  /// The first is the half at the client: it begins before the relay connects to the server and lasts longer.
  /// Where both last as long, by where the captures were taken; captures at the relay's own interfaces are
  /// taken at the server of the client's half.
  private static func isNearer(_ one: WireFacts, to other: WireFacts) -> Bool? {
    switch (one.connection.capturePoint, other.connection.capturePoint) {
    case (.client, .client), (.server, .server): return nil
    case (.client, .server), (.server, .client):
      let lives = (life(one), life(other))
      return lives.0 == lives.1 ? one.connection.capturePoint == .client : lives.0 > lives.1
    case (.client, _), (_, .server): return true
    case (.server, _), (_, .client): return false
    default:
      let lives = (life(one), life(other))
      return lives.0 == lives.1 ? nil : lives.0 > lives.1
    }
  }

  private static func life(_ wire: WireFacts) -> TimeSpan { wire.life }
}

extension WireFacts {
  /// From its first packet to its first FIN or RST.
  var life: TimeSpan { endTime.since(connection.first.time) }
}
