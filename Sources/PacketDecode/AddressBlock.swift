/// Addresses that share their first bits: a network in CIDR notation, or one address.
public struct AddressBlock: Hashable, Sendable {
  public let address: IPAddress
  /// Bits that all addresses share, of 128; an IPv4 network's count from the mapped form.
  public let prefixLength: Int

  /// `10.1.0.0/16`, `2001:db8::/32`, `192.0.2.7`; nil where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = IPAddress(String(first)) else { return nil }
    let width = address.isV4 ? 32 : 128
    var length = width
    if parts.count == 2 {
      guard parts[1].utf8.count <= 3, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let typed = Int(parts[1]), typed <= width
      else { return nil }
      length = typed
    }
    prefixLength = 128 - width + length
    self.address = address
  }

  /// The network that an address is in.
  public init(network address: IPAddress, prefixLength: Int) {
    self.prefixLength = min(max(0, prefixLength), 128)
    self.address = IPAddress(
      high: address.high & Self.mask(min(self.prefixLength, 64)),
      low: address.low & Self.mask(max(self.prefixLength - 64, 0)))
  }

  /// The same with an address that has no bits beyond the network's.
  public var network: AddressBlock { AddressBlock(network: address, prefixLength: prefixLength) }

  public func contains(_ other: IPAddress) -> Bool {
    let high = Self.mask(min(prefixLength, 64))
    let low = Self.mask(max(prefixLength - 64, 0))
    return (address.high ^ other.high) & high == 0 && (address.low ^ other.low) & low == 0
  }

  private static func mask(_ bits: Int) -> UInt64 {
    bits <= 0 ? 0 : UInt64.max << UInt64(64 - bits)
  }
}

extension AddressBlock: CustomStringConvertible {
  public var description: String {
    let length = address.isV4 ? prefixLength - 96 : prefixLength
    return length == (address.isV4 ? 32 : 128) ? "\(address)" : "\(address)/\(length)"
  }
}
