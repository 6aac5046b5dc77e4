/// A set of ports as a bitmap: asked once or twice per packet.
public struct PortSet: Sendable {
  @usableFromInline var words = [UInt64](repeating: 0, count: 1024)

  public init(_ ports: some Sequence<UInt16> = []) { for port in ports { insert(port) } }

  @inlinable @inline(__always)
  public func contains(_ port: UInt16) -> Bool {
    words[Int(port >> 6)] & (1 << UInt64(port & 63)) != 0
  }

  public mutating func insert(_ port: UInt16) { words[Int(port >> 6)] |= 1 << UInt64(port & 63) }
}
