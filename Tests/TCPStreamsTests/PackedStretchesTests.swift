import CaptureReader
import Support
import Testing

@testable import TCPStreams

@Suite("Stretches in few bytes") struct PackedStretchesTests {
  typealias Stretch = ActivitySeries.Stretch
  typealias Activity = ActivitySeries.Activity

  /// Every number of an activity.
  private func numbers(_ activity: Activity) -> [UInt64] {
    [
      activity.packets, activity.bytes, activity.repeats, activity.duplicateAcks,
      activity.zeroWindows, activity.missedBytes, activity.shortest, activity.longest,
    ].map { UInt64($0) } + (0..<4).map { activity.trips.words[$0] }
  }

  private func numbers(_ stretches: [Stretch]) -> [[UInt64]] {
    stretches.map { numbers($0.client) + numbers($0.server) }
  }

  /// Of any size: most small, some the largest there are.
  private func number(_ random: inout SeededRandom) -> UInt32 {
    let bits = UInt32.random(in: 0...40, using: &random)
    return bits > 32 ? 0 : UInt32.random(in: 0...(.max >> (32 - min(32, bits))), using: &random)
  }

  private func activity(_ random: inout SeededRandom) -> Activity {
    var activity = Activity()
    guard Int.random(in: 0..<4, using: &random) > 0 else { return activity }
    activity.packets = number(&random)
    activity.bytes = number(&random)
    activity.repeats = number(&random)
    activity.duplicateAcks = number(&random)
    activity.zeroWindows = number(&random)
    activity.missedBytes = number(&random)
    for _ in 0..<[0, 1, 12, 3000][Int.random(in: 0..<4, using: &random)] {
      activity.add(roundTrip: TimeSpan(nanoseconds: Int64(number(&random)) * 1000))
    }
    return activity
  }

  @Test("are those that were put in, in whatever order", arguments: 1...40 as ClosedRange<UInt64>)
  func same(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var packed = PackedStretches()
    var plain: [Stretch] = []
    for turn in 0..<80 {
      let stretch = Stretch(client: activity(&random), server: activity(&random))
      // Most come at the end or behind it, some where a clock went backwards.
      let isLate = seed > 20 && turn % 3 == 0
      let index =
        isLate
        ? Int.random(in: 0...plain.count, using: &random)
        : max(0, plain.count + Int.random(in: -1...2, using: &random))
      packed.merge(stretch, at: index)
      while plain.count <= index { plain.append(Stretch()) }
      plain[index].merge(stretch)
      #expect(packed.count == plain.count)
    }
    #expect(numbers(packed.unpacked) == numbers(plain), "seed \(seed)")
    #expect(numbers(PackedStretches(plain).unpacked) == numbers(plain), "seed \(seed)")
  }

  @Test("with the largest numbers in all places are held too")
  func largest() {
    var activity = Activity()
    activity.packets = .max
    activity.bytes = .max
    activity.repeats = .max
    activity.duplicateAcks = .max
    activity.zeroWindows = .max
    activity.missedBytes = .max
    activity.shortest = .max - 1
    activity.longest = 0
    for word in 0..<4 { activity.trips.words[word] = .max }
    let stretch = Stretch(client: activity, server: activity)
    var packed = PackedStretches()
    for index in 0..<48 { packed.merge(stretch, at: index) }
    #expect(numbers(packed.unpacked) == numbers(Array(repeating: stretch, count: 48)))
  }
}
