import CaptureReader
import PacketDecode
import TCPStreams

/// Names a session so that the same capture gives the same name: a letter and thirteen base-36
/// digits of the FNV-1a hash of its endpoints and first packet's time.
enum SessionIdentifier {
  static func uid(of record: ConnectionRecord) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ value: UInt64) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        hash = (hash ^ (value >> shift & 0xFF)) &* 0x0000_0100_0000_01B3
      }
    }
    for end in [record.client, record.server] {
      mix(end.address.high)
      mix(end.address.low)
      mix(UInt64(end.port))
    }
    mix(record.tunnel)
    mix(UInt64(bitPattern: record.first.time.nanoseconds))
    mix(UInt64(truncatingIfNeeded: record.first.frame))
    let digits = String(hash, radix: 36)
    return "R" + String(repeating: "0", count: 13 - digits.count) + digits
  }
}
