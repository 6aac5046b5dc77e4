@testable import Attribution
import Evidence
import Testing

@Suite("Assessments of a run") struct AssessmentsTests {
  private func evidence(_ code: EvidenceCode, _ strength: Double) -> Evidence {
    Evidence(code, strength: strength, "")
  }

  @Test("are those of the same evidence, whatever was asked before")
  func same() {
    let known = Assessments()
    let cases: [[Evidence]] = [
      [], [evidence(.tcpPathHealthy, 1)], [evidence(.tcpPathHealthy, 0.5)],
      [evidence(.serverResetMidSession, 1)],
      [evidence(.tcpPathHealthy, 1), evidence(.serverResetMidSession, 1)],
      [evidence(.captureStillRunning, 1)], [evidence(.clientFINMidSession, 1)],
      [evidence(.serverFINMidSession, 1)], [evidence(.tcpResetRace, 1)],
      [evidence(.tcpResetIgnored, 1)], [evidence(.x224FailureOther, 1)],
    ]
    // More kinds than are remembered.
    for _ in 0..<3 {
      for evidence in cases {
        let (judgement, fresh) = (known.judgement(of: evidence), Judgement(of: evidence))
        let (own, expected) = (judgement.assessment, fresh.assessment)
        #expect(own.code == expected.code)
        #expect(own.confidence == expected.confidence)
        #expect(own.codeConfidence == expected.codeConfidence)
        #expect(own.numbered.map(\.share) == expected.numbered.map(\.share))
        #expect(judgement.alternatives == fresh.alternatives)
        #expect(judgement.bearings.map(\.place) == fresh.bearings.map(\.place))
        #expect(judgement.bearings.map(\.weight) == fresh.bearings.map(\.weight))
      }
    }
  }
}
