import PacketDecode

/// Identity of a TCP connection regardless of direction: both endpoints, and the tunnel where one
/// keeps address spaces apart.
struct FlowKey: Hashable {
  let lowAddress: IPAddress
  let highAddress: IPAddress
  let ports: UInt32
  let tunnel: UInt64

  init(source: Endpoint, destination: Endpoint, tunnel: UInt64) {
    self.init(
      source: source, destination: destination, tunnel: tunnel,
      isAscending: FlowKey.precedes(source, destination))
  }

  /// - Parameter ascending: what `precedes` says of the two ends.
  @inline(__always)
  init(source: Endpoint, destination: Endpoint, tunnel: UInt64, isAscending ascending: Bool) {
    let low = ascending ? source : destination
    let high = ascending ? destination : source
    lowAddress = low.address
    highAddress = high.address
    ports = UInt32(low.port) << 16 | UInt32(high.port)
    self.tunnel = tunnel
  }

  init(lowAddress: IPAddress, highAddress: IPAddress, ports: UInt32, tunnel: UInt64) {
    self.lowAddress = lowAddress
    self.highAddress = highAddress
    self.ports = ports
    self.tunnel = tunnel
  }

  var low: Endpoint { Endpoint(address: lowAddress, port: UInt16(truncatingIfNeeded: ports >> 16)) }
  var high: Endpoint { Endpoint(address: highAddress, port: UInt16(truncatingIfNeeded: ports)) }

  @inline(__always)
  static func precedes(_ one: Endpoint, _ other: Endpoint) -> Bool {
    if one.address.high != other.address.high { return one.address.high < other.address.high }
    if one.address.low != other.address.low { return one.address.low < other.address.low }
    return one.port <= other.port
  }
}

/// Flow key → newest connection, by open addressing over a power of two of slots.
///
/// Addresses are chosen by whoever sends packets, so the hash is keyed with secrets of the process;
/// nothing that is reported depends on slot order.
struct FlowIndex {
  /// A slot's tag and value lie together: a look-up touches one cache line.
  private struct Entry {
    var tag: UInt32
    var value: Int32
    static let none = Entry(tag: 0, value: -1)
  }

  private var entries: [Entry]
  private var count = 0
  private var mask: Int
  let tags: FlowTags

  init() { self.init(tags: FlowTags()) }

  /// - Parameter secrets: six numbers that nobody knows who chooses addresses and ports.
  init(secrets: [UInt64]) { self.init(tags: FlowTags(secrets: secrets)) }

  private init(tags: FlowTags) {
    mask = 255
    self.tags = tags
    entries = Array(repeating: .none, count: 256)
  }

  var capacity: Int { entries.count }

  /// How many slots are looked at to find each entry.
  var searchLengths: [Int] {
    entries.indices.filter { entries[$0].value >= 0 }.map { slot in
      (slot &- Int(truncatingIfNeeded: entries[slot].tag)) & mask &+ 1
    }
  }

  /// Entries whose keys only a comparison tells apart.
  var equalTags: Int { count - Set(entries.filter { $0.value >= 0 }.map(\.tag)).count }

  /// Memory held.
  var bytes: Int { entries.count &* MemoryLayout<Entry>.stride }

  @inline(__always)
  func tag(of key: FlowKey) -> UInt32 { tags.tag(of: key) }

  /// What lies where a key with this tag is looked for first: a look-up soon after finds it in the cache.
  @inline(__always)
  func first(at tag: UInt32) -> Int32 { entries[Int(truncatingIfNeeded: tag) & mask].value }

  /// The value of `key`, or nil.
  @inline(__always)
  func value(for key: FlowKey, keyOf: (Int) -> FlowKey) -> Int? {
    let tag = tag(of: key)
    var slot = Int(truncatingIfNeeded: tag) & mask
    while true {
      let entry = entries[slot]
      if entry.value < 0 { return nil }
      if entry.tag == tag, keyOf(Int(entry.value)) == key { return Int(entry.value) }
      slot = (slot &+ 1) & mask
    }
  }

  /// The value of `key` below `limit`, whose keys are at hand; or, if it comes first, one from `limit` on
  /// whose key may be the same.
  @inline(__always)
  func value(for key: FlowKey, below limit: Int, keys: borrowing [FlowKey]) -> Int? {
    let tag = tag(of: key)
    var slot = Int(truncatingIfNeeded: tag) & mask
    while true {
      let entry = entries[slot]
      let value = Int(entry.value)
      if value < 0 { return nil }
      if entry.tag == tag, value >= limit || keys[value] == key { return value }
      slot = (slot &+ 1) & mask
    }
  }

  mutating func set(_ key: FlowKey, to value: Int, keyOf: (Int) -> FlowKey) {
    if (count &+ 1) &* 4 > entries.count &* 3 { grow() }
    let tag = tag(of: key)
    var slot = Int(truncatingIfNeeded: tag) & mask
    while entries[slot].value >= 0 {
      if entries[slot].tag == tag, keyOf(Int(entries[slot].value)) == key {
        entries[slot].value = Int32(truncatingIfNeeded: value)
        return
      }
      slot = (slot &+ 1) & mask
    }
    entries[slot] = Entry(tag: tag, value: Int32(truncatingIfNeeded: value))
    count &+= 1
  }

  /// Gives `key` another value, where its value is `value`.
  mutating func replace(_ key: FlowKey, value: Int, by other: Int) {
    var slot = Int(truncatingIfNeeded: tag(of: key)) & mask
    while entries[slot].value != Int32(truncatingIfNeeded: value) {
      if entries[slot].value < 0 { return }
      slot = (slot &+ 1) & mask
    }
    entries[slot].value = Int32(truncatingIfNeeded: other)
  }

  /// Removes `key` where its value is `value`: a newer connection may have taken its place.
  mutating func remove(_ key: FlowKey, value: Int) {
    let tag = tag(of: key)
    var hole = Int(truncatingIfNeeded: tag) & mask
    while entries[hole].value != Int32(truncatingIfNeeded: value) {
      if entries[hole].value < 0 { return }
      hole = (hole &+ 1) & mask
    }
    // What lies behind moves up, unless that would take it before its first place.
    var next = (hole &+ 1) & mask
    while entries[next].value >= 0 {
      let home = Int(truncatingIfNeeded: entries[next].tag) & mask
      if (next &- home) & mask >= (next &- hole) & mask {
        entries[hole] = entries[next]
        hole = next
      }
      next = (next &+ 1) & mask
    }
    entries[hole] = .none
    count &-= 1
  }

  private mutating func grow() {
    let old = entries
    mask = old.count &* 2 &- 1
    entries = Array(repeating: .none, count: old.count &* 2)
    for entry in old where entry.value >= 0 {
      var slot = Int(truncatingIfNeeded: entry.tag) & mask
      while entries[slot].value >= 0 { slot = (slot &+ 1) & mask }
      entries[slot] = entry
    }
  }
}
