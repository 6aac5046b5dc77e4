@testable import Batch
import Reporting
import Testing

@Suite("Coverage of a plan") struct PlanCoverageTests {
  private func parts(_ series: [(name: String, first: Int, files: Int)]) -> ImportedParts {
    var parts = ImportedParts()
    for item in series {
      parts.add(
        ObservationHead(
          series: item.name, isLog: false, firstInput: item.first, files: item.files,
          filesFailed: 0, filesPartial: 0, bytes: 0, sessions: 0, transports: 0))
    }
    return parts
  }

  @Test("holes in the numbers of inputs are missing parts, wherever they are")
  func gaps() {
    let coverage = PlanCoverage(in: parts([("d", 7, 1), ("b", 1, 2), ("c", 4, 1)]))
    #expect(
      coverage.gaps == [
        .init(inputs: 1, after: nil, before: "b"), .init(inputs: 1, after: "b", before: "c"),
        .init(inputs: 2, after: "c", before: "d"),
      ])
    #expect(!coverage.isExact)
  }

  @Test("a whole plan has none, also where a file shows two points and one part comes twice")
  func whole() {
    let coverage = PlanCoverage(
      in: parts([("a", 0, 2), ("b", 1, 1), ("c", 2, 3), ("e", 5, 0), ("b", 1, 1)]))
    #expect(coverage.isExact)
    #expect(!coverage.isOfSeveralPlans)
    #expect(PlanCoverage(in: ImportedParts()).isExact)
  }

  @Test("parts of several plans are no plan with holes")
  func several() {
    let coverage = PlanCoverage(in: parts([("a", 0, 1), ("b", 0, 1), ("c", 5, 1)]))
    #expect(coverage.isOfSeveralPlans)
    #expect(coverage.isExact)
  }
}
