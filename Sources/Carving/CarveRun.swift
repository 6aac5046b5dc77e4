public import Analysis
import CaptureReader

/// Carves what was ordered into a folder, and judges each capture by itself: one that is judged
/// otherwise than in the whole is carved once more, with more around it.
public struct CarveRun {
  /// One capture that is complete.
  public struct Capture: Sendable, Hashable {
    public var order: CarveOrder
    public var count: Carver.Count
    public var check: CarveCheck
  }

  private let analysis: AnalysisReport
  private let carver: Carver
  private let folder: CarveFolder
  private let options: AnalysisOptions
  private let logs: [CaptureSource]

  /// - Parameters:
  ///   - analysis: of the whole.
  ///   - options: those of the analysis.
  public init(
    _ analysis: AnalysisReport, into folder: CarveFolder, carving: Carver.Options,
    options: AnalysisOptions
  ) {
    self.analysis = analysis
    self.folder = folder
    self.options = options
    carver = Carver(analysis, options: carving)
    logs = analysis.inputs.filter { $0.kind == .log && $0.failure == nil }
      .map { CaptureSource.file($0.name) }
  }

  /// - Parameter done: takes each capture when it stands under its name.
  /// - Throws: `CarveFolder.Failure`, what `done` throws, or why an input cannot be read again.
  public func carve(_ orders: [CarveOrder], done: (Capture) throws -> Void) throws {
    var due = orders
    while !due.isEmpty {
      let uids = due.map(\.uid)
      try folder.empty(uids)
      let counts = try carver.carve(due) { try folder.append($1, to: uids[$0]) }
      var again: [CarveOrder] = []
      for (order, count) in zip(due, counts) {
        let check = CarveCheck(
          order, of: analysis, carved: .file(folder.partialPath(of: order.uid)), others: logs,
          options: options)
        if check != .same, let more = order.extended(in: analysis) {
          again.append(more)
          continue
        }
        try folder.complete(order.uid)
        try done(Capture(order: order, count: count, check: check))
      }
      due = again
    }
  }
}
