import CaptureReader
import Foundation
import Support
import Testing

@testable import TCPStreams

@Suite("Values of a course") struct CourseValueTests {
  @Test("times in few bytes are those that were set, and are stored as a list of times")
  func microseconds() throws {
    let times: [TimeSpan?] = [nil, .zero, .milliseconds(3), nil, TimeSpan(nanoseconds: 7_000)]
    var values = Microseconds(wrappedValue: times)
    #expect(values.wrappedValue == times)
    #expect(try coded(values) == coded(times))
    #expect(try JSONDecoder().decode(Microseconds.self, from: coded(times)) == values)
    values.set(.seconds(3_600), at: 0)
    values.set(.seconds(9_000), at: 3)
    #expect(values.wrappedValue[0] == .seconds(3_600))
    // The longest that it holds.
    #expect(values.wrappedValue[3] == TimeSpan(nanoseconds: (4_294_967_296 - 2) * 1000))
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
