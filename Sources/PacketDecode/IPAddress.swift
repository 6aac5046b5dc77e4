/// An IPv4 or IPv6 address; IPv4 is held in its IPv4-mapped form (RFC 4291 §2.5.5.2).
public struct IPAddress: Hashable, Sendable {
  public var high: UInt64
  public var low: UInt64

  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  @inlinable public init(v4 value: UInt32) {
    high = 0
    low = 0xFFFF_0000_0000 | UInt64(value)
  }

  @inlinable public var isV4: Bool { high == 0 && low >> 32 == 0xFFFF }
}

/// One end of a connection.
public struct Endpoint: Hashable, Sendable {
  public var address: IPAddress
  public var port: UInt16

  @inlinable public init(address: IPAddress, port: UInt16) {
    self.address = address
    self.port = port
  }
}
