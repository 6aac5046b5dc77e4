@testable import Attribution
import Testing

@testable import Evidence

@Suite("Marks of codes") struct CodeMarkTests {
  @Test("differ for all codes that there are")
  func different() {
    let codes = Catalogue.evidence.map(\.code)
    #expect(Set(codes.map(\.mark.number)).count == Set(codes.map(\.rawValue)).count)
    let verdicts = Catalogue.verdicts.map(\.code)
    #expect(Set(verdicts.map(\.mark.number)).count == Set(verdicts.map(\.rawValue)).count)
  }

  @Test("are the text's: codes of the same text are one, however they came about")
  func same() {
    let text = EvidenceCode.tcpPathHealthy.rawValue
    #expect(EvidenceCode(rawValue: String(Array(text))) == .tcpPathHealthy)
    #expect(EvidenceCode(text + " ") != .tcpPathHealthy)
    #expect(VerdictCode(rawValue: String(Array("clean.probe"))) == .cleanProbe)
  }
}
