import Attribution
import Evidence
import RDPProtocol
@testable import Reporting
import Testing

@Suite("What became of a session") struct SessionFateTests {
  static let cases: [(code: String, phase: Phase, fate: SessionFate)] = [
    ("network.path_outage", .active, .dropped), ("server.terminated", .active, .dropped),
    ("credssp.logon_failure", .credssp, .failedLogon),
    ("negotiation.hybrid_required", .x224, .failedConnection),
    ("network.syn_unanswered", .tcp, .failedConnection),
    ("server.port_closed", .tcp, .failedConnection), ("clean.probe", .tcp, .probe),
    ("undetermined.not_rdp", .tcp, .notRDP), ("clean.superseded", .x224, .fallback),
    ("clean.client_closed", .active, .ended), ("clean.running", .active, .running),
    ("undetermined.mid_session", .active, .undetermined),
  ]

  @Test("only what had come up and was lost is dropped", arguments: cases)
  func fates(code: String, phase: Phase, fate: SessionFate) {
    #expect(SessionFate(code: VerdictCode(code), phase: phase) == fate)
  }

  @Test("a scanner's probe stands behind a desktop that was lost, whatever their causes")
  func order() {
    func session(_ code: String, _ phase: Phase) -> Int {
      SessionOrder.rank(Sample.session(Sample.verdict(code, phase: phase)))
    }
    #expect(session("client.terminated", .active) < session("network.syn_unanswered", .tcp))
    #expect(session("credssp.logon_failure", .credssp) < session("server.port_closed", .tcp))
    #expect(session("undetermined.mid_session", .active) < session("undetermined.not_rdp", .tcp))
  }

  @Test("counts are named in the same words")
  func words() {
    let counts: [SessionFate: [String: Int]] = [
      .dropped: ["network": 2, "server": 1], .failedLogon: ["credssp": 1], .ended: ["clean": 4],
      .running: ["clean": 2], .fallback: ["clean": 1],
    ]
    #expect(
      FateWords.line(counts)
        == "3 dropped (2 network, 1 server), 1 failed log-on (credssp), 2 still running, 1 fallback, "
        + "4 ended in order")
  }

  @Test("a session that still runs is said to have ended nowhere")
  func running() throws {
    let session = Sample.session(
      Sample.verdict(
        "clean.running", summary: "The session was still running when the capture ended.",
        endedBy: .nobody))
    let report = Sample.report([session])
    let told =
      try [
        TextReport(.init(style: TerminalStyle())).text(of: report),
        MarkdownReport(showsAll: true).text(of: report), HTMLReport().text(of: report),
        SummaryText(style: TerminalStyle()).text(
          of: SummaryDocument(Summary(report), tool: report.tool)),
      ]
    for text in told {
      #expect(text.contains("still running"))
      #expect(!text.contains("ended in order") && !text.contains("ended well"))
    }
    let record = String(decoding: Sample.line(report), as: UTF8.self)
    #expect(record.contains("\"outcome\":\"running\""))
    let summary = SummaryDocument(Summary(report), tool: report.tool)
    #expect(summary.running == 1 && summary.probes == 0)
  }
}
