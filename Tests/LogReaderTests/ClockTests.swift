import CaptureReader
import Testing

@testable import LogReader

@Suite("Clocks of logs") struct ClockTests {
  private static let line = "[20261128-10:48:36] [INFO ] starting xrdp with pid 31358\n"

  private func first(_ text: String, _ options: LogOptions) throws -> Int64 {
    try #require(try LogText.contents(text, options: options).events.first).time.nanoseconds
      / 1_000_000_000
  }

  @Test(
    "a zone moves stamps that name none",
    arguments: [("UTC", 0), ("+01:00", 3_600), ("Europe/Berlin", 3_600), ("-0530", -19_800)])
  func zone(name: String, seconds: Int64) throws {
    let plain = try first(Self.line, LogOptions())
    let zone: LogZone = try #require(LogZone(name))
    let moved = try first(Self.line, LogOptions(zone: zone))
    #expect(plain - moved == seconds)
  }

  @Test("names of no zone are refused", arguments: ["", "Mars/Olympus", "+25:00", "+x"])
  func noZone(name: String) {
    #expect(LogZone(name) == nil)
  }

  @Test("what is assumed is said")
  func assumptions() throws {
    let text = "[10:45:27:953] [1:2] [INFO][com.freerdp.gdi] - Local framebuffer format\n"
    let clock = try LogText.contents(text).clock
    #expect(!clock.hasDate && !clock.isZoneKnown && clock.hasForeignMilliseconds)
    #expect(clock.uncertainty == .seconds(1))
    #expect(clock.assumptions.count == 2)
  }

  @Test("midnight passes")
  func midnight() throws {
    let text = """
      [23:59:59:900] [1:2] [INFO][com.freerdp.gdi] - Local framebuffer format
      [00:00:01:100] [1:2] [ERROR][com.freerdp.core] - x ERRCONNECT_CONNECT_CANCELLED [0x0002000B]
      """
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.duration == .milliseconds(1_200))
  }

  @Test("a reference gives date and year")
  func reference() throws {
    let reference = Timestamp(nanoseconds: 1_795_863_148 * 1_000_000_000)
    let time = try first(
      "Nov 28 07:52:28 TS01 xrdp[1]: [INFO ] starting xrdp with pid 1\n",
      LogOptions(reference: reference))
    #expect(abs(time - 1_795_863_148) < 86_400)
  }

  @Test("days and dates agree", arguments: [-134_774, -1, 0, 59, 18_321, 20_785, 2_932_896])
  func calendar(days: Int64) {
    let date = CivilTime.date(days: days)
    #expect(CivilTime.days(date.year, date.month, date.day) == days)
  }
}
