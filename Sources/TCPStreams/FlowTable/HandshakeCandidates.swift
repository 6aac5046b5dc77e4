import CaptureReader
import PacketDecode

/// Handshakes on ports that prove nothing, kept until the first data shows whether it is RDP; then
/// they are replayed into the new connection. The oldest are forgotten beyond the limit.
///
/// Most captures hold little else, so a handshake allocates nothing of its own.
struct HandshakeCandidates: Sendable {
  struct Packet: Sendable {
    var segment: TCPSegment
    var network: NetworkHeader
    var frame: ItemReference
  }

  private struct Handshake: Sendable {
    let key: FlowKey
    var first: Packet
    /// The answer, most often.
    var second: Packet?
    var further: [Packet] = []
    var isTaken = false

    init(_ key: FlowKey, _ packet: Packet) {
      self.key = key
      first = packet
    }

    var packets: [Packet] { [first] + (second.map { [$0] } ?? []) + further }

    mutating func append(_ packet: Packet) {
      if second == nil {
        second = packet
      } else if further.count + 2 < HandshakeCandidates.packetsPerHandshake {
        further.append(packet)
      }
    }
  }

  private static let packetsPerHandshake = 4

  private let limit: Int
  private var index = FlowIndex()
  /// In the order in which they began, as a ring once there are as many as the limit.
  private var handshakes: [Handshake] = []
  private var oldest = 0

  init(limit: Int) { self.limit = max(1, limit) }

  mutating func remember(
    _ key: FlowKey, segment: TCPSegment, network: NetworkHeader,
    frame: ItemReference
  ) {
    let packet = Packet(segment: segment, network: network, frame: frame)
    if let place = place(of: key) {
      let isNewAttempt =
        !segment.flags.contains(.ack)
        && handshakes[place].first.segment.sequence != segment.sequence
      if isNewAttempt {
        handshakes[place] = Handshake(key, packet)
      } else {
        handshakes[place].append(packet)
      }
      return
    }
    var place = handshakes.count
    if place < limit {
      handshakes.append(Handshake(key, packet))
    } else {
      place = oldest
      oldest = (oldest + 1) % limit
      if !handshakes[place].isTaken { index.remove(handshakes[place].key, value: place) }
      handshakes[place] = Handshake(key, packet)
    }
    index.set(key, to: place, keyOf: { handshakes[$0].key })
  }

  mutating func take(_ key: FlowKey) -> [Packet]? {
    guard let place = place(of: key) else { return nil }
    index.remove(key, value: place)
    let packets = handshakes[place].packets
    handshakes[place].isTaken = true
    handshakes[place].further = []
    return packets
  }

  private func place(of key: FlowKey) -> Int? {
    index.value(for: key, keyOf: { handshakes[$0].key })
  }
}
