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
        let (own, expected) = (known.assessment(of: evidence), Judge.assessment(of: evidence))
        #expect(own.code == expected.code)
        #expect(own.confidence == expected.confidence)
        #expect(own.codeConfidence == expected.codeConfidence)
        #expect(own.numbered.map(\.share) == expected.numbered.map(\.share))
      }
    }
  }
}
