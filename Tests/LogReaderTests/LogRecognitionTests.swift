import Testing

@testable import LogReader

@Suite("Recognition of logs") struct LogRecognitionTests {
  static let samples: [(LogFormat, String)] = [
    (.freeRDP, "[10:45:27:953] [19203:19206] [INFO][com.freerdp.gdi] - Local framebuffer format\n"),
    (.freeRDP, "[21:17:35:060] [27630:00006bf2] [INFO][com.freerdp.gdi] - [gdi_init_ex]: Local\n"),
    (.xrdp, "[20261128-10:48:36] [INFO ] starting xrdp with pid 31358\n"),
    (.xrdp, "[20261128-10:48:36] [INFO ] [pid:31358 tid:1399] listening to port 3389 on 0.0.0.0\n"),
    (.syslog, "Nov 28 07:52:28 TS01 xrdp[11102]: [INFO ] starting xrdp with pid 11102\n"),
    (.syslog, "2026-11-28T07:52:28+01:00 TS01 guacd[37488]: Security mode: Negotiate (ANY)\n"),
    (
      .journalJSON,
      "{\"__REALTIME_TIMESTAMP\": \"1\", \"SYSLOG_IDENTIFIER\": \"xrdp\", \"MESSAGE\": \"x\"}\n"
    ),
    (.eventXML, "<Event xmlns='http://x'><System><Provider Name='TermDD'/><EventID>56</EventID>"),
    (
      .eventText,
      "Log Name:      System\r\nSource:        TermDD\r\nEvent ID:      56\r\nLevel: Error\r\n"
    ),
    (
      .eventCSV,
      "Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\n"
        + "Info,29.04.2026 09:43:59,Microsoft-Windows-TerminalServices-Gateway,303,(3),\"Text\"\n"
    ),
    (.eventJSON, "[\n{\"Id\": 1149, \"ProviderName\": \"P\", \"LogName\": \"L\"}]"),
    (.virtualDesktop, "TimeGenerated [UTC],UserName,Code,CodeSymbolic,Message\n1,2,3,4,5\n"),
    (.windowsFirewall, "#Version: 1.5\n#Software: Microsoft Windows Firewall\n"),
    (.mstscDialog, "Remote Desktop Connection\nError code: 0x904\nExtended error code: 0x7\n"),
    (.weston, "[10:47:34.782] caught signal 15\n"),
    (.rdesktop, "Connection established using plain RDP.\n"),
  ]

  @Test("each form is told by its content", arguments: samples)
  func tells(sample: (LogFormat, String)) {
    #expect(LogRecognition.format(of: Array(sample.1.utf8)) == sample.0)
  }

  @Test("UTF-16 is read in both byte orders, with a mark and without")
  func utf16() {
    let text = "[20261128-10:48:36] [INFO ] starting xrdp with pid 31358\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
    for bytes in [little, big, [0xff, 0xfe] + little, [0xfe, 0xff] + big] {
      #expect(LogRecognition.format(of: bytes) == .xrdp)
    }
  }

  @Test(
    "what is no log is none",
    arguments: [
      // A table that quotes a log is none.
      "a.pcap\tidle\tc\td\te\tf\t[ERROR][com.freerdp.core] - ERRCONNECT_CONNECT_CANCELLED [0x0002000B]\n",
      "", "hello world\n", "<?xml version='1.0'?><pdml></pdml>", "{\"a\": 1}", "a,b,c\n1,2,3\n",
      "Nov 28 07:52:28 host cron[1]: started\n", "12:34:56.789012 IP 10.0.0.1.3389 > 10.0.0.2.1:\n",
    ])
  func refuses(text: String) {
    #expect(LogRecognition.format(of: Array(text.utf8)) == nil)
  }

  @Test("a capture's bytes are none")
  func capture() {
    let pcap: [UInt8] = [0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0] + Array(repeating: 0, count: 64)
    #expect(LogRecognition.format(of: pcap) == nil)
  }
}
