public import CaptureReader
public import PacketDecode
import RDPProtocol
import TCPStreams

/// Which session it is: what witnesses that saw it in different ways can agree on.
public struct SessionIdentity: Sendable, Hashable, Codable {
  public var client: Endpoint?
  public var server: Endpoint?
  /// The account, without its domain, as far as it was read.
  public var user: String?
  /// What the client's host calls itself.
  public var clientName: String?
  /// The name that the client asked for, or the server's own.
  public var serverName: String?
  /// First and last that was seen of it.
  public var start: Timestamp
  public var end: Timestamp

  public init(
    client: Endpoint? = nil, server: Endpoint? = nil, user: String? = nil,
    clientName: String? = nil, serverName: String? = nil, start: Timestamp, end: Timestamp
  ) {
    self.client = client
    self.server = server
    self.user = user
    self.clientName = clientName
    self.serverName = serverName
    self.start = start
    self.end = end
  }

  public init(_ wire: WireFacts) {
    self.init(start: wire.connection.first.time, end: wire.connection.last.time)
    note(wire)
  }

  mutating func note(_ wire: WireFacts) {
    client = wire.connection.client
    server = wire.connection.server
    start = wire.connection.first.time
    end = wire.connection.last.time
    user = wire.trace.decrypted?.credssp.account.user ?? wire.trace.mcs.details.clientInfo?.user
    clientName = wire.trace.mcs.clientName
    serverName = wire.trace.tls.clientHello?.value.serverName
  }
}
