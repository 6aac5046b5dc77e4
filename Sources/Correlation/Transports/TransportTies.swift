import CaptureReader
public import Evidence
import PacketDecode
public import RDPProtocol
import TCPStreams

/// Ties UDP transports to the TCP sessions they belong to.
///
/// A transport names its session by the hash of a cookie that only the decrypted session shows;
/// else it belongs to the newest session of the same two hosts that was running when it began.
public struct TransportTies {
  /// Transports kept per session: one reliable and one lossy, each tried again.
  static let limit = 8
  /// A transport may begin this long after its session's last packet: TCP is idle beside it.
  static let grace = TimeSpan.seconds(65)

  /// When a session ran: small, since each transport looks through all sessions of its hosts.
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

  private var runs: [HostPair: [Run]] = [:]
  /// The newest session that handed out a cookie of this hash.
  private var named: [HostPair: [[UInt8]: Int]] = [:]

  /// Gives each session its transports.
  ///
  /// - Parameter order: indices of the sessions in order of their starts.
  /// - Returns: the transports that belong to none of them.
  @discardableResult
  public static func tie(
    _ transports: [UDPTransport], to sessions: inout [SessionFacts], order: [Int]
  ) -> [UDPTransport] {
    guard !transports.isEmpty else { return [] }
    let ties = ties(of: transports, to: sessions.map { SessionOutline($0) }, order: order)
    for (session, transports) in ties.found {
      sessions[session].wire?.surroundings.udp += transports
    }
    return ties.others
  }

  /// - Returns: the transports of each session, and those of none.
  static func ties(
    of transports: [UDPTransport], to sessions: [SessionOutline], order: [Int]
  ) -> (found: [Int: [UDPTransport]], others: [UDPTransport]) {
    guard !transports.isEmpty else { return ([:], []) }
    let ties = TransportTies(sessions, order: order)
    var found: [Int: [UDPTransport]] = [:]
    var others: [UDPTransport] = []
    for transport in transports {
      guard let session = ties.session(of: transport) else {
        others.append(transport)
        continue
      }
      let known = sessions[session].wire?.transports ?? 0
      guard known + found[session, default: []].count < limit else { continue }
      found[session, default: []].append(transport)
    }
    return (found, others)
  }

  private init(_ sessions: [SessionOutline], order: [Int]) {
    for index in order {
      guard let wire = sessions[index].wire else { continue }
      let pair = HostPair(
        client: wire.client.address, server: wire.server.address, tunnel: wire.tunnel)
      runs[pair, default: []].append(
        Run(index: index, first: wire.first, last: wire.last, goodbye: wire.goodbye))
      for cookie in wire.cookies { named[pair, default: [:]][cookie] = index }
    }
  }

  private func session(of transport: UDPTransport) -> Int? {
    let pair = HostPair(
      client: transport.client.address, server: transport.server.address,
      tunnel: transport.tunnel)
    guard let candidates = runs[pair] else { return nil }
    if let hash = transport.cookieHash, let session = named[pair]?[hash] { return session }
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
