import CaptureReader
import Reporting

/// What one worker does in one go: a series, or all single captures of an archive, which are read in
/// one pass.
struct Job: Hashable, Sendable {
  var series: [SeriesPlan]
  var bytes: Int

  /// In the order in which they should start: the biggest first, so that none is left for the end.
  static func jobs(of plan: Plan) -> [Job] {
    var jobs: [Job] = []
    var places: [String: Int] = [:]
    for series in plan.series {
      let archive = series.files.count == 1 ? series.files[0].entry?.archive : nil
      if let archive, let place = places[archive] {
        jobs[place].series.append(series)
        jobs[place].bytes = jobs[place].bytes.addingSaturating(series.bytes)
      } else {
        if let archive { places[archive] = jobs.count }
        jobs.append(Job(series: [series], bytes: series.bytes))
      }
    }
    for place in places.values { jobs[place].series.sort(by: isEarlierEntry) }
    return jobs.enumerated().sorted {
      ($1.element.bytes, $0.offset) < ($0.element.bytes, $1.offset)
    }.map(\.element)
  }

  private static func isEarlierEntry(_ one: SeriesPlan, _ other: SeriesPlan) -> Bool {
    let places = [one, other].map { $0.files.first?.entry?.steps.map(\.index) ?? [] }
    return places[0].lexicographicallyPrecedes(places[1])
  }
}

extension Shard {
  /// This machine's jobs: each goes to the machine that has the fewest bytes so far, so that all
  /// machines find the same shares by themselves.
  func jobs(of plan: Plan) -> [Job] {
    var loads = [Int](repeating: 0, count: count)
    var mine: [Job] = []
    for job in Job.jobs(of: plan) {
      guard let least = loads.indices.min(by: { (loads[$0], $0) < (loads[$1], $1) }) else { break }
      // An empty file is work too.
      loads[least] = loads[least].addingSaturating(max(1, job.bytes))
      if least == number - 1 { mine.append(job) }
    }
    return mine
  }
}
