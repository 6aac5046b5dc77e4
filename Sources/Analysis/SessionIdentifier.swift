import CaptureReader
public import Evidence
import PacketDecode
import TCPStreams

/// Names a session so that the same capture gives the same name: a letter and thirteen base-36
/// digits of the FNV-1a hash of its endpoints and its first packet or record.
public enum SessionIdentifier {
  public static func uid(of facts: SessionFacts) -> String {
    let identity = facts.identity
    let connection = facts.wire?.connection
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (value >> shift & 0xFF)) &* 0x0000_0100_0000_01B3
      }
    }
    for end in [identity.client, identity.server] {
      mix(end?.address.high ?? 0)
      mix(end?.address.low ?? 0)
      mix(UInt64(end?.port ?? 0))
    }
    mix(connection?.tunnel ?? 0)
    mix(UInt64(bitPattern: identity.start.nanoseconds))
    let first = connection?.first ?? facts.logs.first?.first
    mix(UInt64(truncatingIfNeeded: first?.frame ?? 0))
    let digits = String(hash, radix: 36)
    return "R" + String(repeating: "0", count: 13 - digits.count) + digits
  }
}
