import CaptureReader
import Evidence
public import Reporting

/// Counts over all series of a batch.
public struct BatchTotals: Sendable, Hashable {
  public private(set) var series = 0
  public private(set) var files = 0
  public private(set) var filesFailed = 0
  public private(set) var filesPartial = 0
  public private(set) var sessions = 0
  /// Sessions that are not selected.
  public internal(set) var leftOut = 0
  public private(set) var byCause: [String: Int] = [:]
  /// Inputs of facts with sessions that are left out for want of memory.
  public private(set) var filesCrowded = 0
  /// Server ports of connections that were seen to speak RDP itself; none where the results were judged before.
  public internal(set) var ports: Set<UInt16> = []

  public init() {}

  mutating func count(_ head: SeriesHead) {
    series += 1
    files = files.addingSaturating(head.files)
    filesFailed = filesFailed.addingSaturating(head.filesFailed)
    filesPartial = filesPartial.addingSaturating(head.filesPartial)
    sessions = sessions.addingSaturating(head.sessions)
    for (cause, count) in head.byCause {
      byCause[cause] = (byCause[cause] ?? 0).addingSaturating(count)
    }
  }

  mutating func count(_ head: ObservationHead) {
    series += 1
    files = files.addingSaturating(head.files)
    filesFailed = filesFailed.addingSaturating(head.filesFailed)
    filesPartial = filesPartial.addingSaturating(head.filesPartial)
    sessions = sessions.addingSaturating(head.sessions)
  }

  /// - Parameter text: lines of inputs.
  mutating func countCrowded(in text: [UInt8]) {
    PackedLines.forEach(in: text) { line in
      guard JudgedSeries.mayBeCrowded(line), let stored = try? StoredRecord.input(line),
        InputRecord(stored).isCrowded
      else { return }
      filesCrowded += 1
    }
  }

  /// Its sessions have causes, or there are none.
  public var isJudged: Bool { sessions == 0 || !byCause.isEmpty }

  /// Sessions whose cause is neither `clean` nor `undetermined`.
  public var drops: Int {
    byCause.filter { $0.key != Cause.clean.rawValue && $0.key != Cause.undetermined.rawValue }
      .values.reduce(0) { $0.addingSaturating($1) }
  }

  /// What the exit code says, as for one analysis: a cause that was asked for outranks a partial
  /// input.
  public func outcome(failingOn asked: FailureThresholds) -> Outcome {
    if files == filesFailed { return .nothing }
    if asked.isReached(by: byCause) { return .found }
    return filesFailed > 0 || filesPartial > 0 ? .partial : .analysed
  }
}
