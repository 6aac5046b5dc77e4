import CaptureReader
import Reporting

/// What a run or a merge came to: series after series, in the order of their names, so that an
/// archive of any size passes through little memory.
public struct BatchResults {
  private let source: Source

  private enum Source {
    case checkpoint(Checkpoint, names: [String])
    case parts([String])
  }

  init(names: [String], checkpoint: Checkpoint) {
    source = .checkpoint(checkpoint, names: names)
  }

  /// The results in several outputs of `batch run`, together.
  public init(merging parts: [String]) { source = .parts(parts) }

  /// Hands over one series after the other.
  /// - Returns: counts over all of them.
  public func forEach(_ body: (NumberedSeries) throws -> Void) throws -> BatchTotals {
    var totals = BatchTotals()
    var groups = 0
    func hand(_ result: SeriesResult) throws {
      totals.count(result.head)
      try body(NumberedSeries(result, firstGroup: groups.addingSaturating(1)))
      groups = groups.addingSaturating(result.head.groups)
    }
    switch source {
    case .checkpoint(let checkpoint, let names):
      for name in names {
        if let result = try checkpoint.result(of: name) { try hand(result) }
      }
    case .parts(let parts):
      var merge = try PartMerge(parts)
      while let result = try merge.next() { try hand(result) }
    }
    return totals
  }
}
