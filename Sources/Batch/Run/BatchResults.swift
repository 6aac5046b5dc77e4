public import Evidence
public import Foundation
public import Reporting

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

  /// Hands over the NDJSON in pieces.
  /// - Returns: what the exit code says.
  public func write(
    failingOn causes: Set<Cause> = [], _ output: (Data) throws -> Void
  ) throws -> Outcome {
    var tally = OutcomeTally()
    try forEach { result, firstGroup in
      tally.count(result.head)
      try output(try result.text(firstGroup: firstGroup))
    }
    return tally.outcome(failingOn: causes)
  }

  /// - Parameter body: gets each series and the number of its first attempt group.
  func forEach(_ body: (SeriesResult, Int) throws -> Void) throws {
    var groups = 0
    func hand(_ result: SeriesResult) throws {
      try body(result, groups + 1)
      groups += result.head.groups
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
  }
}

/// Counts what the exit code depends on.
struct OutcomeTally {
  private var files = 0
  private var failed = 0
  private var partial = 0
  private var causes: Set<String> = []

  mutating func count(_ head: SeriesHead) {
    files += head.files
    failed += head.filesFailed
    partial += head.filesPartial
    causes.formUnion(head.byCause.keys)
  }

  /// As for one analysis: a cause that was asked for outranks a partial input.
  func outcome(failingOn asked: Set<Cause>) -> Outcome {
    if files == failed { return .nothing }
    if asked.contains(where: { causes.contains($0.rawValue) }) { return .found }
    return failed + partial > 0 ? .partial : .analysed
  }
}
