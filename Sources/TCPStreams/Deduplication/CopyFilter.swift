import CaptureReader
import PacketDecode

/// Tells a second capture of the same packet from a second packet.
///
/// SPAN ports in both directions, the `any` device and pktmon's components show one packet several
/// times, microseconds apart; a routed copy differs in hop limit, VLAN and link addresses. A
/// retransmission differs in its IPv4 identification, or (where that is not counted up, and in
/// IPv6) in its timestamp option, or comes at least half a round trip later
/// (RFC 6864; recordings that hold every frame twice have the copies within 7 µs).
struct CopyFilter: Sendable {
  /// Longest time between two captures of one packet that carries an identification.
  static let window = TimeSpan.milliseconds(2)
  /// The same where only position and content can be compared.
  static let narrowWindow = TimeSpan(nanoseconds: 200_000)

  private var recent: InlineArray<8, UInt64> = InlineArray(repeating: 0)
  private var times: InlineArray<8, Int64> = InlineArray(repeating: .min)
  private var next = 0

  mutating func isCopy(
    _ segment: TCPSegment, network: NetworkHeader, at time: Timestamp
  ) -> Bool {
    let identified = network.identification.map { $0 != 0 } ?? false
    let limit = identified ? Self.window : Self.narrowWindow
    let fingerprint = Self.fingerprint(of: segment, network: network)
    for index in 0..<8 where recent[index] == fingerprint {
      // Captures of several queues or interfaces can be out of order by less than that.
      let age = time.nanoseconds.subtractingSaturating(times[index])
      if age.magnitude <= UInt64(limit.nanoseconds) { return true }
    }
    recent[next] = fingerprint
    times[next] = time.nanoseconds
    next = (next &+ 1) & 7
    return false
  }

  /// What two captures of one packet have in common, in one number.
  private static func fingerprint(of segment: TCPSegment, network: NetworkHeader) -> UInt64 {
    let position =
      UInt64(segment.sequence.rawValue) << 32 | UInt64(segment.acknowledgment.rawValue)
    let header =
      UInt64(segment.checksum) << 48 | UInt64(segment.window) << 32
      | UInt64(network.identification ?? 0) << 16 | UInt64(segment.flags.rawValue)
    let content =
      UInt64(truncatingIfNeeded: segment.payloadLength) << 32
      | UInt64(segment.options.timestamps?.value ?? 0)
    return mixed(mixed(mixed(position) ^ header) ^ content)
  }

  /// A reversible mixing of all bits (the finaliser of SplitMix64).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
