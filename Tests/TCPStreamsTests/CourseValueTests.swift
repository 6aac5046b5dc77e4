import CaptureReader
import Foundation
import Support
import Testing

@testable import TCPStreams

@Suite("Values of a course") struct CourseValueTests {
  @Test("times in few bytes are those that were set")
  func roundTrips() {
    let times: [TimeSpan?] = [nil, .zero, .milliseconds(3), nil, TimeSpan(nanoseconds: 7_000)]
    var values = StretchTrips(count: 2)
    values.set(.median, times)
    #expect(values[.median].list == times)
    for kind in StretchTrips.Kind.allCases where kind != .median {
      #expect(values[kind].list == [TimeSpan?](repeating: nil, count: times.count))
    }
    values.set(.slow, .seconds(3_600), at: 0)
    values.set(.slow, .seconds(9_000), at: 3)
    #expect(values[.slow][0] == .seconds(3_600))
    // The longest that it holds.
    #expect(values[.slow][3] == TimeSpan(nanoseconds: (4_294_967_296 - 2) * 1000))
    #expect(values[.median].list == times)
    values.set(.shortest, [.seconds(1)])
    #expect(values[.median].list == [nil] && values[.slow].count == 1)
  }

  @Test("a course is stored list by list, and read back as it was")
  func storedCourse() throws {
    var course = ConnectionSeries.Course(.client, of: [])
    course.packets = [3, 0, 4]
    course.bytes = [300, 0, 20]
    course.missedBytes = [0, 9, 0]
    course.roundTrips = [.milliseconds(1), nil, .milliseconds(4)]
    course.longestRoundTrips = [.milliseconds(9), nil, .milliseconds(5)]
    let series = ConnectionSeries(
      start: Timestamp(nanoseconds: 5), length: .milliseconds(250),
      courses: PerSide(client: course, server: course))
    let stored = try coded(series)
    #expect(try JSONDecoder().decode(ConnectionSeries.self, from: stored) == series)
    let keys = try JSONSerialization.jsonObject(with: coded(course)) as? [String: Any]
    let lists = [
      "bytes", "duplicateAcks", "longestRoundTrips", "medianRoundTrips", "missedBytes", "packets",
      "repeats", "roundTrips", "slowRoundTrips", "zeroWindows",
    ]
    #expect(keys?.keys.sorted() == lists)
  }

  @Test("counts take no room while all are zero, and are stored as a list")
  func mostlyZero() throws {
    for counts: [UInt32] in [[], [0, 0, 0], [0, 4, 0]] {
      let values = MostlyZero(wrappedValue: counts)
      #expect(values.wrappedValue == counts)
      #expect(try coded(values) == coded(counts))
      #expect(try JSONDecoder().decode(MostlyZero.self, from: coded(counts)) == values)
    }
    var values = MostlyZero(count: 3)
    #expect(values == MostlyZero(wrappedValue: [0, 0, 0]))
    values.set(0, at: 2)
    #expect(values == MostlyZero(wrappedValue: [0, 0, 0]))
    values.set(4, at: 1)
    #expect(values == MostlyZero(wrappedValue: [0, 4, 0]))
  }

  private func coded(_ value: some Encodable) throws -> Data { try JSONEncoder().encode(value) }
}
