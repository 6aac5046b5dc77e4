/// A set of ports as a bitmap: asked once or twice per packet.
struct PortSet: Sendable {
  private var words = [UInt64](repeating: 0, count: 1024)

  @inline(__always)
  func contains(_ port: UInt16) -> Bool {
    words[Int(port >> 6)] & (1 << UInt64(port & 63)) != 0
  }

  mutating func insert(_ port: UInt16) { words[Int(port >> 6)] |= 1 << UInt64(port & 63) }
}
