@testable import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
@testable import Reporting
@testable import TCPStreams
import Testing

@Suite("Text report") struct TextReportTests {
  @Test("tells a refused log-on as a story with reasons for and against")
  func refusal() {
    #expect(
      text([Sample.refusal]) == """
        ✗ 10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 UTC   19.2 s
          credssp.logon_failure  (97 % sure)   phase credssp, ended by server
          The server refused the log-on: TSRequest with an error code after
          AUTHENTICATE.
          User  alice (as the client announced it)
          Why   + server answered the password proof with an errorCode-sized record
                  (#19)
                + server closed 3 ms later (#20, #21, #22 …)
                − path lost 3 % of segments (#12, #14)
          Do    Check user name, domain and password; look at event 4625 on the server
                for the reason.
          Else  server.closed 2 %

        1 session: 1 failed log-on (credssp) · 1 input, 412 packets
        More on a code: rdpwhy explain credssp.logon_failure

        """)
  }

  @Test("shows the path's numbers where the path is the cause")
  func outage() {
    #expect(
      text([Sample.outage]) == """
        ✗ 10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 UTC   19.2 s
          network.path_outage  (93 % sure)   phase active, ended by the path
          Both directions fell silent while data was on its way.
          Why   + client sent the same segment 6 times without an answer (#398, #400,
                  #404)
          Path  client → server: 220 packets, 6.4 % lost, 6 sent again, round trip 14 ms
                  (95 % below 45 ms), longest outage 8.2 s
                server → client: 192 packets
          Do    Check the client's Wi-Fi or VPN at 14:05:18 UTC.

        1 session: 1 dropped (network) · 1 input, 412 packets
        More on a code: rdpwhy explain network.path_outage

        """)
  }

  @Test("tells good ends in two lines, after the drops")
  func clean() {
    #expect(
      text([Sample.clean, Sample.undetermined]) == """
        ? 10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 UTC   19.2 s
          undetermined.capture_ends   phase active, end not seen
          The capture ends while the session looks healthy.
          Do    Capture until after the drop.
          Maybe clean.running 41 %, network.path_outage 22 %
          Need  A capture that goes on for a minute after the drop.

        ✓ 10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 UTC   19.2 s
          clean.client_closed  (99 % sure) · The user closed the session.

        2 sessions: 1 undetermined, 1 ended well · 1 input, 412 packets
        More on a code: rdpwhy explain undetermined.capture_ends

        """)
  }

  @Test("puts the connections of one user story under one heading, in their order")
  func group() {
    var retry = Sample.clean
    retry.wire?.connection = Sample.connection(begins: 40_000, lasts: 22_000)
    retry.wire?.trace.mcs.active = Sample.frame(3, at: 41_000)
    retry.attempt = Attempt(group: 7, role: .success, ordinal: 2, size: 2)
    var refused = Sample.session(
      Sample.verdict("credssp.logon_failure", phase: .credssp), trace: Sample.refusedTrace)
    refused.attempt = Attempt(group: 7, role: .try, ordinal: 1, size: 2)
    #expect(
      text([retry, refused]) == """
        ── 10.0.0.5 → 10.1.2.3:3389: 2 connections in 1 min 2 s   recovered
           credssp.logon_failure  (97 % sure) · one try (credssp.logon_failure), then
           success after 20 s
        ✗ 10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 UTC   19.2 s
          credssp.logon_failure  (97 % sure)   phase credssp, ended by server
          It ended.
          User  alice (as the client announced it)

        ✓ 2026-03-01 14:05:47  10.0.0.5:49811 → 10.1.2.3:3389  clean.client_closed
          (99 % sure)

        2 sessions: 1 failed log-on (credssp), 1 ended well · 1 input, 412 packets
        More on a code: rdpwhy explain credssp.logon_failure

        """)
  }

  @Test("keeps a line for each session beyond the full stories, unless all are asked for")
  func many() {
    let sessions = (0..<30).map { index in
      Sample.session(
        Sample.verdict("server.closed"), connection: Sample.connection(begins: index * 1000))
    }
    let brief = text(sessions)
    #expect(brief.components("It ended.") == 20)
    #expect(
      brief.contains(
        """
        \n✗ 2026-03-01 14:05:36  10.0.0.5:49811 → 10.1.2.3:3389  server.closed  (97 %
          sure)

        30 sessions: 30 dropped (server)
        """))
    #expect(text(sessions, showsAll: true).components("It ended.") == 30)
  }

  @Test("tells good ends in full where all are asked for")
  func allClean() {
    #expect(text([Sample.clean], showsAll: true).contains("phase active, ended by client"))
  }

  @Test("names the inputs where there are several")
  func severalInputs() {
    let inputs = [Sample.input("ring_1.pcap"), Sample.input("ring_2.pcap"), Sample.unreadable()]
    let told = text([Sample.refusal], inputs: inputs)
    #expect(told.contains("\n  In    ring_1.pcap\n"))
    #expect(
      told.contains(
        "1 session: 1 failed log-on (credssp) · 3 inputs (1 unreadable), 824 packets\n"))
  }

  @Test("uses plain letters where the locale has no Unicode")
  func ascii() {
    let told = text([Sample.refusal], style: TerminalStyle(usesUnicode: false))
    #expect(told.hasPrefix("x 10.0.0.5:49811 -> 10.1.2.3:3389   2026-03-01"))
    #expect(told.contains("        - path lost 3 % of segments"))
    #expect(told.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("orders by cause, then a sick path, then time")
  func order() {
    let codes: [(String, Bool, Int64)] = [
      ("clean.running", false, 0), ("clean.running", true, 1), ("undetermined.one_sided", false, 2),
      ("negotiation.refused", false, 3), ("network.loss", false, 9), ("network.loss", true, 8),
      ("network.loss", true, 4),
    ]
    let sessions = codes.map { code, degraded, begins in
      Sample.session(
        Sample.verdict(code, degraded: degraded), connection: Sample.connection(begins: begins))
    }
    #expect(SessionOrder.groups(sessions) == [[6], [5], [4], [3], [2], [1], [0]])
  }

  @Test(
    "keeps within 80 columns whatever the names are",
    arguments: [
      String(repeating: "x", count: 5000), String(repeating: "漢字", count: 60),
      String(repeating: "é ", count: 90), "a\u{301}\u{301}\u{301}",
    ])
  func width(name: String) {
    var session = Sample.refusal
    session.verdict.summary = name
    session.verdict.nextAction = name
    session.verdict.settledBy = [name]
    session.verdict.evidence = [Sample.evidence("e.e", .supports, 1, name, frames: [1])]
    let address = IPAddress(high: 0x2001_0db8_1111_2222, low: 0x3333_4444_5555_6666)
    session.wire?.connection.client.address = address
    session.wire?.connection.server.address = address
    let told = text([session, Sample.outage], inputs: [Sample.input(name), Sample.input("b")])
    for line in told.split(separator: "\n") {
      #expect(line.unicodeScalars.reduce(0) { $0 + $1.columns } <= 80, "\(line)")
    }
    #expect(told.contains("[2001:db8:1111:2222:3333:4444:5555:6666]:49811"))
  }

  private func text(
    _ sessions: [SessionReport], inputs: [InputReport] = [Sample.input()],
    style: TerminalStyle = TerminalStyle(), showsAll: Bool = false
  ) -> String {
    TextReport(.init(style: style, showsAll: showsAll))
      .text(of: Sample.report(sessions, inputs: inputs))
  }
}

extension String {
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
