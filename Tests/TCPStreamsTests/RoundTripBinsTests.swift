import CaptureReader
import Support
import Testing

@testable import TCPStreams

@Suite("Round trips of a stretch") struct RoundTripBinsTests {
  /// Spread like those of a path that queues: most about one value, some far longer.
  private func samples(
    _ count: Int, around usual: UInt32, _ random: inout SeededRandom
  ) -> [UInt32] {
    (0..<count).map { _ in
      let slow = UInt32.random(in: 0..<10, using: &random) == 0
      let value = UInt32.random(in: usual...usual + usual / 2, using: &random)
      return slow ? value * 4 : value
    }
  }

  /// The nearest rank: the smallest sample that no less than the share are at or below.
  private func exact(_ sorted: [UInt32], _ share: Double) -> Double {
    Double(sorted[max(0, Int((Double(sorted.count) * share).rounded(.up)) - 1)])
  }

  @Test(
    "have their median and 95th percentile within a fifth, however many they are",
    arguments: [300, 5_000, 200_000])
  func quantiles(count: Int) throws {
    var random = SeededRandom(seed: UInt64(count))
    for usual: UInt32 in [300, 1_700, 21_000, 400_000] {
      var activity = ActivitySeries.Activity()
      let all = samples(count, around: usual, &random)
      for sample in all {
        // The other side sends too, so that not every number is one of a sample.
        activity.add(bytes: 1, isRepeat: false)
        activity.add(bytes: 1, isRepeat: false)
        activity.add(roundTrip: TimeSpan(nanoseconds: Int64(sample) * 1000))
      }
      let sorted = all.sorted()
      for share in [0.5, 0.95] {
        let found = try #require(activity.roundTrip(share)).seconds * 1e6
        let wanted = exact(sorted, share)
        #expect(abs(found - wanted) <= wanted / 5, "\(share) of \(count) at \(usual): \(found)")
      }
    }
  }

  @Test("of a few samples are within one bin of the exact ones", arguments: [2, 3, 7, 20, 40])
  func few(count: Int) throws {
    var random = SeededRandom(seed: UInt64(count))
    for usual: UInt32 in [300, 1_700, 21_000, 400_000] {
      var activity = ActivitySeries.Activity()
      let all = samples(count, around: usual, &random)
      for sample in all { activity.add(roundTrip: TimeSpan(nanoseconds: Int64(sample) * 1000)) }
      let sorted = all.sorted()
      for share in [0.5, 0.95] {
        let found = try #require(activity.roundTrip(share)).seconds * 1e6
        let wanted = exact(sorted, share)
        #expect(
          found <= wanted * 1.5 && found >= wanted / 1.5,
          "\(share) of \(count) at \(usual): \(found), not \(wanted)")
      }
    }
  }

  @Test("of several stretches together are those of the longer one")
  func merging() throws {
    var random = SeededRandom(seed: 7)
    for (fewer, more) in [(10, 40), (100, 30_000), (60_000, 90_000)] {
      var (one, other) = (ActivitySeries.Activity(), ActivitySeries.Activity())
      let (few, many) = (
        samples(fewer, around: 2_000, &random), samples(more, around: 50_000, &random)
      )
      for (index, sample) in few.enumerated() {
        one.add(bytes: index, isRepeat: false)
        one.add(roundTrip: TimeSpan(nanoseconds: Int64(sample) * 1000))
      }
      for (index, sample) in many.enumerated() {
        other.add(bytes: index, isRepeat: false)
        other.add(roundTrip: TimeSpan(nanoseconds: Int64(sample) * 1000))
      }
      one.merge(other)
      let sorted = (few + many).sorted()
      for share in [0.5, 0.95] {
        let found = try #require(one.roundTrip(share)).seconds * 1e6
        let wanted = exact(sorted, share)
        #expect(abs(found - wanted) <= wanted / 3, "\(share) of \(fewer) and \(more): \(found)")
      }
    }
    #expect(ActivitySeries.Activity().roundTrip(0.5) == nil)
  }

  /// Bins as plain numbers: what the words of `RoundTripBins` have to agree with.
  private struct PlainBins {
    var bins = Array(repeating: 0, count: 31)
    var halvings = 0

    mutating func halve() {
      halvings = min(16, halvings + 1)
      bins = bins.map { $0 == 1 ? 1 : $0 / 2 }
    }

    mutating func add(_ value: UInt32, turn: UInt32) {
      if halvings > 0 {
        let chance = (value ^ (turn &* 0x9E37_79B1)) &* 0x85EB_CA6B
        guard chance >> UInt32(32 - halvings) == 0 else { return }
      }
      let bounds = (0..<30).map { (256 + $0 % 2 * 128) << ($0 / 2) }
      let bin = bounds.lastIndex { Int(value) >= $0 }.map { $0 + 1 } ?? 0
      if bins[bin] == 255 { halve() }
      bins[bin] += 1
    }

    mutating func merge(_ other: PlainBins) {
      var other = other
      if other.bins.allSatisfy({ $0 == 0 }) { return }
      if bins.allSatisfy({ $0 == 0 }) {
        self = other
        return
      }
      while halvings < other.halvings { halve() }
      while other.halvings < halvings { other.halve() }
      if zip(bins, other.bins).contains(where: { $0 + $1 > 255 }) {
        halve()
        other.halve()
      }
      bins = zip(bins, other.bins).map { $0 + $1 }
    }

    /// Each bin's share of the samples.
    func quantile(_ share: Double, _ shortest: Double, _ longest: Double) -> UInt32 {
      let wanted = Double(bins.reduce(0, +)) * share
      var below = 0.0
      for (bin, count) in bins.enumerated() where count > 0 {
        if below + Double(count) >= wanted {
          let low = bin == 0 ? 0 : Double(256 << ((bin - 1) / 2)) * (bin % 2 == 1 ? 1 : 1.5)
          let high = Double(256 << (bin / 2)) * (bin % 2 == 0 ? 1 : 1.5)
          let (start, end) = (max(shortest, low), min(longest, high))
          let value = start + max(0, end - start) * (wanted - below) / Double(count)
          return UInt32(max(shortest, min(longest, value)))
        }
        below += Double(count)
      }
      return UInt32(longest)
    }
  }

  @Test("their words say what single numbers say, halved and added up too")
  func words() throws {
    var random = SeededRandom(seed: 11)
    for round in 0..<60 {
      var both = (RoundTripBins(), RoundTripBins())
      var plain = (PlainBins(), PlainBins())
      var (shortest, longest) = (UInt32.max, UInt32(0))
      for (count, second) in [(round * round * 3, false), (60 * (60 - round), true)] {
        let spread = UInt32.random(in: 1...24, using: &random)
        for turn in 0..<UInt32(count) {
          let value =
            UInt32.random(in: 0..<(1 << spread), using: &random)
            >> UInt32.random(in: 0...4, using: &random)
          (shortest, longest) = (min(shortest, value), max(longest, value))
          if second {
            both.1.add(microseconds: value, turn: turn)
            plain.1.add(value, turn: turn)
          } else {
            both.0.add(microseconds: value, turn: turn)
            plain.0.add(value, turn: turn)
          }
        }
      }
      both.0.merge(both.1)
      plain.0.merge(plain.1)
      let shares: InlineArray<4, Double> = [0.01, 0.5, 0.95, 1]
      let found = try #require(both.0.quantiles(shares, from: shortest, to: longest))
      for index in 0..<4 {
        #expect(
          found[index]
            == plain.0.quantile(shares[index], Double(shortest), Double(longest)),
          "share \(shares[index]) in round \(round)")
      }
    }
  }

  @Test("one sample is all quantiles, and the longest and the shortest span them")
  func bounds() {
    for value: Int64 in [0, 1, 255, 256, 383, 384, 9_000_000, 4_000_000_000] {
      var activity = ActivitySeries.Activity()
      activity.add(roundTrip: TimeSpan(nanoseconds: value * 1000))
      #expect(activity.roundTrip(0.5)?.nanoseconds == value * 1000)
      #expect(activity.roundTrip(0.95)?.nanoseconds == value * 1000)
    }
  }
}

extension ActivitySeries.Activity {
  fileprivate func roundTrip(_ share: Double) -> TimeSpan? { roundTrips([share])?[0] }
}
