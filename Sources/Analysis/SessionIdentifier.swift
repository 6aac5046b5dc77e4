import CaptureReader
public import Evidence
import PacketDecode
import TCPStreams

/// Names a session so that the same capture gives the same name: a letter and thirteen base-36
/// digits of the FNV-1a hash of its endpoints and its first packet or record.
public enum SessionIdentifier {
  public static func uid(of facts: SessionFacts) -> String {
    let identity = facts.identity
    let wire = facts.wire
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (value >> shift & 0xFF)) &* 0x0000_0100_0000_01B3
      }
    }
    func mix(_ end: Endpoint?) {
      mix(end?.address.high ?? 0)
      mix(end?.address.low ?? 0)
      mix(UInt64(end?.port ?? 0))
    }
    mix(identity.client)
    mix(identity.server)
    mix(wire?.connection.tunnel ?? 0)
    mix(UInt64(bitPattern: identity.start.nanoseconds))
    let first = wire?.connection.first ?? facts.logs.first?.first
    mix(UInt64(truncatingIfNeeded: first?.frame ?? 0))
    // Thirteen digits of base 36 hold any hash.
    var name = ByteBuffer(capacity: 16)
    name.append(literal: "R0000000000000")
    for place in (1...13).reversed() {
      let digit = UInt8(truncatingIfNeeded: hash % 36)
      let base = digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10
      name.set(base &+ digit, at: place)
      hash /= 36
    }
    return name.text
  }
}
