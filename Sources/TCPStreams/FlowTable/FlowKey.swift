import PacketDecode

/// Identity of a TCP connection regardless of direction: both endpoints, and the tunnel where one
/// keeps address spaces apart.
struct FlowKey: Hashable {
  let lowAddress: IPAddress
  let highAddress: IPAddress
  let ports: UInt32
  let tunnel: UInt64

  init(source: Endpoint, destination: Endpoint, tunnel: UInt64) {
    let ascending = FlowKey.precedes(source, destination)
    let low = ascending ? source : destination
    let high = ascending ? destination : source
    lowAddress = low.address
    highAddress = high.address
    ports = UInt32(low.port) << 16 | UInt32(high.port)
    self.tunnel = tunnel
  }

  private static func precedes(_ one: Endpoint, _ other: Endpoint) -> Bool {
    if one.address.high != other.address.high { return one.address.high < other.address.high }
    if one.address.low != other.address.low { return one.address.low < other.address.low }
    return one.port <= other.port
  }
}

/// Flow key → newest connection, by open addressing over a power of two of slots.
///
/// Addresses are chosen by whoever sends packets, so the hash is the standard library's keyed
/// SipHash with a secret of the process; nothing that is reported depends on slot order.
struct FlowIndex {
  private var tags: [UInt32]
  private var values: [Int32]
  private var count = 0
  private var mask: Int

  init() {
    mask = 255
    tags = Array(repeating: 0, count: 256)
    values = Array(repeating: -1, count: 256)
  }

  /// The value of `key`, or nil.
  func value(for key: FlowKey, keyOf: (Int) -> FlowKey) -> Int? {
    let tag = Self.tag(of: key)
    var slot = Int(truncatingIfNeeded: tag) & mask
    while values[slot] >= 0 {
      let value = Int(values[slot])
      if tags[slot] == tag, keyOf(value) == key { return value }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  mutating func set(_ key: FlowKey, to value: Int, keyOf: (Int) -> FlowKey) {
    if (count &+ 1) &* 2 > values.count { grow() }
    let tag = Self.tag(of: key)
    var slot = Int(truncatingIfNeeded: tag) & mask
    while values[slot] >= 0 {
      if tags[slot] == tag, keyOf(Int(values[slot])) == key {
        values[slot] = Int32(truncatingIfNeeded: value)
        return
      }
      slot = (slot &+ 1) & mask
    }
    tags[slot] = tag
    values[slot] = Int32(truncatingIfNeeded: value)
    count &+= 1
  }

  private mutating func grow() {
    let oldTags = tags
    let oldValues = values
    let size = oldValues.count &* 2
    mask = size &- 1
    tags = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
    for (index, value) in oldValues.enumerated() where value >= 0 {
      var slot = Int(truncatingIfNeeded: oldTags[index]) & mask
      while values[slot] >= 0 { slot = (slot &+ 1) & mask }
      tags[slot] = oldTags[index]
      values[slot] = value
    }
  }

  private static func tag(of key: FlowKey) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(key.lowAddress.high)
    hasher.combine(key.lowAddress.low)
    hasher.combine(key.highAddress.high)
    hasher.combine(key.highAddress.low)
    hasher.combine(UInt64(key.ports) ^ (key.tunnel &<< 32) ^ (key.tunnel &>> 32))
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}
