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
