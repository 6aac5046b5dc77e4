import CaptureReader
import PacketDecode

/// Tells a second capture of the same packet from a second packet.
///
/// SPAN ports in both directions, the `any` device and pktmon's components show one packet several
/// times, microseconds apart; a routed copy differs in hop limit, VLAN and link addresses. A
/// retransmission differs in its IPv4 identification, or (where that is not counted up, and in
/// IPv6) in its timestamp option, or comes at least half a round trip later
/// (knowledge: tcp-health §1.1; measured: zeek rdp-no-cookie-mstshash, every frame twice within 7 µs).
struct CopyFilter: Sendable {
  /// What two captures of one packet have in common.
  struct Signature: Equatable, Sendable {
    var sequence: UInt32 = 0
    var acknowledgment: UInt32 = 0
    var identification: UInt32 = 0
    var length: Int32 = -1
    var window: UInt16 = 0
    var checksum: UInt16 = 0
    var flags: UInt8 = 0
    var timestamp: UInt32 = 0
  }

  /// Longest time between two captures of one packet that carries an identification.
  static let window = TimeSpan.milliseconds(2)
  /// The same where only position and content can be compared.
  static let narrowWindow = TimeSpan(nanoseconds: 200_000)

  private var recent: InlineArray<4, Signature> = InlineArray(repeating: Signature())
  private var times: InlineArray<4, Int64> = InlineArray(repeating: .min)
  private var next = 0

  mutating func isCopy(
    _ segment: TCPSegment, network: NetworkHeader, at time: Timestamp
  ) -> Bool {
    let signature = Signature(
      sequence: segment.sequence.rawValue, acknowledgment: segment.acknowledgment.rawValue,
      identification: network.identification.map(UInt32.init) ?? .max,
      length: Int32(truncatingIfNeeded: segment.payloadLength), window: segment.window,
      checksum: segment.checksum, flags: segment.flags.rawValue,
      timestamp: segment.options.timestamps?.value ?? 0)
    let identified = network.identification.map { $0 != 0 } ?? false
    let limit = identified ? Self.window : Self.narrowWindow
    for index in 0..<4 where recent[index] == signature {
      // Captures of several queues or interfaces can be out of order by less than that.
      let age = time.nanoseconds.subtractingSaturating(times[index])
      if age.magnitude <= UInt64(limit.nanoseconds) { return true }
    }
    recent[next] = signature
    times[next] = time.nanoseconds
    next = (next &+ 1) & 3
    return false
  }
}
