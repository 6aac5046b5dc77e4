import Evidence
import Testing

@testable import Attribution

/// Rules, weights and handbook speak of the same codes.
@Suite("Vocabulary of evidence") struct VocabularyTests {
  private static let entries = Set(Catalogue.evidence.map(\.code))

  @Test("every code that a registered rule yields has an entry: weights and a page")
  func yieldedCodesHaveEntries() {
    let missing = RuleBook.yields.subtracting(Self.entries)
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test("every entry is for a code that a registered rule yields")
  func entriesAreYielded() {
    let idle = Self.entries.subtracting(RuleBook.yields)
    #expect(idle.isEmpty, "\(idle.sorted())")
  }

  @Test("no code has two entries")
  func entriesAreUnique() {
    #expect(Catalogue.evidence.count == Self.entries.count)
    #expect(Catalogue.verdicts.count == Set(Catalogue.verdicts.map(\.code)).count)
  }

  @Test("every verdict that can be given has an entry, and its cause is one of the nine")
  func weighedVerdictsAreExplained() {
    let explained = Set(Catalogue.verdicts.map(\.code))
    let given = WeightIndex.shared.codes
    #expect(given.count > 40)
    for verdict in given + [.undeterminedConflicting] {
      #expect(explained.contains(verdict), "\(verdict)")
      #expect(Cause(rawValue: String(verdict.rawValue.prefix { $0 != "." })) != nil, "\(verdict)")
    }
    #expect(explained.subtracting(given).map(\.rawValue).sorted() == [])
  }

  @Test("no weight is given twice for the same verdict, and none is absurd")
  func weightsAreSane() {
    for entry in Catalogue.evidence {
      #expect(Set(entry.weights.map(\.code)).count == entry.weights.count, "\(entry.code)")
      #expect(
        entry.weights.allSatisfy { abs($0.weight) > 0 && abs($0.weight) <= 16 }, "\(entry.code)")
    }
  }

  @Test("an entry's page is the handbook's")
  func pagesAreTheHandbooks() {
    for entry in Catalogue.evidence {
      #expect(Handbook.explanation(evidence: entry.code.rawValue) == entry.page.explanation)
    }
    for entry in Catalogue.verdicts {
      #expect(Handbook.explanation(verdict: entry.code.rawValue) == entry.page.explanation)
      #expect(VerdictText.summary(of: entry.code) == entry.summary)
    }
  }
}
