@testable import Analysis
@testable import Attribution
import Evidence
import Foundation
@testable import Reporting
import Testing

@Suite("Evaluation report") struct EvaluationReportTests {
  private static func report(fits: Bool = false, unreadable: Int = 0) -> EvaluationReport {
    let right = GradedVerdict(
      label: Label(file: "right.pcap", cause: .credssp), verdict: Sample.refusal.verdict)
    let wrong = GradedVerdict(
      label: Label(file: "wrong.pcap", cause: .server, also: [.client], codePattern: "server.*"),
      verdict: Sample.outage.verdict)
    let absent = GradedVerdict(
      label: Label(file: "absent\u{1B}[31m.pcap", cause: .tls), verdict: nil)
    var captures = LabelledCaptures([], options: AnalysisOptions()) { $0 }
    captures.graded = [right, wrong, absent]
    captures.unreadable = (0..<unreadable).map { Sample.unreadable("\($0).txt") }
    return EvaluationReport(captures, fits: fits)
  }

  private static func text(_ report: EvaluationReport) -> String {
    EvaluationText(style: TerminalStyle(color: .never, isTerminal: false, environment: [:]))
      .text(of: report)
  }

  @Test("tells scores and every miss with its evidence")
  func tellsMisses() {
    let text = Self.text(Self.report())
    #expect(text.contains("3 labelled sessions in 3 scenarios"))
    #expect(text.contains("1 of 3 (33.3 %)"))
    #expect(text.contains("wrong with 0.9 or more  1"))
    #expect(text.contains("client|server (server.*)") || text.contains("server|client (server.*)"))
    #expect(text.contains("network.path_outage 0.935, phase active"))
    #expect(text.contains("tcp.unanswered_retransmissions"))
    #expect(text.contains("the capture holds no such session"))
    #expect(!text.contains("right.pcap"))
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("Fit"))
  }

  @Test("tells the fit where it was asked for")
  func tellsFit() {
    #expect(Self.text(Self.report(fits: true)).contains("left out one of 2 scenarios"))
  }

  @Test("writes a record with every figure")
  func record() throws {
    let data = EvaluationRecord(Self.report(unreadable: 1)).json()
    #expect(try RecordSchemaTests.problems(in: JSONValue(data), .evaluation) == [])
    let value = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(value["schema"] as? String == "rdpwhy/evaluation/1")
    #expect(value["sessions"] as? Int == 3)
    #expect(value["cause_right"] as? Int == 1)
    #expect(value["confidently_wrong"] as? Int == 1)
    #expect((value["unreadable"] as? [String])?.count == 1)
    #expect(value["fit"] is NSNull)
    let misses = try #require(value["misses"] as? [[String: Any]])
    #expect(misses.count == 2)
    #expect(misses[0]["wanted_causes"] as? [String] == ["server", "client"])
    #expect(misses[1]["code"] is NSNull)
  }

  @Test("is partial where captures were unreadable, and nothing without sessions")
  func outcome() {
    #expect(Self.report().outcome == .analysed)
    #expect(Self.report(unreadable: 1).outcome == .partial)
    var none = LabelledCaptures([], options: AnalysisOptions()) { $0 }
    none.unreadable = [Sample.unreadable()]
    #expect(EvaluationReport(none, fits: true).outcome == .nothing)
  }

  @Test("unreadable captures are set apart, whatever their labels")
  func unreadable() {
    let label = Label(file: "/no/such/capture.pcap", cause: .clean)
    let captures = LabelledCaptures([label, label], options: AnalysisOptions()) { $0 }
    #expect(captures.graded.isEmpty)
    #expect(captures.unreadable.map(\.name) == ["/no/such/capture.pcap"])
  }

  @Test(
    "writes numbers with their digits",
    arguments: [
      (0.0, 2, "0.00"), (-1.25, 1, "-1.3"), (0.999_6, 3, "1.000"), (12.05, 2, "12.05"),
      (.nan, 2, "-"),
    ])
  func decimals(value: Double, digits: Int, text: String) {
    #expect(Quantity.decimal(value, digits: digits) == text)
  }
}
