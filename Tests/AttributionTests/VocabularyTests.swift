@testable import Attribution
import Evidence
import Foundation
import Support
import Testing

/// Rules, weights and handbook speak of the same codes.
@Suite("Vocabulary of evidence") struct VocabularyTests {
  @Test("every code that a rule can yield has a row of weights")
  func yieldedCodesAreWeighed() throws {
    let missing = try Self.yielded().subtracting(WeightTable.table.keys)
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  @Test("every row of weights is for a code that some rule yields")
  func weighedCodesAreYielded() throws {
    let idle = try Set(WeightTable.table.keys).subtracting(Self.yielded())
    #expect(idle.isEmpty, "\(idle.sorted())")
  }

  @Test("every code that a rule can yield has a page of evidence, and no page is without a rule")
  func pagesAreTheYieldedCodes() throws {
    let yielded = try Self.yielded()
    let pages = Set(Handbook.all.filter { $0.family == .evidence }.map(\.code))
    #expect(yielded.subtracting(pages).sorted() == [])
    #expect(pages.subtracting(yielded).sorted() == [])
    for code in yielded { #expect(Handbook.explanation(evidence: code)?.family == .evidence) }
  }

  @Test("every verdict that can be weighed has a page, and its cause is one of the nine")
  func weighedVerdictsAreExplained() {
    let verdicts = Set(WeightTable.table.values.flatMap { $0.map(\.code) })
      .union(WeightTable.priors.keys)
    #expect(verdicts.count > 40)
    for verdict in verdicts {
      #expect(Handbook.explanation(verdict: verdict) != nil, "\(verdict)")
      #expect(Cause(rawValue: String(verdict.prefix { $0 != "." })) != nil, "\(verdict)")
    }
  }

  @Test("no weight is given twice for the same verdict, and none is absurd")
  func weightsAreSane() {
    for (evidence, weights) in WeightTable.table {
      #expect(Set(weights.map(\.code)).count == weights.count, "\(evidence)")
      #expect(weights.allSatisfy { abs($0.weight) > 0 && abs($0.weight) <= 15 }, "\(evidence)")
    }
  }

  @Test("codes stand in the rules as whole literals")
  func codesAreWhole() throws {
    for (file, text) in try Self.ruleSources() {
      let pieces = text.matches(of: /"[a-z0-9]+\.[a-z0-9_]*\\\(/).map { String($0.0) }
      #expect(pieces.isEmpty, "\(file): \(pieces)")
    }
  }

  @Test("the scan of the rules finds codes of every kind")
  func scanFindsCodes() throws {
    let yielded = try Self.yielded()
    #expect(yielded.count > 80)
    #expect(
      yielded.isSuperset(of: [
        "tcp.outage", "x224.failure_hybrid_required", "tls.alert_version", "story.fallback_worked",
        "credssp.refused_by_close", "capture.copies", "arp.unanswered",
      ]))
  }

  /// All whole string literals of the rules that look like `family.detail`.
  private static func yielded() throws -> Set<String> {
    Set(
      try ruleSources().flatMap { _, text in
        text.matches(of: /"([a-z0-9]+\.[a-z0-9_]+)"/).map { String($0.1) }
      })
  }

  private static func ruleSources() throws -> [(file: String, text: String)] {
    let folder = Recordings.root.appending(path: "Sources/Evidence/Rules")
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return try (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
      .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }
}
