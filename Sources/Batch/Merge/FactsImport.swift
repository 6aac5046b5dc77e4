import CaptureReader
import Foundation
import Reporting

/// Takes the facts of a part into a checkpoint.
///
/// A series that stands in two parts counts once, if both say the same of it. So parts can be merged in
/// any order and any grouping.
struct FactsImport {
  private var reader: PartReader
  private let checkpoint: Checkpoint
  /// They share the compressing.
  private let workers: Workers
  /// Series that are read and not stored yet.
  private var due: [PackedSeries] = []
  private var dueBytes = 0

  /// Bytes of text that are compressed in one go.
  private static let mostBytes = 8 << 20

  init(_ path: String, into checkpoint: Checkpoint, workers: Workers) throws {
    reader = try PartReader(path: path)
    self.checkpoint = checkpoint
    self.workers = workers
  }

  mutating func run(noting imported: inout ImportedParts) throws {
    do {
      while let head = try reader.facts() {
        imported.add(head)
        due.append(try series(head))
        dueBytes += due.last?.plainBytes ?? 0
        if dueBytes >= Self.mostBytes { try store() }
      }
    } catch {
      // What stands before a damaged line may contradict another part, which is to be told first.
      try store()
      throw error
    }
    try store()
  }

  private mutating func series(_ head: ObservationHead) throws -> PackedSeries {
    var series = PackedSeries(head: head, packsLater: true)
    for part in PackedSeries.Part.allCases {
      for _ in 0..<Self.lines(of: part, head) {
        try series.add(reader.expectedLine(), to: part)
        guard series.plainBytes >= Self.mostBytes else { continue }
        var one = [series]
        try PackedSeries.pack(&one, workers)
        series = one[0]
      }
    }
    try series.finish()
    return series
  }

  private mutating func store() throws {
    defer { (due, dueBytes) = ([], 0) }
    try PackedSeries.pack(&due, workers)
    for series in due {
      if let known = try checkpoint.digest(of: series.head.series) {
        guard known == series.digest else {
          throw BatchError.conflict(series: series.head.series)
        }
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
