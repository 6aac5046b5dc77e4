public import CaptureReader
import Evidence
import LogReader

/// Captures in, sessions with verdicts out.
public enum CaptureAnalyzer {
  /// Analyses captures; inputs that cannot be read are reported, not thrown.
  ///
  /// - Parameter mode: which of the sources are one stream.
  public static func analyze(
    _ sources: [CaptureSource], options: AnalysisOptions, series mode: SeriesMode = .each
  ) -> AnalysisReport {
    let limits = options.resources.limits
    let logs = Set(sources.filter { isLog($0, limits: limits) })
    let series = CaptureSeries.series(of: sources.filter { !logs.contains($0) }, mode: mode) {
      CaptureFile.firstTime(of: $0, limits: limits)
    }
    return analyze(
      series + sources.filter(logs.contains).map { CaptureSeries($0) }, options: options)
  }

  /// Whether an input is a log by its first bytes; what comes through a pipe can be read once only.
  ///
  /// - Parameter opener: keeps an archive open for its next entry.
  public static func isLog(
    _ source: CaptureSource, limits: ReadingLimits, opener: SourceOpener? = nil
  ) -> Bool {
    guard source.isReadableAgain else { return false }
    return (try? LogFile.format(of: source, limits: limits, opener: opener)) != nil
  }

  /// Observes each series and log by itself, then compares what all of them show and judges. The
  /// report's inputs stand in the order in which they were read: those of a series in order of time,
  /// logs after the captures.
  ///
  /// - Parameter opener: opens the captures; it can watch the reading, and it keeps archives open.
  public static func analyze(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener? = nil
  ) -> AnalysisReport {
    let limits = options.resources.limits
    var logs: [CaptureSource] = []
    var captures: [CaptureSeries] = []
    for item in series {
      let found = item.members.filter { isLog($0.source, limits: limits) }
      logs += found.map(\.source)
      if found.isEmpty {
        let points =
          item.members.count == 1
          ? CarvedPoints.series(of: item.members[0].source, limits: limits) : nil
        captures += points ?? [item]
      } else if found.count < item.members.count {
        let rest = item.members.filter { !found.contains($0) }
        captures.append(CaptureSeries(name: item.name, members: rest))
      }
    }
    var seen = observe(captures, options: options, opener: opener)
    if !logs.isEmpty {
      seen += LogObservation(
        sources: logs, firstInput: seen.inputs.count,
        reference: reference(captures, seen.inputs, limits: limits), options: options,
        opener: opener
      ).run()
    }
    opener?.monitor?.beginJudging()
    return AnalysisReport(seen, workers: options.resources.workers)
      .placed(by: options.sites).selected(by: options.selection)
  }

  /// The first packet of the captures beside the logs.
  private static func reference(
    _ captures: [CaptureSeries], _ inputs: [InputReport], limits: ReadingLimits
  ) -> Timestamp? {
    let sources = captures.flatMap(\.members).map(\.source)
    return zip(sources, inputs).compactMap { source, input in
      source.isReadableAgain
        ? CaptureFile.firstTime(of: source, limits: limits) : input.summary?.firstTime
    }.min()
  }

  /// Observes one series of captures; a carved capture as the several that it holds.
  public static func observation(
    of series: CaptureSeries, firstInput: Int, options: AnalysisOptions,
    opener: SourceOpener? = nil
  ) -> Observation {
    guard series.members.count == 1,
      let points = CarvedPoints.series(
        of: series.members[0].source, limits: options.resources.limits)
    else {
      return Observation.facts(
        of: series, firstInput: firstInput, options: options, opener: opener)
    }
    var options = options
    options.keepsTrails = true
    var seen = Observation()
    for point in points {
      seen += Observation.facts(
        of: point, firstInput: firstInput.addingSaturating(seen.inputs.count), options: options,
        opener: opener)
    }
    return seen
  }

  private static func observe(
    _ series: [CaptureSeries], options: AnalysisOptions, opener: SourceOpener?
  ) -> Observation {
    var options = options
    options.keepsTrails = series.count > 1
    var parts: [Observation] = []
    var firstInput = 0
    for item in series {
      var part = Observation.facts(
        of: item, firstInput: firstInput, options: options, opener: opener)
      part.points[firstInput] =
        item.members.lazy.compactMap { options.points[$0.source.name] }.first
      firstInput += part.inputs.count
      parts.append(part)
    }
    if series.count > 1, series.count <= secondLooks {
      lookAgain(at: series, &parts, options: options, opener: opener)
    }
    // Of one series nothing is to be joined, and nothing is held twice.
    if parts.count == 1 { return parts.removeLast() }
    return parts.reduce(into: Observation()) { $0 += $1 }
  }

  /// Captures that are read again for the ports of each other's sessions; more are no few points of one
  /// session but an archive.
  private static let secondLooks = 4

  private static func lookAgain(
    at series: [CaptureSeries], _ parts: inout [Observation], options: AnalysisOptions,
    opener: SourceOpener?
  ) {
    let first = parts
    var firstInput = 0
    for index in series.indices {
      let others = first.enumerated().filter { $0.offset != index }.map(\.element)
      let ports = SharedPorts.wanted(by: first[index], from: others, options: options)
      if !ports.isEmpty, series[index].members.allSatisfy(\.source.isReadableAgain) {
        var again = options
        again.resources.ports.named.formUnion(ports)
        let seen = Observation.facts(
          of: series[index], firstInput: firstInput, options: again, opener: opener)
        parts[index].sessions += SharedPorts.added(seen, to: first[index], from: others)
        parts[index].sessions.sort { $0.identity.start < $1.identity.start }
      }
      firstInput += first[index].inputs.count
    }
  }
}
