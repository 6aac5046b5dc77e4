import Evidence
import Foundation
import RDPProtocol
@testable import Reporting
import Support
import Testing

@Suite("Comparison") struct ComparisonTests {
  /// Computed apart from the definitions: the hypergeometric tails, and Newcombe (1998), method 10.
  @Test(
    "chance is Fisher's, two-sided",
    arguments: [
      (1, 10, 8, 10, 0.005_477), (0, 5, 1, 5, 1.0), (3, 10, 3, 10, 1.0),
      (10, 100, 30, 100, 0.000_65),
    ])
  func fisher(before: Int, beforeOf: Int, after: Int, afterOf: Int, expected: Double) throws {
    let test = ProportionTest(before: before, beforeOf: beforeOf, after: after, afterOf: afterOf)
    let chance = try #require(test.chance)
    #expect(abs(chance - expected) < 0.000_1, "\(chance)")
  }

  @Test(
    "intervals are Newcombe's",
    arguments: [(56, 70, 48, 80, -0.3339, -0.0524), (9, 10, 3, 10, -0.8090, -0.1705)])
  func newcombe(before: Int, beforeOf: Int, after: Int, afterOf: Int, low: Double, high: Double)
    throws
  {
    let test = ProportionTest(before: before, beforeOf: beforeOf, after: after, afterOf: afterOf)
    let interval = try #require(test.interval)
    #expect(abs(interval.low - low) < 0.000_2 && abs(interval.high - high) < 0.000_2, "\(interval)")
  }

  @Test("no sessions on one side compare with nothing")
  func empty() {
    let test = ProportionTest(before: 0, beforeOf: 0, after: 3, afterOf: 5)
    #expect(test.chance == nil && test.interval == nil && test.difference == nil)
    #expect(ComparedShare("x", test, among: 1).change == .incomparable)
    #expect(ProportionTest(before: 2, beforeOf: 2, after: 0, afterOf: 2).chance ?? 0 > 0.3)
  }

  private func results(_ counts: [(String, Int)]) -> ComparedResults {
    var results = ComparedResults(name: "r")
    for (code, count) in counts {
      for number in 0..<count {
        results.add(
          .init(
            cause: String(code.prefix { $0 != "." }), code: code,
            fate: SessionFate(code: VerdictCode(code), phase: .active), isDegraded: false,
            server: "10.0.0.\(number % 3)", clientNetwork: "10.1.0.0/24",
            start: "2026-03-01T14:05:07.123456789Z"))
      }
    }
    return results
  }

  @Test("many sessions prove a change, few do not; new and vanished codes are named")
  func changes() throws {
    let few = Comparison(
      before: results([("clean.running", 3), ("network.loss", 1)]),
      after: results([("clean.running", 2), ("tls.alert", 2)]),
      tool: Tool(name: "rdpwhy", version: "0"))
    #expect(few.codes.first { $0.name == "tls.alert" }?.change == .new)
    #expect(few.codes.first { $0.name == "network.loss" }?.change == .vanished)
    #expect(few.codes.allSatisfy { !$0.isProven })
    let many = Comparison(
      before: results([("clean.running", 300), ("network.loss", 10)]),
      after: results([("clean.running", 200), ("network.loss", 110)]),
      tool: Tool(name: "rdpwhy", version: "0"))
    #expect(many.drops.change == .more)
    #expect(many.causes.first { $0.name == "network" }?.change == .more)
    #expect(ComparisonWords(comparison: many).headline.hasPrefix("More sessions drop"))
  }

  @Test("sessions of both sides, and sides of the same time, are said")
  func sameSessions() {
    func side(_ uids: [String], day: Int) -> ComparedResults {
      var side = ComparedResults(name: "side")
      for uid in uids {
        side.add(
          ComparedResults.Session(
            cause: "network", code: "network.loss", fate: .dropped, isDegraded: false,
            server: "10.0.0.\(day)", clientNetwork: "10.1.0.0/24",
            start: "2026-03-0\(day)T10:00:00.000000000Z", uid: uid))
      }
      return side
    }
    func words(_ before: ComparedResults, _ after: ComparedResults) -> ComparisonWords {
      ComparisonWords(
        comparison: Comparison(
          before: before, after: after, tool: Tool(name: "rdpwhy", version: "0")))
    }
    let same = words(side(["A", "B"], day: 1), side(["B"], day: 1))
    #expect(same.caution?.contains("1 session is on both sides") ?? false)
    #expect(same.caution?.contains("sessions of the same time") ?? false)
    let twice = words(side(["A", "B"], day: 1), side(["B", "A"], day: 1))
    #expect(twice.caution?.hasPrefix("Both sides hold the same sessions") ?? false)
    #expect(twice.sections.allSatisfy { $0.rows.isEmpty && $0.unchanged > 0 })
    let apart = words(side(["A", "B"], day: 1), side(["C"], day: 2))
    #expect(!(apart.caution ?? "").contains("both sides hold"))
    #expect(!(apart.caution ?? "").contains("on both sides and"))
    // Each server is on one side only: nothing to show.
    #expect(!apart.sections.contains { $0.title.hasPrefix("Servers") })
  }

  @Test("what did not change is counted, not listed")
  func unchanged() {
    let comparison = Comparison(
      before: results([("clean.running", 4), ("network.loss", 2), ("tls.alert", 2)]),
      after: results([("clean.running", 4), ("network.loss", 3), ("tls.alert", 1)]),
      tool: Tool(name: "rdpwhy", version: "0"))
    let codes = ComparisonWords(comparison: comparison).sections.first {
      $0.title.hasPrefix("Codes")
    }
    #expect(codes?.rows.map(\.name).sorted() == ["network.loss", "tls.alert"])
    #expect(codes?.unchanged == 1)
    let text = ComparisonText(comparison).text(style: TerminalStyle())
    #expect(text.contains("1 without a change"))
  }

  @Test("a session that never came up did not drop")
  func refused() {
    var results = ComparedResults(name: "r")
    let fate = SessionFate(code: .credsspLogonFailure, phase: .credssp)
    results.add(
      .init(
        cause: "credssp", code: "credssp.logon_failure", fate: fate, isDegraded: false,
        server: "10.0.0.1", clientNetwork: "10.1.0.0/24", start: ""))
    #expect(results.sessions == 1)
    #expect(results.drops == 0)
    #expect(results.causes == ["credssp": 1])
  }

  @Test("the schema accepts it, and hostile names stay text")
  func forms() throws {
    var hostile = results([("network.loss", 4)])
    hostile.add(
      .init(
        cause: "tls", code: "tls.alert", fate: .failedConnection, isDegraded: true,
        server: "<script>\u{202E}|`x`", clientNetwork: "\u{1B}[31m", start: ""))
    let comparison = Comparison(
      before: hostile, after: hostile, tool: Tool(name: "rdpwhy", version: "0"))
    let value = try JSONValue(comparison.json())
    #expect(try RecordSchemaTests.problems(in: value, .comparison) == [])
    let text = ComparisonText(comparison)
    #expect(!text.html.contains("<script"))
    #expect(!text.markdown.contains("<script>\u{202E}"))
  }
}
