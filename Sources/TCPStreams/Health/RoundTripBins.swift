import CaptureReader

/// How the round trips of one stretch of time are spread, in 32 bytes: two bins per doubling from a
/// quarter of a millisecond to eight seconds, each a byte. Where one is full, all are halved, and from
/// then on only some of the samples are counted.
struct RoundTripBins: Sendable {
  /// Eight bins in each word, the first in the lowest byte. The last byte tells how often they were
  /// halved.
  var words: InlineArray<4, UInt64> = InlineArray(repeating: 0)
  private static let bins = 31
  /// Halved more often they would count one sample in 2¹⁶.
  private static let mostHalvings: UInt64 = 16
  private static let firstBit = 8

  /// One in each byte of a word.
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lowBits = ones &* 0x7F

  private var halvings: UInt64 {
    get { words[3] >> 56 }
    set { words[3] = words[3] & (.max >> 8) | newValue << 56 }
  }

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
    return Double(UInt64(2 + half) << UInt64(firstBit - 1 + octave))
  }

  /// - Parameter turn: another number for each sample: tells which are counted where not all are.
  @inline(__always)
  mutating func add(microseconds: UInt32, turn: UInt32) {
    let halvings = halvings
    if halvings > 0 {
      let chance = (microseconds ^ (turn &* 0x9E37_79B1)) &* 0x85EB_CA6B
      guard chance >> (32 - UInt32(halvings)) == 0 else { return }
    }
    let bin = Self.bin(of: microseconds)
    let (word, shift) = (bin >> 3, UInt64(bin & 7) << 3)
    if words[word] >> shift & 0xFF == 0xFF { halve() }
    words[word] &+= 1 << shift
  }

  /// What is in a bin stays visible.
  @inline(never)
  private mutating func halve() {
    let count = min(Self.mostHalvings, halvings + 1)
    for index in 0..<4 {
      let word = words[index]
      let others = word ^ Self.ones
      // The highest bit of each byte that is one.
      let single = ~((others & Self.lowBits) &+ Self.lowBits | others | Self.lowBits)
      words[index] = word >> 1 & Self.lowBits | single >> 7
    }
    halvings = count
  }

  mutating func merge(_ other: RoundTripBins) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
      return
    }
    var other = other
    while halvings < other.halvings { halve() }
    while other.halvings < halvings { other.halve() }
    let halvings = halvings
    if overflows(other) {
      halve()
      other.halve()
    }
    let count = max(halvings, self.halvings)
    for index in 0..<4 { words[index] = Self.sums(words[index], other.words[index]) }
    self.halvings = count
  }

  /// The sums of two words' bytes, each without what is beyond a byte.
  private static func sums(_ one: UInt64, _ other: UInt64) -> UInt64 {
    (one & lowBits) &+ (other & lowBits) ^ (one ^ other) & ~lowBits
  }

  /// The sum of two bins is more than a byte.
  private func overflows(_ other: RoundTripBins) -> Bool {
    var carries: UInt64 = 0
    for index in 0..<4 {
      let (one, two) = (words[index], other.words[index])
      carries |= one & two | (one | two) & ~Self.sums(one, two)
    }
    return carries & ~Self.lowBits != 0
  }

  var isEmpty: Bool { words[0] | words[1] | words[2] | words[3] == 0 }

  /// Samples that are counted.
  private var total: Int {
    var pairs: UInt64 = 0
    for index in 0..<4 {
      let word = index == 3 ? words[index] & (.max >> 8) : words[index]
      pairs &+= word & 0x00FF_00FF_00FF_00FF
      pairs &+= word >> 8 & 0x00FF_00FF_00FF_00FF
    }
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
  }

  /// The round trips below which `shares` (0…1, the smallest first) of them lie, in microseconds; nil
  /// where there is none.
  func quantiles<let count: Int>(
    _ shares: InlineArray<count, Double>, from shortest: UInt32, to longest: UInt32
  ) -> InlineArray<count, UInt32>? {
    let total = Double(total)
    guard total > 0, shortest <= longest else { return nil }
    var values = InlineArray<count, UInt32>(repeating: longest)
    // All samples took the same time.
    guard shortest < longest else { return values }
    var found = 0
    var below = 0.0
    for index in 0..<4 {
      var rest = index == 3 ? words[index] & (.max >> 8) : words[index]
      while rest != 0 {
        let shift = rest.trailingZeroBitCount & ~7
        let counted = Double(rest >> UInt64(shift) & 0xFF)
        rest &= ~(0xFF << UInt64(shift))
        let bin = index * 8 + shift / 8
        while found < count, below + counted >= total * shares[found] {
          let (start, end) = (
            max(Double(shortest), Self.start(of: bin)),
            min(Double(longest), Self.start(of: bin + 1))
          )
          let value = start + max(0, end - start) * (total * shares[found] - below) / counted
          values[found] = UInt32(max(Double(shortest), min(Double(longest), value)))
          found += 1
        }
        if found == count { return values }
        below += counted
      }
    }
    return values
  }
}
