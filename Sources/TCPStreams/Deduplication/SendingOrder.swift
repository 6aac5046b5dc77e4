/// When a packet was sent, compared with the one captured before it.
///
/// Senders that count their datagrams up give a retransmission a new number, while a packet that was
/// overtaken keeps its old one (S. Jaiswal et al., "Measurement and Classification of
/// Out-of-Sequence Packets in a Tier-1 IP Backbone", 2003, section III). The timestamps option tells
/// the same unless both were sent within one tick of its clock (RFC 7323 §3.2).
enum SendingOrder: Sendable {
  case later
  case earlier
  /// The sender does not count up, or not enough is known of it.
  case unknown

  /// By the values of the timestamps option.
  init(timestamp: UInt32, after last: UInt32) {
    let distance = Int32(bitPattern: timestamp &- last)
    self = distance == 0 ? .unknown : distance > 0 ? .later : .earlier
  }
}

extension IdentificationPattern {
  /// Furthest that one connection's datagrams are taken to be apart in number.
  private static let reach: Int16 = 0x400

  /// Accounts for a datagram's number.
  mutating func take(_ value: UInt16) -> SendingOrder {
    defer { last = value }
    if value == 0 {
      zeros += 1
      return .unknown
    }
    guard let last, last != 0 else { return .unknown }
    let distance = Int16(bitPattern: value &- last)
    let counts = ascending >= 2 && zeros == 0 && others <= ascending / 2
    if value &- last < 0x1000 { ascending += 1 } else { others += 1 }
    guard counts, distance != 0, distance.magnitude <= Self.reach.magnitude else {
      return .unknown
    }
    return distance > 0 ? .later : .earlier
  }
}
