import CaptureReader

/// How the round trips of one stretch of time are spread, in 32 bytes: two bins per doubling from a
/// quarter of a millisecond to eight seconds, each a byte. Where one is full, all are halved, and from
/// then on only some of the samples are counted.
struct RoundTripBins: Sendable {
  /// The last byte tells how often they were halved.
  private var bytes = SIMD32<UInt8>()
  private static let bins = 31
  private static let halvings = 31
  /// Halved more often they would count one sample in 2¹⁶.
  private static let mostHalvings: UInt8 = 16
  private static let firstBit = 8

  private static func bin(of microseconds: UInt32) -> Int {
    guard microseconds >> UInt32(firstBit) > 0 else { return 0 }
    let high = 31 - microseconds.leadingZeroBitCount
    let half = Int(microseconds >> UInt32(high - 1)) & 1
    return min(bins - 1, (high - firstBit) * 2 + half + 1)
  }

  /// Where a bin begins, in microseconds.
  private static func start(of bin: Int) -> Double {
    guard bin > 0 else { return 0 }
    let (octave, half) = (bin - 1).quotientAndRemainder(dividingBy: 2)
    return Double(UInt64(1) << UInt64(firstBit + octave)) * (half == 0 ? 1 : 1.5)
  }

  /// - Parameter turn: another number for each sample: tells which are counted where not all are.
  @inline(__always)
  mutating func add(microseconds: UInt32, turn: UInt32) {
    let halvings = bytes[Self.halvings]
    if halvings > 0 {
      let chance = (microseconds ^ (turn &* 0x9E37_79B1)) &* 0x85EB_CA6B
      guard chance >> (32 - UInt32(halvings)) == 0 else { return }
    }
    let bin = Self.bin(of: microseconds)
    if bytes[bin] == .max { halve() }
    bytes[bin] &+= 1
  }

  /// What is in a bin stays visible.
  @inline(never)
  private mutating func halve() {
    let count = min(Self.mostHalvings, bytes[Self.halvings] + 1)
    let halves = bytes &>> 1
    bytes = halves.replacing(with: 1, where: bytes .== 1)
    bytes[Self.halvings] = count
  }

  mutating func merge(_ other: RoundTripBins) {
    var other = other
    if other.isEmpty { return }
    if isEmpty {
      self = other
      return
    }
    while bytes[Self.halvings] < other.bytes[Self.halvings] { halve() }
    while other.bytes[Self.halvings] < bytes[Self.halvings] { other.halve() }
    let halvings = bytes[Self.halvings]
    if any(bytes &+ other.bytes .< bytes) {
      halve()
      other.halve()
    }
    let count = max(halvings, bytes[Self.halvings])
    bytes = bytes &+ other.bytes
    bytes[Self.halvings] = count
  }

  var isEmpty: Bool { bytes == SIMD32<UInt8>() }

  /// The round trip below which `share` (0…1) of them lie, in microseconds; nil where there is none.
  func quantile(_ share: Double, from shortest: UInt32, to longest: UInt32) -> UInt32? {
    var total = 0.0
    for bin in 0..<Self.bins { total += Double(bytes[bin]) }
    guard total > 0, shortest <= longest else { return nil }
    let wanted = total * share
    var below = 0.0
    for bin in 0..<Self.bins where bytes[bin] > 0 {
      let count = Double(bytes[bin])
      guard below + count < wanted else {
        let (start, end) = (
          max(Double(shortest), Self.start(of: bin)), min(Double(longest), Self.start(of: bin + 1))
        )
        let value = start + max(0, end - start) * (wanted - below) / count
        return UInt32(max(Double(shortest), min(Double(longest), value)))
      }
      below += count
    }
    return longest
  }
}
