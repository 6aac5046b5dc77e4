import CaptureReader
import Reporting

/// How the parts of a batch compare with the plan that they were made from.
public struct PlanCoverage: Sendable {
  /// Inputs that no part has, between two series that are there.
  public struct Gap: Sendable, Hashable {
    public var inputs: Int
    /// Nil at the beginning.
    public var after: String?
    public var before: String
  }

  /// Series of the plan that no part has.
  public private(set) var missing: [String] = []
  /// Series that several parts have.
  public private(set) var doubled: [String] = []
  /// Series that the plan does not have.
  public private(set) var unplanned: [String] = []
  /// Without the plan: holes in the numbers that it gave the inputs.
  public private(set) var gaps: [Gap] = []
  /// Without the plan: the parts number their inputs twice, so they are of several plans.
  public private(set) var isOfSeveralPlans = false

  public var isExact: Bool {
    missing.isEmpty && doubled.isEmpty && unplanned.isEmpty && gaps.isEmpty
  }

  public init(of plan: Plan, in parts: ImportedParts) {
    var counts = parts.counts
    for series in plan.series {
      let count = counts.removeValue(forKey: series.series) ?? 0
      if count == 0 { missing.append(series.series) }
      if count > 1 { doubled.append(series.series) }
    }
    unplanned = counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What the parts tell by themselves: a plan numbers its inputs from 0 on without holes. What is
  /// missing behind the last one only the plan can tell.
  public init(in parts: ImportedParts) {
    let heads = parts.heads.filter { $0.files > 0 }.sorted { $0.firstInput < $1.firstInput }
    guard Set(heads.map(\.firstInput)).count == heads.count else {
      isOfSeveralPlans = true
      return
    }
    var next = 0
    var last: String?
    for head in heads {
      if head.firstInput > next {
        gaps.append(
          Gap(
            inputs: head.firstInput.subtractingSaturating(next), after: last, before: head.series))
      }
      next = max(next, head.firstInput.addingSaturating(head.files))
      last = head.series
    }
  }
}
