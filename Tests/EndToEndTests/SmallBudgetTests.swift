import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import Support
import TCPStreams
import Testing

/// A budget that is much too small costs sessions their verdict, and never gives them a wrong one.
@Suite("Small budgets") struct SmallBudgetTests {
  /// One part of the budget that is as good as nothing, or all of them.
  enum Shortage: String, CaseIterable, Sendable {
    case messages, holes, connections, everything

    var budget: MemoryBudget {
      var budget = MemoryBudget()
      if self == .messages || self == .everything { budget.bufferedBytes = 0 }
      if self == .holes || self == .everything { budget.heldBytes = 0 }
      if self == .connections || self == .everything { budget.connections = 1 }
      if self == .everything { budget.openingBytes = 0 }
      return budget
    }
  }

  static let fixtures = LabelledFixture.all.map(\.url)
  static let lab: [URL] = Recordings.shared("lab").map(captures) ?? []

  private static func captures(in folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.path.contains(/\.pcap(ng)?(\.gz)?$/) }
      .sorted { $0.path < $1.path }
  }

  @Test("a verdict is the same, or none", arguments: fixtures, Shortage.allCases)
  func fixtureVerdicts(url: URL, shortage: Shortage) { check(url, shortage) }

  @Test("a verdict of the lab is the same, or none", arguments: lab, [Shortage.everything])
  func labVerdicts(url: URL, shortage: Shortage) { check(url, shortage) }

  /// No fixture's messages are cut by packets: `BufferBudgetTests` drops those.
  @Test("each shortage is felt by some of the fixtures", arguments: [Shortage.holes, .connections])
  func isFelt(shortage: Shortage) {
    var options = AnalysisOptions()
    options.resources.memory = shortage.budget
    let felt = Self.fixtures.filter { url in
      let report = CaptureAnalyzer.analyze([.file(url.path)], options: options)
      return report.sessions.contains { $0.wire?.connection.evicted == true }
        || report.inputs.flatMap(\.notes).contains { Self.counted.contains($0.code) }
    }
    #expect(felt.count > 0)
  }

  /// Notes that tell how much is left out.
  private static let counted: Set = [
    "connections_evicted", "too_many_connections", "openings_unfollowed",
  ]

  private func check(_ url: URL, _ shortage: Shortage) {
    let whole = CaptureAnalyzer.analyze([.file(url.path)], options: AnalysisOptions())
    var options = AnalysisOptions()
    options.resources.memory = shortage.budget
    let small = CaptureAnalyzer.analyze([.file(url.path)], options: options)
    let known = Dictionary(whole.sessions.map { ($0.uid, $0) }) { first, _ in first }
    for session in small.sessions {
      let code = session.verdict.code
      let expected = known[session.uid]?.verdict.code
      guard code != expected else { continue }
      #expect(
        code.cause == .undetermined,
        "\(session.uid): \(expected?.rawValue ?? "no such session") became \(code.rawValue)")
      #expect(session.wire?.connection.evicted == true, "\(session.uid): \(code.rawValue)")
    }
    let left = Set(whole.sessions.map(\.uid)).subtracting(small.sessions.map(\.uid))
    let notes = small.inputs.flatMap(\.notes).map(\.code)
    #expect(left.isEmpty || notes.contains(where: Self.counted.contains), "\(left) \(notes)")
  }
}
