import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

/// The verdict of each fixture against what was done to the session when it was recorded.
@Suite("Verdicts against the truth") struct TruthTests {
  @Test("labels are there")
  func labelsExist() {
    #expect(LabelledFixture.all.count >= 20)
    #expect(Set(LabelledFixture.all.map(\.cause)).count >= 8)
  }

  @Test("cause, code and degradation are right", arguments: LabelledFixture.all)
  func verdictIsRight(fixture: LabelledFixture) throws {
    let report = CaptureAnalyzer.analyze([.file(fixture.url.path)], options: AnalysisOptions())
    let session = try #require(
      report.sessions.first { $0.facts.identity.client?.port == fixture.clientPort })
    let verdict = session.verdict
    #expect(
      verdict.cause.rawValue == fixture.cause || fixture.also.contains(verdict.cause.rawValue),
      "\(verdict.code.rawValue)")
    let pattern = try Regex(fixture.code)
    #expect(verdict.code.rawValue.wholeMatch(of: pattern) != nil, "\(verdict.code.rawValue)")
    #expect(verdict.confidence > 0.5)
    #expect(!verdict.evidence.isEmpty)
    #expect(!verdict.nextAction.isEmpty)
  }
}
