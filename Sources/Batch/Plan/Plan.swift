import Analysis
public import CaptureReader
public import Foundation
public import Reporting

/// Which captures there are, and which belong together.
public struct Plan: Sendable {
  /// In the order of their names.
  public var series: [SeriesPlan] = []
  /// Files that were met in folders and archives and are no captures.
  public var foreign = 0

  public init(series: [SeriesPlan]) { self.series = Self.placed(Self.sorted(series)) }

  /// Captures of so many bytes are read to their end where the end's time is wanted: that takes about
  /// as long as opening them.
  public static let smallCapture = 1 << 20

  /// Looks at all that the paths mean.
  ///
  /// - Parameters:
  ///   - findsEnds: read small captures to their end, for the time of it.
  ///   - own: the run's checkpoint, which is left alone.
  ///   - workers: they share the looking; the plan is the same.
  /// - Throws: where a list of paths cannot be read.
  public init(
    _ paths: [String], mode: SeriesMode, findsEnds: Bool = false, own: String? = nil,
    limits: ReadingLimits = ReadingLimits(), monitor: ReadingMonitor = ReadingMonitor(),
    progress: PlanProgress = PlanProgress(), workers: Workers = .one
  ) throws {
    let smallSize = findsEnds ? Self.smallCapture : 0
    let found = workers.map(try PathWalk(paths, own: own).files, inPortionsOf: Self.portion) {
      monitor.isCancelled
        ? Found()
        : Found($0, smallSize: smallSize, limits: limits, monitor: monitor, progress: progress)
    }
    foreign = found.reduce(0) { $0 + $1.foreign }
    let items = found.flatMap(\.items)
    let logs = found.flatMap(\.logs)
    series = Self.placed(
      Self.sorted(Self.series(of: items, mode: mode) + Self.series(ofLogs: logs)))
  }

  /// Files that a core looks at in one go.
  private static let portion = 16

  /// What one file holds.
  private struct Found: Sendable {
    var items: [CaptureProbe.Item] = []
    var logs: [CaptureProbe.Item] = []
    var foreign = 0

    init() {}

    init(
      _ file: PathWalk.File, smallSize: Int, limits: ReadingLimits, monitor: ReadingMonitor,
      progress: PlanProgress
    ) {
      if let failure = PlannedFile.pipeFailure(file.path) {
        items.append(CaptureProbe.Item(source: .file(file.path), failure: failure))
        return
      }
      let probe = CaptureProbe(
        file.path, smallSize: smallSize, limits: limits, monitor: monitor)
      foreign = probe.emptyForeign
      progress.count(captures: probe.items.count { $0.failure == nil })
      let opener = SourceOpener(limits: limits, monitor: monitor)
      for item in probe.items {
        if item.mayBeLog,
          CaptureAnalyzer.isLog(item.source, limits: limits, opener: opener)
        {
          logs.append(item)
        } else if item.isForeign, file.isFound || probe.isArchive {
          foreign += 1
        } else {
          items.append(item)
        }
      }
    }
  }

  /// All logs are read together: those of one host tell one story.
  private static func series(ofLogs items: [CaptureProbe.Item]) -> [SeriesPlan] {
    guard let first = items.first else { return [] }
    let files = items.map {
      PlannedFile(name: $0.source.name, bytes: $0.bytes ?? 0, entry: $0.source.entry)
    }
    var series = SeriesPlan(
      series: items.count == 1
        ? first.source.name : "\(first.source.name) and \(items.count - 1) more logs",
      bytes: files.reduce(0) { $0.addingSaturating($1.bytes) }, files: files)
    series.isLog = true
    return [series]
  }

  /// Tells each series where it stands among all, so that it can be observed by itself.
  private static func placed(_ series: [SeriesPlan]) -> [SeriesPlan] {
    let captures = series.count { !$0.isLog }
    let reference = series.flatMap(\.files).compactMap(\.firstTime).min()
    var inputs = 0
    return series.map { item in
      var item = item
      item.firstInput = item.firstInput ?? inputs
      item.captureCount = item.captureCount ?? captures
      if item.isLog { item.reference = item.reference ?? reference }
      inputs = inputs.addingSaturating(item.files.count)
      return item
    }
  }

  private static func series(of items: [CaptureProbe.Item], mode: SeriesMode) -> [SeriesPlan] {
    let known = Dictionary(items.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    // What cannot be read is reported by itself, not as a member of a ring.
    let broken = mode == .one ? [] : items.filter { $0.failure != nil }
    let readable = mode == .one ? items : items.filter { $0.failure == nil }
    let series = CaptureSeries.series(of: readable.map(\.source), mode: mode) {
      known[$0]?.firstTime
    }
    return (series + broken.map { CaptureSeries($0.source) }).map { series in
      let files = series.members.map { member in
        let item = known[member.source]
        return PlannedFile(
          name: member.source.name, bytes: item?.bytes ?? 0,
          firstTime: item?.firstTime?.nanoseconds, lastTime: item?.newestTime?.nanoseconds,
          counter: member.counter,
          entry: member.source.entry,
          archiveProblem: item?.isBrokenArchive == true ? item?.failure?.reason : nil)
      }
      let times = files.compactMap(\.firstTime)
      let lastBegun = files.max { ($0.firstTime ?? .min) < ($1.firstTime ?? .min) }
      let end = lastBegun?.lastTime == nil ? nil : files.compactMap(\.lastTime).max()
      return SeriesPlan(
        series: series.name, bytes: files.reduce(0) { $0.addingSaturating($1.bytes) },
        firstTime: times.min().map { Timestamp(nanoseconds: $0).rfc3339 },
        lastFileTime: times.max().map { Timestamp(nanoseconds: $0).rfc3339 },
        lastTime: end.map { Timestamp(nanoseconds: $0).rfc3339 }, files: files)
    }
  }

  /// By the bytes of the names, which are made different where they are not.
  private static func sorted(_ series: [SeriesPlan]) -> [SeriesPlan] {
    var seen: [String: Int] = [:]
    return series.map { item in
      var item = item
      let count = seen[item.series, default: 0]
      seen[item.series] = count + 1
      if count > 0 { item.series += " (\(count + 1))" }
      return item
    }.sorted {
      $0.isLog != $1.isLog
        ? $1.isLog : $0.series.utf8.lexicographicallyPrecedes($1.series.utf8)
    }
  }
}

extension Plan {
  /// Names that were typed and mean no file.
  public var missing: [String] {
    series.flatMap(\.files).filter { $0.entry == nil && FileStatus(path: $0.name) == nil }
      .map(\.name)
  }

  /// The files on disk that hold the inputs.
  public var storedFiles: [String] {
    var known = Set<String>()
    return series.flatMap(\.files).map(\.storedPath).filter { known.insert($0).inserted }
  }

  /// What is wrong with the first of the words that is an address (`https://…`); nil where none is.
  package static func address(in typed: [String]) -> BatchError? {
    for path in typed where FileStatus(path: path) == nil {
      if let scheme = PathWalk.scheme(of: path) { return .address(path, scheme: scheme) }
    }
    return nil
  }

  /// One line of JSON for each series.
  public func ndjson() throws -> Data {
    series.reduce(into: Data()) { $0 += $1.text }
  }

  /// Reads what `ndjson` wrote.
  public init(manifest: Data) throws {
    var series: [SeriesPlan] = []
    for (number, line) in manifest.split(separator: UInt8(ascii: "\n")).enumerated() {
      guard let item = SeriesPlan(line: ArraySlice(line)), !item.files.isEmpty
      else { throw BatchError.notAPlan(line: number + 1) }
      series.append(item)
    }
    self.init(series: series)
  }
}

extension CaptureSource {
  fileprivate var entry: ArchiveEntry? {
    if case .entry(let entry) = self { return entry }
    return nil
  }
}

extension CaptureProbe.Item {
  /// It is no capture, and was opened.
  fileprivate var mayBeLog: Bool {
    switch failure?.code {
    case .notACapture?, .knownFormat?, .decompression?: true
    default: false
    }
  }
}

extension CaptureError {
  fileprivate var reason: String? {
    if case .cannotRead(let reason) = code { return reason }
    return nil
  }
}
