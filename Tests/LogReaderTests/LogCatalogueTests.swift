import Testing

@testable import LogReader

@Suite("Catalogue of understood events") struct LogCatalogueTests {
  @Test("every entry has a meaning and a pattern")
  func entries() {
    #expect(LogCatalogue.entries.count > 200)
    #expect(LogCatalogue.entries.allSatisfy { !$0.meaning.isEmpty && !$0.pattern.isEmpty })
  }

  @Test("every finding that is weighed has a meaning")
  func meanings() {
    #expect(Set(LogWeights.meanings.keys) == Set(LogWeights.table.keys))
  }

  @Test("every weight is of a finding's code and speaks for a verdict code")
  func weights() {
    for (code, weights) in LogWeights.table {
      #expect(code.hasPrefix("log."))
      #expect(weights.allSatisfy { $0.code.contains(".") && $0.weight > 0 && $0.weight <= 12 })
    }
  }
}
