public import Foundation

/// What changed from one result to another.
public struct Comparison: Sendable {
  static let schema = "rdpwhy/comparison/1"
  /// Rows of each list.
  static let rowLimit = 100

  let tool: Tool
  let before: ComparedResults
  let after: ComparedResults
  /// The share of sessions that dropped.
  let drops: ComparedShare
  /// Shares of all sessions.
  let causes: [ComparedShare]
  let codes: [ComparedShare]
  /// Shares of the sessions of each that dropped.
  let servers: [ComparedShare]
  let clientNetworks: [ComparedShare]

  public init(before: ComparedResults, after: ComparedResults, tool: Tool) {
    self.before = before
    self.after = after
    self.tool = tool
    drops = ComparedShare(
      "all",
      ProportionTest(
        before: before.drops, beforeOf: before.sessions, after: after.drops,
        afterOf: after.sessions), among: 1)
    causes = Self.shares(before.causes, before.sessions, after.causes, after.sessions)
    codes = Self.shares(before.codes, before.sessions, after.codes, after.sessions)
    servers = Self.rates(before.servers, after.servers)
    clientNetworks = Self.rates(before.clientNetworks, after.clientNetworks)
  }

  private static func shares(
    _ before: [String: Int], _ beforeOf: Int, _ after: [String: Int], _ afterOf: Int
  ) -> [ComparedShare] {
    let names = Set(before.keys).union(after.keys)
    return ordered(
      names.map { name in
        ComparedShare(
          name,
          ProportionTest(
            before: before[name] ?? 0, beforeOf: beforeOf, after: after[name] ?? 0,
            afterOf: afterOf), among: names.count)
      })
  }

  private static func rates(
    _ before: [String: ComparedResults.Group], _ after: [String: ComparedResults.Group]
  ) -> [ComparedShare] {
    let names = Set(before.keys).union(after.keys)
    let compared = names.count { (before[$0]?.sessions ?? 0) > 0 && (after[$0]?.sessions ?? 0) > 0 }
    return ordered(
      names.map { name in
        let (one, two) = (before[name], after[name])
        return ComparedShare(
          name,
          ProportionTest(
            before: one?.drops ?? 0, beforeOf: one?.sessions ?? 0, after: two?.drops ?? 0,
            afterOf: two?.sessions ?? 0), among: max(1, compared))
      })
  }

  /// What is least likely chance first, then what is seen most.
  private static func ordered(_ rows: [ComparedShare]) -> [ComparedShare] {
    Array(
      rows.sorted { one, other in
        let chances = (one.test.chance ?? 1, other.test.chance ?? 1)
        if chances.0 != chances.1 { return chances.0 < chances.1 }
        let sizes = (one.test.before + one.test.after, other.test.before + other.test.after)
        return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : one.name < other.name
      }.prefix(rowLimit))
  }

  /// Indented JSON.
  public func json() -> Data { ComparisonFields.record.document(self) }
}

/// How a share changed.
struct ComparedShare: Sendable, Hashable {
  enum Change: String, Sendable, CaseIterable {
    /// The numbers prove an increase or decrease.
    case more, less
    /// Counted on one side only; whether that is chance says `proven`.
    case new, vanished
    /// One side has no sessions to compare with.
    case incomparable
    /// What differs may be chance.
    case open
  }

  let name: String
  let test: ProportionTest
  /// Rows of its list: with many, one of them differs by chance.
  let among: Int

  /// Chance may make one list in twenty show a change where there is none (Bonferroni).
  private static let level = 0.05

  init(_ name: String, _ test: ProportionTest, among: Int) {
    self.name = name
    self.test = test
    self.among = among
  }

  /// The change is more than chance explains.
  var isProven: Bool { test.chance.map { $0 < Self.level / Double(max(1, among)) } ?? false }

  var change: Change {
    guard test.beforeOf > 0, test.afterOf > 0 else { return .incomparable }
    if test.before == 0, test.after > 0 { return .new }
    if test.after == 0, test.before > 0 { return .vanished }
    guard isProven, let difference = test.difference else { return .open }
    return difference > 0 ? .more : .less
  }
}
