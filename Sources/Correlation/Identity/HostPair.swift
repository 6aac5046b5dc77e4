public import CaptureReader
public import Evidence
public import PacketDecode
import TCPStreams

/// The client and the server of a session: what its neighbours, its story and its UDP transports share
/// with it.
public struct HostPair: Hashable, Sendable {
  public var client: IPAddress
  public var server: IPAddress
  /// The server's port, where services of one host are told apart.
  public var port: UInt16?
  /// The tunnel that both were seen in; 0 outside of any.
  public var tunnel: UInt64

  public init(client: IPAddress, server: IPAddress, port: UInt16? = nil, tunnel: UInt64 = 0) {
    self.client = client
    self.server = server
    self.port = port
    self.tunnel = tunnel
  }

  /// Without the service.
  public var hosts: HostPair { HostPair(client: client, server: server) }
}

extension SessionFacts {
  /// When its client was heard last: a server may go on for minutes with a session that is lost.
  public var clientEnd: Timestamp {
    max(identity.start, wire?.client.lastPacket?.time ?? identity.end)
  }
}
