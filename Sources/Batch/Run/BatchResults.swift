public import Analysis
public import CaptureReader
public import Foundation
import Reporting

/// What a run or a merge came to: series after series, logs after captures, in the order of their
/// names, so that an archive of any size passes through little memory.
public struct BatchResults {
  private let source: Source
  /// Series that no other series of a larger run can be compared with.
  private var isPart = false
  private var selection = SessionSelection()
  /// What networks belong to which site; of results that are judged already their own ones stay.
  public var sites = SiteMap()
  /// They share the reading of facts, and the judging.
  public var workers = Workers.one
  /// Is told of each session that is judged.
  public var progress: JudgingProgress?
  /// What a merge of facts brought together.
  public private(set) var imported: ImportedParts?

  private enum Source {
    case facts(Checkpoint, [ObservationHead], RecentFacts?)
    /// NDJSON of a whole run.
    case judged(String)
  }

  init(
    _ checkpoint: Checkpoint, series: [ObservationHead], recent: RecentFacts?,
    selection: SessionSelection
  ) {
    self.selection = selection
    source = .facts(checkpoint, series, recent)
  }

  /// The facts in several outputs of `batch run`, together; or the NDJSON of one whole run, for another
  /// form of it.
  ///
  /// - Parameters:
  ///   - isPart: they are a part of a larger run, in which sessions are compared by keys only.
  ///   - selection: the sessions that are handed on; all are judged.
  ///   - workers: they share the reading of facts, and the judging.
  public init(
    merging parts: [String], isPart: Bool = false, selection: SessionSelection = SessionSelection(),
    workers: Workers = .one
  ) throws {
    self.isPart = isPart
    self.selection = selection
    self.workers = workers
    if parts.count == 1, try PartReader.isJudged(parts[0]) {
      guard selection.isEmpty else { throw BatchError.judgedAlready }
      source = .judged(parts[0])
      return
    }
    let checkpoint = try Checkpoint(.lines)
    var imported = ImportedParts()
    for part in parts {
      var facts = try FactsImport(part, into: checkpoint, workers: workers)
      try facts.run(noting: &imported)
    }
    self.imported = imported
    source = .facts(checkpoint, try checkpoint.heads(), nil)
  }

  /// Sessions that are to be compared and judged; nil where they are judged already.
  public var unjudged: Int? {
    guard case .facts(_, let series, _) = source else { return nil }
    return series.reduce(0) { $0.addingSaturating($1.sessions) }
  }

  /// Judges all sessions and hands over one series after the other.
  /// - Returns: counts over all of them.
  ///
  /// - Parameter then: is called when all are judged; it can ask for the story of a session by the place
  ///   that its series gave it. Judged results have no stories to give.
  public func forEach(
    _ body: (JudgedSeries) throws -> Void,
    then: (((Int) throws -> JudgedStory?) throws -> Void)? = nil
  ) throws -> BatchTotals {
    var totals = BatchTotals()
    func hand(_ series: JudgedSeries) throws {
      totals.count(series.head)
      try body(series)
    }
    switch source {
    case .facts(let checkpoint, let series, let recent):
      let reduction = try BatchReduction(
        checkpoint, series: series, recent: recent, isPart: isPart, selection: selection,
        sites: sites, keepsAll: then != nil, progress: progress, workers: workers)
      try reduction.forEach(hand)
      try then?(reduction.story(at:))
      totals.leftOut = reduction.leftOut
      totals.ports = reduction.ports
    case .judged(let path):
      var reader = try PartReader(path: path)
      while let series = try reader.judged() { try hand(series) }
    }
    return totals
  }

  /// Hands over all facts as lines of text, unjudged: what `init(merging:)` reads.
  /// - Returns: counts of inputs and sessions; none of causes.
  public func forEachFacts(_ body: (Data) throws -> Void) throws -> BatchTotals {
    guard case .facts(let checkpoint, let heads, let recent) = source else {
      throw BatchError.judgedAlready
    }
    var totals = BatchTotals()
    let store = StoredFacts(checkpoint, series: heads, recent: recent)
    for (series, head) in heads.enumerated() {
      totals.count(head)
      try body(Data(head.text))
      for part in [PackedSeries.Part.outlines, .facts] {
        try store.forEachText(of: series, part) { try body(Data($0)) }
      }
      try checkpoint.forEachPiece(of: head.series, .inputs) { text in
        totals.countCrowded(in: text)
        try body(Data(text))
      }
    }
    return totals
  }
}
