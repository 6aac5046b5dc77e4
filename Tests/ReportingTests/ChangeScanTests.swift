import Foundation
@testable import Reporting
import Support
import Testing

@Suite("Change over time") struct ChangeScanTests {
  typealias Bin = ChangeScan.Bin

  static func bins(_ counts: [(sessions: Int, drops: Int)]) -> [Bin] {
    counts.enumerated().map {
      Bin(hour: $0.offset, sessions: $0.element.sessions, drops: $0.element.drops)
    }
  }

  @Test("finds when drops tripled, and that it lasts")
  func tripled() throws {
    let counts = (0..<24).map { hour in (sessions: 60, drops: hour < 14 ? 4 : 12) }
    let finding = try #require(ChangeScan(seriesCount: 1).strongest(in: Self.bins(counts)))
    #expect(finding.range == 14..<24)
    #expect(finding.inside.drops == 120)
    #expect(finding.outside.sessions == 14 * 60)
  }

  @Test("finds a bad stretch in the middle, and one that ended")
  func stretches() throws {
    let middle = (0..<24).map { hour in (sessions: 30, drops: (9..<11).contains(hour) ? 20 : 1) }
    #expect(ChangeScan(seriesCount: 10).strongest(in: Self.bins(middle))?.range == 9..<11)
    let ended = (0..<24).map { hour in (sessions: 30, drops: hour < 5 ? 15 : 1) }
    #expect(ChangeScan(seriesCount: 10).strongest(in: Self.bins(ended))?.range == 0..<5)
  }

  @Test("one bad hour is no change, however bad")
  func oneHour() {
    let counts = (0..<24).map { hour in (sessions: 30, drops: hour == 9 ? 30 : 1) }
    #expect(ChangeScan(seriesCount: 1).strongest(in: Self.bins(counts)) == nil)
  }

  @Test("more sessions with as many drops in a hundred are no change")
  func busyHours() {
    let counts = (0..<24).map { hour in
      (8..<18).contains(hour) ? (sessions: 500, drops: 25) : (sessions: 20, drops: 1)
    }
    #expect(ChangeScan(seriesCount: 1).strongest(in: Self.bins(counts)) == nil)
  }

  @Test("too little to tell is no change")
  func little() {
    #expect(ChangeScan(seriesCount: 1).strongest(in: []) == nil)
    #expect(ChangeScan(seriesCount: 1).strongest(in: Self.bins([(10, 0), (10, 10)])) == nil)
    let few = (0..<24).map { (sessions: 3, drops: $0 >= 21 ? 1 : 0) }
    #expect(ChangeScan(seriesCount: 1).strongest(in: Self.bins(few)) == nil)
    let always = (0..<24).map { _ in (sessions: 30, drops: 30) }
    #expect(ChangeScan(seriesCount: 1).strongest(in: Self.bins(always)) == nil)
  }

  /// Kinds of chance that have no change in them.
  enum Noise: String, CaseIterable, Sendable {
    /// As many sessions in each hour.
    case steady
    /// Ten times as many by day.
    case daily
    /// Few sessions, most hours without a drop.
    case sparse
    /// One user's failure is tried again: drops come in clumps of three on average.
    case clumped
    /// The share of drops differs from hour to hour around its mean.
    case restless
  }

  /// 3 × 5 × 400 series of two days; one finding in a thousand is what the threshold allows.
  @Test("chance makes no change", arguments: Noise.allCases, [0.02, 0.1, 0.4])
  func noise(kind: Noise, share: Double) {
    var findings = 0
    let seed = UInt64(share * 1000) + 17
    var random = SeededRandom(seed: seed)
    for _ in 0..<400 {
      let counts = (0..<48).map { hour in Self.hour(hour, kind, share, &random) }
      if ChangeScan(seriesCount: 1).strongest(in: Self.bins(counts)) != nil { findings += 1 }
    }
    #expect(findings <= 2, "seed \(seed)")
  }

  @Test("a change is found in all but few of noisy series", arguments: 1...3)
  func power(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var found = 0
    for _ in 0..<200 {
      let counts = (0..<48).map { hour in
        Self.hour(hour, .steady, hour >= 30 ? 0.24 : 0.08, &random)
      }
      if let finding = ChangeScan(seriesCount: 20).strongest(in: Self.bins(counts)),
        abs(finding.range.lowerBound - 30) <= 2, finding.range.upperBound >= 46
      {
        found += 1
      }
    }
    #expect(found >= 190, "seed \(seed)")
  }

  private static func hour(
    _ hour: Int, _ kind: Noise, _ share: Double, _ random: inout SeededRandom
  ) -> (sessions: Int, drops: Int) {
    var sessions = 40
    var chance = share
    switch kind {
    case .steady, .clumped: break
    case .daily: sessions = (8..<18).contains(hour % 24) ? 80 : 8
    case .sparse: sessions = Int.random(in: 0...6, using: &random)
    case .restless: chance = share * Double.random(in: 0.5...1.5, using: &random)
    }
    var drops = 0
    var total = 0
    while total < sessions {
      total += 1
      guard Double.random(in: 0..<1, using: &random) < (kind == .clumped ? chance / 3 : chance)
      else { continue }
      drops += 1
      while kind == .clumped, Double.random(in: 0..<1, using: &random) < 2.0 / 3 {
        drops += 1
        total += 1
      }
    }
    return (total, drops)
  }
}
