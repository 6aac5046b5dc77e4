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

  /// Two IPv4 addresses take one word and not four.
  public func hash(into hasher: inout Hasher) {
    if client.isV4, server.isV4 {
      hasher.combine(client.low << 32 | server.low & 0xFFFF_FFFF)
    } else {
      hasher.combine(client)
      hasher.combine(server)
    }
    if tunnel != 0 { hasher.combine(tunnel) }
    hasher.combine(port.map { UInt64($0) + 1 } ?? 0)
  }

  /// Without the service.
  public var hosts: HostPair { HostPair(client: client, server: server) }
}

/// The pairs of sessions, and their clients, as numbers: each session's is looked up once for all
/// comparisons.
struct PairNumbers {
  /// By session; nil where an end of it is not known.
  private(set) var ofSession: [Int?] = []
  /// The client's number, by pair.
  private(set) var clients: [Int] = []

  init(_ sessions: [SessionOutline]) {
    var pairs = NumberTable<HostPair>(for: sessions.count)
    var hosts = NumberTable<IPAddress>(for: sessions.count)
    ofSession.reserveCapacity(sessions.count)
    let seen = sessions.span
    for place in seen.indices {
      guard let pair = seen[place].pair else {
        ofSession.append(nil)
        continue
      }
      let number = pairs.number(of: pair)
      if number == clients.count { clients.append(hosts.number(of: pair.client)) }
      ofSession.append(number)
    }
  }
}

extension SessionFacts {
  /// When its client was heard last: a server may go on for minutes with a session that is lost.
  /// A host that answers late packets as a stranger's had left before.
  public var clientEnd: Timestamp {
    guard let wire else { return max(identity.start, identity.end) }
    if let reset = wire.client.resets.first, !reset.hasAck, let pause = reset.sinceOwn,
      pause >= Self.late
    {
      return max(identity.start, reset.frame.time.advanced(by: .zero - pause))
    }
    return max(identity.start, wire.client.lastPacket?.time ?? identity.end)
  }

  private static let late = TimeSpan.seconds(3)
}
