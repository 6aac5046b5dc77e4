import PacketDecode
import TCPStreams

/// Numbers that two captures of the same thing share.
enum SegmentIdentity {
  /// Shortest data whose content alone can tell a session (TLS records and hellos are longer).
  static let distinctiveLength = 64

  /// Sequence, acknowledgment, length and timestamp: the same wherever TCP passes through.
  static func header(of segment: TrailedSegment) -> UInt64? {
    guard segment.flags.contains(.ack), !segment.flags.contains(.rst) else { return nil }
    let position =
      UInt64(segment.sequence.rawValue) << 32 | UInt64(segment.acknowledgment.rawValue)
    let rest =
      UInt64(truncatingIfNeeded: segment.length) << 32 | UInt64(segment.timestamp ?? 0)
    return mixed(mixed(0x6865_6164, position), rest)
  }

  /// Content and length: the same beyond relays and devices that move sequence numbers.
  static func content(of segment: TrailedSegment) -> UInt64? {
    guard segment.length >= distinctiveLength, let hash = segment.payloadHash else { return nil }
    return mixed(0x6461_7461, UInt64(hash) << 32 | UInt64(truncatingIfNeeded: segment.length))
  }

  static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = (one ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
      by: other ^ 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low ^ (one << 1)
  }
}

/// What a sighting is looked up by, as a value of its own for each kind.
enum ConnectionKey: Hashable {
  /// Both initial sequence numbers: whatever the addresses are.
  case sequences(client: UInt32, server: UInt32)
  /// One initial sequence number, its side, and both ends.
  case opening(side: Side, sequence: UInt32, client: Endpoint, server: Endpoint)
  /// The client's initial sequence number with its clock, behind address translation.
  case clocked(sequence: UInt32, timestamp: UInt32)
  /// Given by the caller.
  case content(UInt64)

  static func keys(of sighting: Sighting) -> [ConnectionKey] {
    var keys: [ConnectionKey] = []
    let client = sighting.trail.openings.client
    let server = sighting.trail.openings.server
    if let client, let server {
      keys.append(.sequences(client: client.sequence, server: server.sequence))
    }
    if let client {
      keys.append(
        .opening(
          side: .client, sequence: client.sequence, client: sighting.client,
          server: sighting.server))
      if let timestamp = client.timestamp, timestamp != 0 {
        keys.append(.clocked(sequence: client.sequence, timestamp: timestamp))
      }
    }
    if let server {
      keys.append(
        .opening(
          side: .server, sequence: server.sequence, client: sighting.client,
          server: sighting.server))
    }
    return keys + sighting.contentKeys.map { .content($0) }
  }

  /// The same for equal keys, in every process; different ones seldom share it.
  var number: UInt64 {
    switch self {
    case .sequences(let client, let server):
      SegmentIdentity.mixed(1, UInt64(client) << 32 | UInt64(server))
    case .opening(let side, let sequence, let client, let server):
      [client, server].reduce(
        SegmentIdentity.mixed(side == .client ? 2 : 3, UInt64(sequence))
      ) { number, end in
        let host = SegmentIdentity.mixed(end.address.high, end.address.low)
        return SegmentIdentity.mixed(SegmentIdentity.mixed(number, host), UInt64(end.port))
      }
    case .clocked(let sequence, let timestamp):
      SegmentIdentity.mixed(4, UInt64(sequence) << 32 | UInt64(timestamp))
    case .content(let value): SegmentIdentity.mixed(5, value)
    }
  }
}
