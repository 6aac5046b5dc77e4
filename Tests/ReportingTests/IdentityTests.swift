import CaptureReader
import PacketDecode
@testable import Reporting
import Testing

@Suite("Community ID") struct CommunityIDTests {
  /// The first two are the reference implementation's (community-id-spec, `baseline_deflt.json`).
  @Test(
    "gives the published values, whichever end comes first",
    arguments: [
      (end(v4: 0x80E8_6E78, 34855), end(v4: 0x4223_FACC, 80), "1:LQU9qZlK+B5F3KDmev6m5PMibrg="),
      (
        end(0x2001_0470_e5bf_dead, 0x4957_2174_e82c_4887, 63943),
        end(0x2607_f8b0_400c_0c03, 0x1a, 25), "1:/qFaeAR+gFe1KYjMzVDsMv+wgU4="
      ),
      (end(v4: 0x0A00_0001, 10), end(v4: 0x0A00_0001, 11), "1:rn3uVMy07GRldneZs+okbZAwWcU="),
    ])
  func vectors(one: Endpoint, other: Endpoint, expected: String) {
    #expect(CommunityID.version1(one, other) == expected)
    #expect(CommunityID.version1(other, one) == expected)
  }

  private static func end(v4 address: UInt32, _ port: UInt16) -> Endpoint {
    Endpoint(address: IPAddress(v4: address), port: port)
  }

  private static func end(_ high: UInt64, _ low: UInt64, _ port: UInt16) -> Endpoint {
    Endpoint(address: IPAddress(high: high, low: low), port: port)
  }
}

@Suite("Text of times and shares") struct TextFormTests {
  @Test(
    "writes times in UTC to the nanosecond, also before 1970 and at the ends of the range",
    arguments: [
      (0, "1970-01-01T00:00:00.000000000Z"), (-1, "1969-12-31T23:59:59.999999999Z"),
      (951_782_400_000_000_001, "2000-02-29T00:00:00.000000001Z"),
      (1_772_373_907_123_456_789, "2026-03-01T14:05:07.123456789Z"),
      (1_735_689_599_999_999_999, "2024-12-31T23:59:59.999999999Z"),
      (.max, "2262-04-11T23:47:16.854775807Z"), (.min, "1677-09-21T00:12:43.145224192Z"),
    ] as [(Int64, String)])
  func times(nanoseconds: Int64, expected: String) {
    #expect(Timestamp(nanoseconds: nanoseconds).rfc3339 == expected)
  }

  @Test(
    "writes durations as people read them",
    arguments: [
      (0, "0 s"), (0.0004, "0.4 ms"), (0.00995, "10 ms"), (0.412, "412 ms"), (0.9996, "1.0 s"),
      (19.2, "19.2 s"), (59.96, "1 min 0 s"), (725, "12 min 5 s"), (11_520, "3 h 12 min"),
      (183_600, "2 d 3 h"), (-1, "0 s"), (.infinity, "0 s"), (.nan, "0 s"),
    ] as [(Double, String)])
  func durations(seconds: Double, expected: String) {
    #expect(Quantity.duration(seconds).replacing("\u{A0}", with: " ") == expected)
  }

  @Test(
    "never claims to be certain",
    arguments: [(1, "99 %"), (0.994, "99 %"), (0.5, "50 %"), (0, "0 %"), (-1, "0 %")]
      as [(Double, String)])
  func confidences(share: Double, expected: String) {
    #expect(Quantity.confidence(share).replacing("\u{A0}", with: " ") == expected)
  }
}
