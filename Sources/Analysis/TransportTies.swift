import CaptureReader
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

  private let connections: [(record: ConnectionRecord, trace: ProtocolTrace)]
  private var lanes: [Lane: [Int]] = [:]

  /// - Parameter sessions: indices of the connections that are sessions, in order of their start.
  init(
    sessions: [Int], of connections: [(record: ConnectionRecord, trace: ProtocolTrace)]
  ) {
    self.connections = connections
    for index in sessions {
      let record = connections[index].record
      lanes[
        Lane(
          client: record.client.address, server: record.server.address, tunnel: record.tunnel),
        default: []
      ].append(index)
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
      let record = connections[index].record
      return record.first.time <= start
        && start <= record.last.time.advanced(by: Self.grace)
        && (record.firstGoodbye.map { start <= $0.frame.time } ?? true)
    }
    if let newest = running.max(by: {
      connections[$0].record.first.time < connections[$1].record.first.time
    }) {
      return newest
    }
    // Its opening was not captured: any session that it runs beside.
    guard transport.syn == nil else { return nil }
    return candidates.first { index in
      let record = connections[index].record
      return record.first.time <= transport.last.time && start <= record.last.time
    }
  }
}
