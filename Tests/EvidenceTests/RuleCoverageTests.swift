import Testing

@testable import Evidence

/// Every code that a rule can yield has a story in which it does.
@Suite("Coverage of the rules") struct RuleCoverageTests {
  static let cases: [RuleCase] =
    ConnectingRulesTests.cases + PathRulesTests.outages + PathRulesTests.blackHoles
    + PathRulesTests.idleTimers + PathRulesTests.resets + PathRulesTests.health
    + NegotiationRulesTests.failures + NegotiationRulesTests.others + TLSRulesTests.hellos
    + TLSRulesTests.alerts + TLSRulesTests.abandoned + TLSRulesTests.records
    + CredSSPRulesTests.refusals + CredSSPRulesTests.statuses + CredSSPRulesTests.versions
    + CredSSPRulesTests.withdrawals + CredSSPRulesTests.stalls
    + HostRulesTests.hangs + HostRulesTests.serverEnds + HostRulesTests.clientEnds
    + HostRulesTests.statements + ProtocolRulesTests.malformed
    + ProtocolRulesTests.standardSecurity + StoryRulesTests.goodbyes + StoryRulesTests.stories
    + StoryRulesTests.captures + SurroundingsRulesTests.moments
    + SurroundingsRulesTests.answers + SurroundingsRulesTests.inspections
    + SurroundingsRulesTests.captures + UDPRulesTests.transports + CarrierRulesTests.tunnels
    + PathRulesTests.deadPaths + PathRulesTests.pace + EndRulesTests.alerts
    + EndRulesTests.servers + EndRulesTests.timers + EndRulesTests.blackHoles
    + EndRulesTests.strangers + EndRulesTests.missing + EndRulesTests.checks
    + ScreenRulesTests.cases + UnseenCloseTests.cases + StrangerRulesTests.cases
    + SequenceEndTests.cases + SequenceEndTests.others

  @Test("every code has a story that yields it")
  func everyCodeIsYielded() {
    let told = Set(Self.cases.filter(\.isYielded).map(\.code))
    // What logs and two points say is told in the tests of their own targets.
    let codes = Set(RuleBook.yields.map(\.rawValue)).filter {
      !$0.hasPrefix("log.") && !$0.hasPrefix("path.")
    }
    #expect(codes.count > 80)
    #expect(codes.subtracting(told).sorted() == [])
  }

  @Test("a quiet running session yields nothing but that it runs")
  func nothingOutOfNothing() {
    #expect(SessionScript.active().codes == ["capture.still_running"])
    #expect(SessionScript().codes == ["capture.ends_early"])
  }

  @Test("evidence names at most eight packets, and a strength between 0 and 1")
  func evidenceIsBounded() {
    for item in Self.cases.flatMap(\.script.evidence) {
      #expect(item.references.count <= 8, "\(item.code)")
      #expect((0...1).contains(item.strength), "\(item.code)")
      #expect(!item.summary.isEmpty, "\(item.code)")
    }
  }

  @Test("no rule gives a code that it does not declare")
  func givenCodesAreDeclared() {
    for told in Self.cases {
      let facts = told.script.facts
      for rule in RuleBook.all {
        let given = Set(rule.evidence(in: facts).map(\.code))
        let undeclared = given.subtracting(type(of: rule).yields)
        #expect(undeclared.isEmpty, "\(type(of: rule)): \(undeclared.sorted())")
      }
    }
  }
}
