import Testing

@testable import LogReader

@Suite("Fronts of program lines") struct ProgramLineTests {
  private func line(_ text: String) -> ProgramLine? { ProgramLine(Array(text.utf8)[...]) }

  @Test("FreeRDP 2 and 3: decimal and hexadecimal threads, milliseconds as a number")
  func freeRDP() throws {
    let two = try #require(line("[09:46:04:52] [18023:18024] [INFO][com.freerdp.core] - message"))
    #expect(two.time.nanosecond == 52_000_000)
    #expect(two.process == 18_023 && two.thread == 18_024 && two.message.text == "message")
    let three = try #require(
      line("[09:46:04:052] [18023:00004669] [INFO][com.freerdp.core] - [f]: m"))
    #expect(three.thread == 0x4669)
  }

  @Test("a prompt may stand before FreeRDP's line")
  func embedded() throws {
    let text =
      "Do you trust it? (Y/T/N) [10:46:16:301] [21711:21723] [ERROR][com.freerdp.crypto] - no"
    #expect(try #require(line(text)).message.text == "no")
  }

  @Test(
    "xrdp's fronts in files and behind syslog's",
    arguments: [
      "[20261128-10:48:36] [INFO ] connected ok",
      "[20261128-10:48:36] [INFO ] [pid:31358 tid:139947567305728] connected ok",
      "[20220224-10:56:05] [INFO ] [g_sck_accept(os_calls.c:1384)] connected ok",
      "[2022-02-24T10:56:05.123+0100] [INFO ] connected ok",
      "Apr 14 09:24:31 host xrdp[3357]: (3357)(140137406555968)[INFO ] connected ok",
      "Nov 28 07:52:28 TS01 xrdp[11102]: [INFO ] connected ok",
    ])
  func xrdp(text: String) throws {
    var found = try #require(line(text))
    if found.form == .syslog { found.stripXRDP() }
    #expect(found.message.text == "connected ok")
  }

  @Test("every prefix of a line is read without harm")
  func prefixes() {
    let text =
      "[20261128-10:48:36] [INFO ] [pid:31358 tid:1] Socket 11: AF_INET6 connection received"
    for count in 0...text.utf8.count {
      _ = ProgramLine(Array(text.utf8.prefix(count))[...])
    }
    #expect(line(text)?.process == 31_358)
  }
}
