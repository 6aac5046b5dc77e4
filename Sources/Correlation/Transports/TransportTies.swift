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

  /// When a session ran.
  private struct Run {
    var index: Int
    var first: Timestamp
    var last: Timestamp
    /// A transport that begins later is none of its own.
    var end: Timestamp
  }

  /// The sessions of two hosts: found in logarithmic time, since a sender chooses how many there are.
  private struct Runs {
    /// By their starts, those of one start in the order of the sessions.
    private let inOrder: [Run]
    private let lasts: LargestTree<Timestamp>
    /// The same, but those of one start the other way round.
    private let byStart: [Run]
    private let ends: LargestTree<Timestamp>

    init(_ runs: [Run]) {
      inOrder = runs.indices.sorted { (runs[$0].first, $0) < (runs[$1].first, $1) }.map { runs[$0] }
      lasts = LargestTree(inOrder.map(\.last))
      byStart = runs.indices.sorted { (runs[$0].first, $1) < (runs[$1].first, $0) }.map { runs[$0] }
      ends = LargestTree(byStart.map(\.end))
    }

    /// The newest session that ran then.
    func newest(at start: Timestamp) -> Int? {
      var (begun, after) = (0, byStart.count)
      while begun < after {
        let middle = (begun + after) / 2
        if byStart[middle].first <= start { begun = middle + 1 } else { after = middle }
      }
      return ends.last(before: begun, atLeast: start).map { byStart[$0].index }
    }

    /// The first session that ran within this time.
    func first(from start: Timestamp, to last: Timestamp) -> Int? {
      guard let place = lasts.first(atLeast: start), inOrder[place].first <= last else {
        return nil
      }
      return inOrder[place].index
    }
  }

  private let runs: [HostPair: Runs]
  /// The newest session that handed out a cookie of this hash.
  private let named: [HostPair: [[UInt8]: Int]]

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
    var runs: [HostPair: [Run]] = [:]
    var named: [HostPair: [[UInt8]: Int]] = [:]
    for index in order {
      guard let wire = sessions[index].wire else { continue }
      let pair = HostPair(
        client: wire.client.address, server: wire.server.address, tunnel: wire.tunnel)
      let end = wire.last.advanced(by: Self.grace)
      runs[pair, default: []].append(
        Run(
          index: index, first: wire.first, last: wire.last,
          end: wire.goodbye.map { min($0, end) } ?? end))
      for cookie in wire.cookies { named[pair, default: [:]][cookie] = index }
    }
    self.runs = runs.mapValues(Runs.init)
    self.named = named
  }

  private func session(of transport: UDPTransport) -> Int? {
    let pair = HostPair(
      client: transport.client.address, server: transport.server.address,
      tunnel: transport.tunnel)
    guard let candidates = runs[pair] else { return nil }
    if let hash = transport.cookieHash, let session = named[pair]?[hash] { return session }
    let start = transport.first.time
    if let newest = candidates.newest(at: start) { return newest }
    // Its opening was not captured: any session that it runs beside.
    guard transport.syn == nil else { return nil }
    return candidates.first(from: start, to: transport.last.time)
  }
}
