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

  /// When a session ran: small, since each transport looks through all of its lane.
  private struct Run {
    var index: Int
    var first: Timestamp
    var last: Timestamp
    var goodbye: Timestamp?

    func isRunning(at start: Timestamp) -> Bool {
      first <= start && start <= last.advanced(by: TransportTies.grace)
        && (goodbye.map { start <= $0 } ?? true)
    }
  }

  private var lanes: [Lane: [Run]] = [:]
  /// The newest session that handed out a cookie of this hash.
  private var named: [Lane: [[UInt8]: Int]] = [:]

  /// - Parameter sessions: indices of the connections that are sessions, in order of their start.
  init(sessions: [Int], of connections: [WireFacts]) {
    for index in sessions {
      let facts = connections[index]
      let lane = Lane(
        client: facts.connection.client.address, server: facts.connection.server.address,
        tunnel: facts.connection.tunnel)
      lanes[lane, default: []].append(
        Run(
          index: index, first: facts.connection.first.time, last: facts.connection.last.time,
          goodbye: facts.connection.firstGoodbye?.frame.time))
      for offer in facts.trace.mcs.details.multitransport {
        named[lane, default: [:]][offer.cookieHash] = index
      }
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
    if let hash = transport.cookieHash, let session = named[lane]?[hash] { return session }
    let start = transport.first.time
    var newest: Run?
    for run in candidates where run.isRunning(at: start) {
      if newest.map({ run.first > $0.first }) ?? true { newest = run }
    }
    if let newest { return newest.index }
    // Its opening was not captured: any session that it runs beside.
    guard transport.syn == nil else { return nil }
    let last = transport.last.time
    return candidates.first { $0.first <= last && start <= $0.last }?.index
  }
}
