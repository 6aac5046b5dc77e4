import CaptureReader
@testable import Reporting
@testable import TCPStreams
import Testing

@Suite("Sparkline of a session") struct SparklineTests {
  private static let series = series(
    course(
      packets: [9, 9, 9, 9, 0, 9, 2, 1, 1, 1], repeats: [0, 0, 0, 0, 0, 0, 1, 4, 1, 1],
      roundTrips: [10, 10, 20, nil, nil, 40, 190, nil, nil, nil]),
    course(
      packets: [9, 9, 9, 9, 9, 0, 0, 0, 0, 0], repeats: Array(repeating: 0, count: 10),
      roundTrips: [10, nil, 10, nil, nil, nil, nil, nil, nil, nil]))

  private static func series(
    length: TimeSpan = .milliseconds(500), _ client: ConnectionSeries.Course,
    _ server: ConnectionSeries.Course
  ) -> ConnectionSeries {
    ConnectionSeries(
      start: Sample.start, length: length, courses: PerSide(client: client, server: server))
  }

  /// - Parameter roundTrips: in milliseconds.
  private static func course(
    packets: [UInt32], repeats: [UInt32], roundTrips: [Int64?]
  ) -> ConnectionSeries.Course {
    var course = ConnectionSeries.Course(.client, of: [])
    course.packets = packets
    course.repeats = repeats
    course.roundTrips = roundTrips.map { $0.map { .milliseconds($0) } }
    return course
  }

  private func text(_ series: ConnectionSeries?, _ style: TerminalStyle) -> String {
    var layout = TextLayout(style: style)
    Sparkline(series)?.write(to: &layout)
    return layout.text
  }

  @Test("shows round trip, repeats, and who was heard up to the end")
  func rows() {
    #expect(
      text(Self.series, TerminalStyle()) == """
          RTT   ▁▁▂  ▃█     20 ms to 200 ms
          Again       ▃█▃▃  7 sent again
          Heard ====<>>>>>
                one column is 500 ms; = both, > client only, < server only

        """)
  }

  @Test("is plain where the terminal has no UTF-8, and never coloured without colour")
  func plain() {
    let told = text(Self.series, TerminalStyle(usesUnicode: false))
    #expect(told.utf8.allSatisfy { $0 < 0x80 && $0 != 0x1B })
    #expect(told.contains("__.  -#"))
  }

  @Test("fits into 80 columns with all its stretches")
  func width() {
    let wide = Self.course(
      packets: Array(repeating: 1, count: 48),
      repeats: Array(repeating: 4_000_000_000, count: 48),
      roundTrips: Array(repeating: 123_456, count: 48))
    let series = Self.series(length: .seconds(65_536), wide, wide)
    let lines = text(series, TerminalStyle()).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.contains(String(repeating: "=", count: 48)) })
  }

  @Test("is left out for connections without a course")
  func short() {
    #expect(text(nil, TerminalStyle()).isEmpty)
    let course = Self.course(packets: [1, 2], repeats: [0, 0], roundTrips: [nil, nil])
    let series = Self.series(length: .milliseconds(250), course, course)
    #expect(text(series, TerminalStyle()).isEmpty)
  }
}
