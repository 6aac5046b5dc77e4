public import PacketDecode

/// Tags of flow keys: where their connections are looked for.
///
/// The same in all tables of the process, so that another core can make them.
public struct FlowTags: Sendable {
  private let secrets: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

  public init() { self.init(secrets: (0..<6).map(Self.secret)) }

  /// - Parameter secrets: six numbers that nobody knows who chooses addresses and ports.
  init(secrets: [UInt64]) {
    let six = secrets.prefix(6) + Array(repeating: 1, count: max(0, 6 - secrets.count))
    self.secrets = (six[0], six[1], six[2], six[3], six[4], six[5])
  }

  /// Of the connection that a usual frame belongs to.
  @inline(__always)
  public func tag(of outline: SegmentOutline) -> UInt32 {
    tag(
      of: FlowKey(
        source: Endpoint(address: IPAddress(v4: outline.source), port: outline.sourcePort),
        destination: Endpoint(
          address: IPAddress(v4: outline.destination), port: outline.destinationPort),
        tunnel: 0))
  }

  /// Multiplication and folding of both halves with secret numbers (the construction of wyhash): a
  /// tenth of the price of SipHash, which is paid for every packet.
  @inline(__always)
  func tag(of key: FlowKey) -> UInt32 {
    let low = Self.folded(
      key.lowAddress.high ^ secrets.0, key.lowAddress.low ^ secrets.1)
    let high = Self.folded(
      key.highAddress.high ^ secrets.2, key.highAddress.low ^ secrets.3)
    let rest = UInt64(key.ports) ^ (key.tunnel &<< 32) ^ (key.tunnel &>> 32)
    let all = Self.folded(low ^ secrets.4, high ^ rest ^ secrets.5)
    return UInt32(truncatingIfNeeded: all ^ (all >> 32))
  }

  @inline(__always)
  private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }

  /// Secret of this process, from the seed of the standard library's hashing.
  private static func secret(_ number: Int) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(number)
    return UInt64(bitPattern: Int64(hasher.finalize())) | 1
  }
}
