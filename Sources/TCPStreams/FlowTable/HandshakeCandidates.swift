import CaptureReader
import PacketDecode

/// Handshakes on ports that prove nothing, kept until the first data shows whether it is RDP; then
/// they are replayed into the new connection. The oldest are forgotten beyond the limit.
struct HandshakeCandidates: Sendable {
  struct Packet: Sendable {
    var segment: TCPSegment
    var network: NetworkHeader
    var frame: FrameReference
  }

  private static let packetsPerHandshake = 4

  private let limit: Int
  private var packets: [FlowKey: [Packet]] = [:]
  private var order: [FlowKey] = []
  private var oldest = 0

  init(limit: Int) { self.limit = max(1, limit) }

  mutating func remember(
    _ key: FlowKey, segment: TCPSegment, network: NetworkHeader,
    frame: FrameReference
  ) {
    let packet = Packet(segment: segment, network: network, frame: frame)
    if let known = packets[key] {
      let isNewAttempt =
        !segment.flags.contains(.ack)
        && known.first.map { $0.segment.sequence != segment.sequence } ?? false
      if isNewAttempt {
        packets[key] = [packet]
      } else if known.count < Self.packetsPerHandshake {
        packets[key]?.append(packet)
      }
      return
    }
    if order.count < limit {
      order.append(key)
    } else {
      packets[order[oldest]] = nil
      order[oldest] = key
      oldest = (oldest + 1) % limit
    }
    packets[key] = [packet]
  }

  mutating func take(_ key: FlowKey) -> [Packet]? { packets.removeValue(forKey: key) }
}
