import Foundation
import Reporting

/// Several outputs as one, in the order of the series' names.
///
/// A series that stands in two of them counts once, if both say the same of it. So the parts can be
/// merged in any order and any grouping.
struct PartMerge {
  private var parts: [PartReader]

  init(_ paths: [String]) throws {
    parts = try paths.map { try PartReader(path: $0) }
  }

  mutating func next() throws -> SeriesResult? {
    guard
      let name = parts.compactMap({ $0.head?.series }).min(by: {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      })
    else { return nil }
    var found: SeriesResult?
    for place in parts.indices where parts[place].head?.series == name {
      guard let result = try parts[place].take() else { continue }
      if let head = parts[place].head,
        !name.utf8.lexicographicallyPrecedes(head.series.utf8)
      {
        throw BatchError.conflict(series: head.series)
      }
      if let first = found, first.text(firstGroup: 1) != result.text(firstGroup: 1) {
        throw BatchError.conflict(series: name)
      }
      if found == nil { found = result }
    }
    return found
  }
}
