import CaptureReader
import Reporting

/// How the parts of a batch compare with the plan that they were made from.
public struct PlanCoverage: Sendable {
  /// Series of the plan that no part has.
  public private(set) var missing: [String] = []
  /// Series that several parts have.
  public private(set) var doubled: [String] = []
  /// Series that the plan does not have.
  public private(set) var unplanned: [String] = []

  public var isExact: Bool { missing.isEmpty && doubled.isEmpty && unplanned.isEmpty }

  /// Reads the heads of all parts.
  /// - Throws: `BatchError` where a part is not what a batch writes.
  public init(of plan: Plan, in parts: [String]) throws {
    var counts: [String: Int] = [:]
    for path in parts {
      var reader = try PartReader(path: path)
      while let head = try reader.facts() {
        counts[head.series, default: 0] += 1
        for part in PackedSeries.Part.allCases {
          for _ in 0..<FactsImport.lines(of: part, head) { _ = try reader.expectedLine() }
        }
      }
    }
    for series in plan.series {
      let count = counts.removeValue(forKey: series.series) ?? 0
      if count == 0 { missing.append(series.series) }
      if count > 1 { doubled.append(series.series) }
    }
    unplanned = counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
