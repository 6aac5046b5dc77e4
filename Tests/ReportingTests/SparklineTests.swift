import CaptureReader
@testable import Reporting
@testable import TCPStreams
import Testing

@Suite("Sparkline of a session") struct SparklineTests {
  private static let series = HealthRecord.Series(
    start: "2026-03-01T14:05:07.000000000Z", length: 0.5,
    orig: HealthRecord.Course(
      packets: [9, 9, 9, 9, 0, 9, 2, 1, 1, 1], bytes: [],
      retransmissions: [
        0, 0, 0, 0, 0, 0, 1, 4, 1, 1,
      ], roundTrips: [0.01, 0.01, 0.02, nil, nil, 0.04, 0.19, nil, nil, nil]),
    resp: HealthRecord.Course(
      packets: [9, 9, 9, 9, 9, 0, 0, 0, 0, 0], bytes: [],
      retransmissions: [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
      ], roundTrips: [0.01, nil, 0.01, nil, nil, nil, nil, nil, nil, nil]))

  private func text(_ series: HealthRecord.Series?, _ style: TerminalStyle) -> String {
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
    let wide = HealthRecord.Course(
      packets: Array(repeating: 1, count: 48), bytes: [],
      retransmissions: Array(repeating: 4_000_000_000, count: 48),
      roundTrips: Array(repeating: 123.456, count: 48))
    let series = HealthRecord.Series(
      start: "2026-03-01T14:05:07.000000000Z", length: 65_536, orig: wide, resp: wide)
    let lines = text(series, TerminalStyle()).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.contains(String(repeating: "=", count: 48)) })
  }

  @Test("is left out for connections without a course")
  func short() {
    #expect(text(nil, TerminalStyle()).isEmpty)
    let course = HealthRecord.Course(
      packets: [1, 2], bytes: [1, 2], retransmissions: [0, 0], roundTrips: [nil, nil])
    let series = HealthRecord.Series(
      start: "2026-03-01T14:05:07.000000000Z", length: 0.25, orig: course, resp: course)
    #expect(text(series, TerminalStyle()).isEmpty)
  }
}
