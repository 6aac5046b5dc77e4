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
        ✗ alice was not let in at 2026-03-01 14:05:07 UTC. The server refused the
          log-on: TSRequest with an error code after AUTHENTICATE.
          10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 to 14:05:26 UTC, 19.2 s
          credssp.logon_failure  (97 % sure)   phase credssp, ended by server
          User  alice (as the client announced it) on LAPTOP-7
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
        ✗ 10.0.0.5 lost the session at 2026-03-01 14:05:18 UTC. Both directions fell
          silent while data was on its way.
          10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 to 14:05:26 UTC, 19.2 s
          network.path_outage  (93 % sure)   phase active, ended by the path
          Why   + client sent the same segment 6 times without an answer (#398, #400,
                  #404)
          Path  client → server: 220 packets, 7 sent again, round trip 14 ms (95 % below
                  45 ms), nothing acknowledged in the last 8.2 s
                server → client: 192 packets
          Do    Check the client's Wi-Fi or VPN at 14:05:18 UTC.

        1 session: 1 dropped (network) · 1 input, 412 packets
        More on a code: rdpwhy explain network.path_outage

        """)
  }

  @Test("tells good ends in a few lines, after the drops")
  func clean() {
    #expect(
      text([Sample.clean, Sample.undetermined]) == """
        ? How the session of 10.0.0.5 ended is open; last seen at 2026-03-01 14:05:26
          UTC. The capture ends while the session looks healthy.
          10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 to 14:05:26 UTC, 19.2 s
          undetermined.capture_ends   phase active, end not seen
          Do    Capture until after the drop.
          Maybe clean.running 41 %, network.path_outage 22 %, open 37 %
          Need  A capture that goes on for a minute after the drop.

        ✓ The session of 10.0.0.5 ended at 2026-03-01 14:05:26 UTC. The user closed the
          session.
          10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 to 14:05:26 UTC, 19.2 s
          clean.client_closed  (99 % sure)

        2 sessions: 1 undetermined, 1 ended in order · 1 input, 412 packets
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
        ── alice: one try (credssp.logon_failure), then success after 20 s
           10.0.0.5 → 10.1.2.3:3389, 2 connections in 1 min 2 s   recovered
        ✗ alice was not let in at 2026-03-01 14:05:07 UTC. It ended.
          10.0.0.5:49811 → 10.1.2.3:3389   2026-03-01 14:05:07 to 14:05:26 UTC, 19.2 s
          credssp.logon_failure  (97 % sure)   phase credssp, ended by server
          User  alice (as the client announced it) on LAPTOP-7

        ✓ 2026-03-01 14:05:47  10.0.0.5:49811 → 10.1.2.3:3389  clean.client_closed
          (99 % sure)

        2 sessions: 1 failed log-on (credssp), 1 ended in order · 1 input, 412 packets
        More on a code: rdpwhy explain credssp.logon_failure

        """)
  }

  @Test("keeps a line for each session beyond the full stories, unless all are asked for")
  func many() {
    let sessions = (0..<30).map { index in
      Sample.session(
        Sample.verdict("server.closed", summary: "It ended.\(index)"),
        connection: Sample.connection(begins: index * 1000))
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
    #expect(told.hasPrefix("x alice was not let in at 2026-03-01"))
    #expect(told.contains("10.0.0.5:49811 -> 10.1.2.3:3389   2026-03-01"))
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

  /// Sessions of several clients, lost as many milliseconds after the first as is said.
  private func lost(
    _ moments: [Int64], servers: [UInt32] = [0x0A01_0203], code: String = "server.terminated",
    phase: Phase = .active,
    action: String = "Read the System log around that minute: 7031 and 7034."
  ) -> [SessionReport] {
    moments.enumerated().map { index, moment in
      let connection = Sample.connection(
        client: Endpoint(address: IPAddress(v4: 0x0A00_0005 + UInt32(index)), port: 50_000),
        server: Endpoint(
          address: IPAddress(v4: servers[index % servers.count]), port: 3389), lasts: moment)
      return Sample.session(
        Sample.verdict(
          code, confidence: 0.93 + Double(index) / 100, summary: "The server's end died.",
          nextAction: action, phase: phase, settledBy: ["the server's log"],
          evidence: [Sample.evidence("e.e", .supports, 1, "a bare FIN", frames: [569 + index])]),
        connection: connection)
    }
  }

  @Test("sessions lost in one moment to one server are told as one loss, with one thing to do")
  func together() {
    let told = text(lost([20_000, 20_300, 20_400]))
    #expect(
      told.hasPrefix(
        """
        ✗ 3 sessions with 10.1.2.3 were lost together at 2026-03-01 14:05:27 UTC. The
          server's end died.
          server.terminated  (93 % to 95 % sure)
          Do    Read the System log around that minute: 7031 and 7034.
          Need  the server's log
          2026-03-01 14:05:27 UTC  10.0.0.5:50000 → 10.1.2.3:3389  20.0 s
              + a bare FIN (#569)
          2026-03-01 14:05:27 UTC  10.0.0.6:50000 → 10.1.2.3:3389  20.3 s
              + a bare FIN (#570)

        """))
    #expect(told.components("Read the System log") == 1 && told.components("the server's log") == 1)
    #expect(told.contains("3 sessions: 3 dropped (server)"))
    // Two are enough for that, but not with two servers, and not a minute apart.
    #expect(text(lost([20_000, 20_300])).contains("2 sessions with 10.1.2.3 were lost together"))
    let apart = text(lost([20_000, 80_000]))
    #expect(!apart.contains("together") && apart.components(" lost the session at ") == 2)
    let others = text(lost([20_000, 20_300], servers: [0x0A01_0203, 0x0A01_0204]))
    #expect(!others.contains("together"))
    let all = text(lost([20_000, 20_300, 20_400]), showsAll: true)
    #expect(all.components(" lost the session at ") == 3)
  }

  @Test("what to do is said once per code, however many sessions have it")
  func onceForAll() {
    // Of two servers: told one by one, and the second time by reference.
    let pair = text(
      lost(
        [20_000, 90_000],
        action: "Read the System log around that minute: 7031 (crash), 7034, 7036."))
    #expect(pair.components("Read the System log") == 1)
    #expect(pair.contains("as said above for server.terminated"))
    let probes = text(lost((0..<154).map { Int64($0) * 10 }, code: "clean.probe", phase: .tcp))
    #expect(probes.hasPrefix("○ 154 connections with 10.1.2.3 came and went at "))
    #expect(probes.contains("and 134 more; --all tells each in full"))
    #expect(probes.split(separator: "\n").count < 60)
  }

  @Test("files of a session are letters in its sentences, with one legend")
  func letters() {
    let name = "/a/very/long/path/of-a-capture-at-the-server.pcapng"
    var session = Sample.refusal
    session.verdict.evidence[0].evidence.references = [
      Sample.frame(3, input: 0), Sample.frame(19, input: 1),
    ]
    let told = text([session], inputs: [Sample.input("client.pcapng"), Sample.input(name)])
    #expect(told.contains("  In    A = client.pcapng (client)\n        B = \(name)\n"))
    #expect(told.contains("(A#3, B#19)"))
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map(SessionWords.letter) == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
      ])
  }

  @Test("the reader's clock stands beside UTC where it was asked for, in text and in Markdown")
  func zone() throws {
    let zone = try #require(ReportZone(name: "Asia/Kolkata"))
    let report = Sample.report([Sample.outage])
    let told = TextReport(.init(style: TerminalStyle(width: 120), zone: zone)).text(of: report)
    #expect(told.contains("at 2026-03-01 14:05:18 UTC (19:35:18 Asia/Kolkata)."))
    #expect(
      told.contains("14:05:07 to 14:05:26 UTC (2026-03-01 19:35:07 to 19:35:26 Asia/Kolkata)"))
    let ticket = MarkdownReport(zone: zone).text(of: report)
    #expect(ticket.contains("| Lost | 2026-03-01 14:05:18 UTC (19:35:18 Asia/Kolkata) |"))
    // Another day there.
    let late = try #require(ReportZone(name: "Pacific/Auckland"))
    #expect(
      TextReport(.init(style: TerminalStyle(), zone: late)).text(of: report)
        .contains("(2026-03-02 03:05:18"))
  }

  @Test("a session that began before its capture is not told as if it were whole")
  func beginsBefore() {
    var session = Sample.clean
    #expect(!text([session]).contains("begins in the middle"))
    session.wire?.connection.handshake.syn = nil
    #expect(text([session]).contains("! The capture begins in the middle of the session"))
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
