import Foundation
import Reporting

/// Takes the facts of a part into a checkpoint.
///
/// A series that stands in two parts counts once, if both say the same of it. So parts can be merged in
/// any order and any grouping.
struct FactsImport {
  private var reader: PartReader

  init(_ path: String) throws { reader = try PartReader(path: path) }

  mutating func run(into checkpoint: Checkpoint, noting imported: inout ImportedParts) throws {
    while let head = try reader.facts() {
      imported.add(head)
      var series = PackedSeries(head: head)
      for part in PackedSeries.Part.allCases {
        for _ in 0..<Self.lines(of: part, head) { try series.add(reader.expectedLine(), to: part) }
      }
      try series.finish()
      if let known = try checkpoint.digest(of: head.series) {
        guard known == series.digest else { throw BatchError.conflict(series: head.series) }
        continue
      }
      try checkpoint.store(series, fingerprint: "")
    }
  }

  static func lines(of part: PackedSeries.Part, _ head: ObservationHead) -> Int {
    switch part {
    case .outlines: head.sessions + head.transports
    case .facts: head.sessions
    case .inputs: head.files
    }
  }
}
