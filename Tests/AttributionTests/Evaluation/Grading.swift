import Evidence
import RDPProtocol

@testable import Attribution

/// Graded verdicts by hand.
enum Grading {
  static func graded(
    _ label: Label, _ code: String?, confidence: Double = 0.95, degraded: Bool = false,
    evidence: [String] = []
  ) -> GradedVerdict {
    GradedVerdict(
      label: label,
      verdict: code.map { code in
        Verdict(
          code: VerdictCode(code), confidence: confidence, summary: "", nextAction: "",
          alternatives: [], settledBy: [], phase: .active, endedBy: .unknown, degraded: degraded,
          evidence: evidence.map {
            WeighedEvidence(evidence: Evidence(EvidenceCode($0), ""), bearing: .supports, weight: 1)
          })
      })
  }

  static func label(
    _ cause: Cause, also: Set<Cause> = [], code: String? = nil, degraded: Bool? = nil,
    scenario: String? = nil
  ) -> Label {
    Label(
      file: "a.pcap", scenario: scenario, cause: cause, also: also, codePattern: code,
      isDegraded: degraded)
  }
}
