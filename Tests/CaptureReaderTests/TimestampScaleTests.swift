import Testing

@testable import CaptureReader

@Suite("Timestamp scale") struct TimestampScaleTests {
  @Test(
    "turns ticks into nanoseconds",
    arguments: [
      (6, 1_700_000_000_000_001, 1_700_000_000_000_001_000),
      (9, 1_700_000_000_000_000_001, 1_700_000_000_000_000_001),
      (0, 5, 5_000_000_000),
      (3, 5, 5_000_000),
      (12, 1_999, 1),
      (20, 1_000_000_000_000, 10),
      (0x80, 3, 3_000_000_000),
      (0x80 | 10, 512, 500_000_000),
      (0x80 | 32, 1 << 31, 500_000_000),
      (0x80 | 63, 1 << 62, 500_000_000),
    ] as [(UInt8, UInt64, Int64)])
  func scales(resolution: UInt8, ticks: UInt64, nanoseconds: Int64) {
    let scale = TimestampScale(TimestampResolution(rawValue: resolution))
    #expect(scale.time(ticks: ticks).nanoseconds == nanoseconds)
  }

  @Test("never traps, whatever the resolution", arguments: 0...255 as ClosedRange<UInt8>)
  func neverTraps(resolution: UInt8) {
    for offset in [Int64.min, -1, 0, 1, .max] {
      let scale = TimestampScale(TimestampResolution(rawValue: resolution), offset: offset)
      let times = [0, 1, UInt64(UInt32.max), 1 << 63, .max].map { scale.time(ticks: $0) }
      #expect(times == times.sorted(), "offset \(offset)")
    }
  }

  @Test("saturates", arguments: [0, 6, 9, 0x80, 0x81] as [UInt8])
  func saturates(resolution: UInt8) {
    let scale = TimestampScale(TimestampResolution(rawValue: resolution))
    #expect(scale.time(ticks: .max).nanoseconds == .max)
  }
}
