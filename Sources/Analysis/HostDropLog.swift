import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Packets that the capturing host dropped inside its stack, by connection, direction and reason.
struct HostDropLog {
  private struct Flow: Hashable {
    var source: Endpoint
    var destination: Endpoint
  }

  private struct Kind: Hashable {
    var reason: DropReason
    var place: String?
  }

  private struct Tally {
    var count = 0
    var first: Timestamp
    var last: Timestamp
  }

  private var decoder = PacketDecoder()
  private var flows: [Flow: [Kind: Tally]] = [:]
  /// Connections whose drops are kept; a trace of a scan has more.
  private static let mostFlows = 20_000
  private static let mostKinds = 16

  mutating func note(_ drop: HostDrop, _ bytes: RawSpan) {
    if drop.reason.isNoise { return }
    var found: Flow?
    let record = PacketRecord(
      frame: 0, time: drop.time, originalLength: drop.originalLength, linkType: drop.linkType)
    decoder.decode(bytes, record) { packet, _ in
      guard case .tcp(let segment) = packet.transport else { return }
      found = Flow(
        source: Endpoint(address: packet.network.source, port: segment.sourcePort),
        destination: Endpoint(address: packet.network.destination, port: segment.destinationPort))
    }
    guard let found, flows[found] != nil || flows.count < Self.mostFlows else { return }
    let kind = Kind(reason: drop.reason, place: drop.place)
    var kinds = flows[found] ?? [:]
    guard kinds[kind] != nil || kinds.count < Self.mostKinds else { return }
    var tally = kinds[kind] ?? Tally(first: drop.time, last: drop.time)
    tally.count += 1
    tally.first = min(tally.first, drop.time)
    tally.last = max(tally.last, drop.time)
    kinds[kind] = tally
    flows[found] = kinds
  }

  /// What was dropped of a connection, most first; nil where nothing was.
  func drops(of record: ConnectionRecord) -> [HostDrops]? {
    if flows.isEmpty { return nil }
    var drops: [HostDrops] = []
    for side in Side.allCases {
      let flow =
        side == .client
        ? Flow(source: record.client, destination: record.server)
        : Flow(source: record.server, destination: record.client)
      for (kind, tally) in flows[flow] ?? [:] {
        // A port that is used again belongs to another connection.
        guard tally.last >= record.first.time.advanced(by: TimeSpan.zero - Self.lead),
          tally.first <= record.last.time.advanced(by: Self.trail)
        else { continue }
        drops.append(
          HostDrops(
            sender: side, code: kind.reason.rawValue, reason: kind.reason.name, place: kind.place,
            count: tally.count, first: tally.first, last: tally.last,
            isFilter: kind.reason.isFilter))
      }
    }
    drops.sort { ($1.count, $0.code, $0.sender.rawValue) < ($0.count, $1.code, $1.sender.rawValue) }
    return drops.isEmpty ? nil : drops
  }

  private static let lead = TimeSpan.seconds(1)
  private static let trail = TimeSpan.seconds(60)
}
