/// The first bytes of a unit whose header is not complete: five at most.
struct HeaderBytes: Sendable {
  private var bytes: UInt64 = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(index * 8)) }

  mutating func append(_ byte: UInt8) {
    bytes |= UInt64(byte) << UInt64(count * 8)
    count += 1
  }

  mutating func removeAll() {
    bytes = 0
    count = 0
  }

  func copied() -> [UInt8] { (0..<count).map { self[$0] } }
}
