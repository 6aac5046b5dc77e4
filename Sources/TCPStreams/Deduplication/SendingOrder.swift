/// When a packet was sent, compared with the newest one captured before it.
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

  /// Most numbers follow the one before them.
  var isCountedUp: Bool {
    ascending >= 2 && others <= ascending / 2 && zeros <= 1 + ascending / 8
  }

  /// Accounts for a datagram's number.
  @inline(__always)
  mutating func take(_ value: UInt16) -> SendingOrder {
    // Some hosts count, but send SYN-ACKs and resets without a number.
    guard value != 0 else {
      zeros += 1
      return .unknown
    }
    defer { last = value }
    guard let last, let newest else {
      newest = value
      return .unknown
    }
    let counts = isCountedUp
    if value &- last < 0x1000 { ascending += 1 } else { others += 1 }
    let distance = Int16(bitPattern: value &- newest)
    let isNear = distance.magnitude <= Self.reach.magnitude
    if distance > 0 || !isNear { self.newest = value }
    if distance != 1 { noteGap(Int(distance)) }
    guard counts, isNear, distance != 0 else { return .unknown }
    return distance > 0 ? .later : .earlier
  }

  /// Longest gap that counts: what follows a longer one was numbered elsewhere.
  private static let longestGap = 64

  /// The number does not follow the highest so far: some are missing, or one of those comes late.
  @inline(never)
  private mutating func noteGap(_ distance: Int) {
    if distance > 1, distance <= Self.longestGap {
      gaps = (gaps ?? 0) + 1
      skipped = (skipped ?? 0) + distance - 1
    } else if distance < 0, distance >= -Self.longestGap, let skipped, skipped > 0 {
      self.skipped = skipped - 1
    }
  }

  /// Between a client's SYN and what it sends next nothing is known to be missing: of a connection that is
  /// recognised later only its beginning is kept.
  mutating func forgetGaps() {
    gaps = nil
    skipped = nil
  }

  /// Numbers below the highest that never came by, where nearly all follow each other so that the
  /// sender counts this connection's datagrams and no others; nil where that is not so.
  var missing: Int? {
    let gaps = gaps ?? 0
    let steps = ascending - gaps
    return steps >= Self.tellingSteps && steps >= gaps * Self.stepsForEachGap && isCountedUp
      ? skipped ?? 0 : nil
  }

  private static let tellingSteps = 3
  private static let stepsForEachGap = 4
}
