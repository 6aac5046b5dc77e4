public import CaptureReader
public import RDPProtocol
public import TCPStreams

extension WireFacts {
  /// UDP transports of the session that carried data both ways.
  public var dataOverUDP: [UDPTransport] { surroundings.udp.filter(\.carriedData) }

  /// The last datagram of a side that belongs to the session.
  public func lastDatagram(of side: Side) -> ItemReference? {
    surroundings.udp.compactMap { $0.sent[side].last }.max { $0.time < $1.time }
  }

  /// When anything of the session was seen last, over TCP or UDP.
  public var lastActivity: Timestamp {
    surroundings.udp.reduce(connection.last.time) { max($0, $1.last.time) }
  }
}
