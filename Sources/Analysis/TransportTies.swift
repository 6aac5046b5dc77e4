import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Ties UDP transports to the TCP sessions they belong to.
///
/// A transport names its session by the hash of a cookie that only the decrypted session shows;
/// else it belongs to the newest session of the same two hosts that was running when it began.
struct TransportTies {
  /// Transports kept per session: one reliable and one lossy, each tried again.
  static let limit = 8
  /// A transport may begin this long after its session's last packet: TCP is idle beside it.
  static let grace = TimeSpan.seconds(65)

  private struct Lane: Hashable {
    var client: IPAddress
    var server: IPAddress
    var tunnel: UInt64
  }

  private let connections: [SessionFacts]
  private var lanes: [Lane: [Int]] = [:]

  /// - Parameter sessions: indices of the connections that are sessions, in order of their start.
  init(sessions: [Int], of connections: [SessionFacts]) {
    self.connections = connections
    for index in sessions {
      let facts = connections[index]
      let lane = Lane(
        client: facts.connection.client.address, server: facts.connection.server.address,
        tunnel: facts.connection.tunnel)
      lanes[lane, default: []].append(index)
    }
  }

  func transports(from all: [UDPTransport]) -> [Int: [UDPTransport]] {
    var ties: [Int: [UDPTransport]] = [:]
    for transport in all {
      guard let session = session(of: transport), ties[session, default: []].count < Self.limit
      else { continue }
      ties[session, default: []].append(transport)
    }
    return ties
  }

  private func session(of transport: UDPTransport) -> Int? {
    let lane = Lane(
      client: transport.client.address, server: transport.server.address,
      tunnel: transport.tunnel)
    guard let candidates = lanes[lane] else { return nil }
    if let hash = transport.cookieHash,
      let named = candidates.last(where: { index in
        connections[index].trace.mcs.details.multitransport.contains { $0.cookieHash == hash }
      })
    {
      return named
    }
    let start = transport.first.time
    let running = candidates.filter { index in
      let facts = connections[index]
      return facts.connection.first.time <= start
        && start <= facts.connection.last.time.advanced(by: Self.grace)
        && (facts.connection.firstGoodbye.map { start <= $0.frame.time } ?? true)
    }
    if let newest = running.max(by: {
      connections[$0].connection.first.time < connections[$1].connection.first.time
    }) {
      return newest
    }
    // Its opening was not captured: any session that it runs beside.
    guard transport.syn == nil else { return nil }
    return candidates.first { index in
      let facts = connections[index]
      return facts.connection.first.time <= transport.last.time
        && start <= facts.connection.last.time
    }
  }
}
