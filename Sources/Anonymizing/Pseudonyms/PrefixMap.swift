/// A keyed permutation of numbers of some bits that keeps common prefixes: two numbers that share
/// their first n bits have images that share exactly n bits (the construction of Crypto-PAn, with
/// HMAC-SHA256 in place of AES).
///
/// Bit n is flipped or not as the hash of the n bits before it says. Where all of a set of reserved
/// prefixes are kept, no bit on the way to them is flipped: then each reserved range maps onto itself,
/// and nothing else maps into it.
struct PrefixMap: Sendable {
  /// A range of numbers by their first bits.
  struct Prefix: Hashable, Sendable {
    /// The prefix in the highest bits.
    var high: UInt64
    var low: UInt64
    var length: Int
    /// Its numbers stay as they are.
    var isFixed: Bool

    init(_ high: UInt64, _ low: UInt64 = 0, length: Int, isFixed: Bool = false) {
      self.high = high
      self.low = low
      self.length = length
      self.isFixed = isFixed
    }

    /// The first `count` bits are those of a number.
    func agrees(with high: UInt64, _ low: UInt64, in count: Int) -> Bool {
      let (first, second) = PrefixMap.cut(self.high ^ high, self.low ^ low, to: count)
      return first == 0 && second == 0
    }
  }

  private let hash: KeyedHash
  private let width: Int
  private let kept: [Prefix]

  /// - Parameter width: bits of a number; at most 128.
  init(_ hash: KeyedHash, width: Int, keeping kept: [Prefix]) {
    self.hash = hash
    self.width = width
    self.kept = kept
  }

  /// The image of a number whose bits are the highest `width` of the two halves.
  func image(_ high: UInt64, _ low: UInt64) -> (high: UInt64, low: UInt64) {
    if kept.contains(where: { $0.isFixed && $0.agrees(with: high, low, in: $0.length) }) {
      return (high, low)
    }
    var result = (high: high, low: low)
    for place in 0..<width {
      // A reserved prefix that goes on behind these bits.
      if kept.contains(where: { $0.length > place && $0.agrees(with: high, low, in: place) }) {
        continue
      }
      let (first, second) = Self.cut(high, low, to: place)
      var input: [UInt8] = [UInt8(place)]
      for shift in stride(from: 56, through: 0, by: -8) {
        input.append(UInt8(truncatingIfNeeded: first >> UInt64(shift)))
      }
      if place > 64 {
        for shift in stride(from: 56, through: 0, by: -8) {
          input.append(UInt8(truncatingIfNeeded: second >> UInt64(shift)))
        }
      }
      guard hash.number(of: input) & 1 == 1 else { continue }
      if place < 64 {
        result.high ^= 1 << UInt64(63 - place)
      } else {
        result.low ^= 1 << UInt64(127 - place)
      }
    }
    return result
  }

  /// The first `count` bits of a number, zeros behind them.
  private static func cut(_ high: UInt64, _ low: UInt64, to count: Int) -> (UInt64, UInt64) {
    switch count {
    case ..<1: (0, 0)
    case 1..<64: (high & ~(UInt64.max >> UInt64(count)), 0)
    case 64: (high, 0)
    case 65..<128: (high, low & ~(UInt64.max >> UInt64(count - 64)))
    default: (high, low)
    }
  }
}
