import PacketDecode
import Support
import Testing

@testable import TCPStreams

/// What a look-up costs where somebody chooses addresses and ports to make it dear.
@Suite("Connection index under attack") struct FlowIndexTests {
  /// Ways to choose the ends of many connections.
  enum Family: String, CaseIterable, Sendable {
    case ports, clients, servers, highBits, everyBit, scan, steps, mirrored, sameEnds
    case networks6, hosts6, sparse6, bits6, paired6, tunnels, tunnelsAndPorts

    func key(_ number: Int) -> FlowKey {
      let n = UInt32(number)
      let low = UInt16(truncatingIfNeeded: number)
      switch self {
      case .ports: return v4(0x0A00_0001, low, 0x0A00_0002 + (n >> 16), 3389)
      case .clients: return v4(0x0A00_0000 + n, 50_000, 0xC0A8_0001, 3389)
      case .servers: return v4(0x0A00_0001, 50_000, 0xC0A8_0000 + n, 3389)
      // Same low halves: only what a mask of low bits would throw away differs.
      case .highBits: return v4(n << 16, 50_000, 0xC0A8_0001 ^ ((n >> 16) << 24), 3389)
      case .everyBit: return v4(1 << (n & 31), low >> 5, 0x0A00_0000 | (n >> 10) << 8, 3389)
      case .scan: return v4(0x0A00_0001, 1_024 &+ low, 0xC0A8_0000 + n, 3389)
      case .steps: return v4(n &* 0x9E37_79B1, 3389, n &* 0x0100_0193, 50_000)
      case .mirrored: return v4(n, low, ~n, ~low)
      case .sameEnds: return v4(n, 3389, n, 3389)
      case .networks6: return v6(UInt64(number) << 16, 1, 50_000)
      case .hosts6: return v6(0x2001_0DB8 << 32, UInt64(number), 50_000)
      case .sparse6: return v6(spread(number), spread(number >> 8), 50_000)
      case .bits6: return v6(1 << (n & 63), 1 << (n >> 6 & 63), UInt16(truncatingIfNeeded: n >> 12))
      case .paired6: return v6(UInt64(number), UInt64(number), 50_000)
      case .tunnels: return v4(0x0A00_0001, 50_000, 0x0A00_0002, 3389, tunnel: 1 << 32 | UInt64(n))
      case .tunnelsAndPorts:
        return v4(0x0A00_0001, low, 0x0A00_0002, 3389, tunnel: 2 << 32 | UInt64(n & 0xFFFF00))
      }
    }

    /// One bit of the number in each byte.
    private func spread(_ number: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(number >> $1 & 1) << UInt64(8 * $1) }
    }

    private func v4(
      _ client: UInt32, _ clientPort: UInt16, _ server: UInt32, _ serverPort: UInt16,
      tunnel: UInt64 = 0
    ) -> FlowKey {
      FlowKey(
        source: Endpoint(address: IPAddress(v4: client), port: clientPort),
        destination: Endpoint(address: IPAddress(v4: server), port: serverPort), tunnel: tunnel)
    }

    private func v6(_ high: UInt64, _ low: UInt64, _ port: UInt16) -> FlowKey {
      FlowKey(
        source: Endpoint(address: IPAddress(high: high, low: low), port: port),
        destination: Endpoint("2001:db8::1", 3389), tunnel: 0)
    }
  }

  @Test("no choice of addresses and ports makes long searches", arguments: Family.allCases)
  func searches(family: Family) {
    var unique: Set<FlowKey> = []
    let keys = (0..<40_000).map(family.key).filter { unique.insert($0).inserted }
    #expect(keys.count > 3_000)
    for seed in UInt64(1)...4 {
      var random = SeededRandom(seed: seed)
      var index = FlowIndex(secrets: (0..<6).map { _ in random.next() | 1 })
      for (number, key) in keys.enumerated() { index.set(key, to: number) { keys[$0] } }
      let cost = index.searchLengths
      #expect(cost.count == keys.count)
      // Knuth, The Art of Computer Programming 3, 6.4: what linear probing takes of random keys.
      let load = Double(keys.count) / Double(index.capacity)
      let usual = (1 + 1 / (1 - load)) / 2
      let mean = Double(cost.reduce(0, +)) / Double(cost.count)
      #expect(mean < usual * 1.3, "seed \(seed): \(mean) slots, usual are \(usual)")
      #expect(cost.max() ?? 0 < 250, "seed \(seed)")
      #expect(index.equalTags <= 4, "seed \(seed)")
    }
  }

  @Test("a bad hash is noticed: searches of keys that share a place are long") func badHash() {
    let keys = (0..<2_000).map(Family.clients.key)
    var index = FlowIndex(secrets: [0, 0, 0, 0, 0, 0])
    for (number, key) in keys.enumerated() { index.set(key, to: number) { keys[$0] } }
    let cost = index.searchLengths
    #expect(cost.max() ?? 0 > 250)
  }

  @Test("where a key lies depends on the secrets") func keyed() {
    let key = Family.ports.key(7)
    let others = (UInt64(1)...20).map { seed in
      var random = SeededRandom(seed: seed)
      return FlowIndex(secrets: (0..<6).map { _ in random.next() | 1 }).tag(of: key)
    }
    #expect(Set(others).count == 20)
  }
}
