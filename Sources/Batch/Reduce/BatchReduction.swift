import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams
import Reporting

/// Judges all that a checkpoint holds and hands it over series by series.
final class BatchReduction {
  private let store: StoredFacts
  private let reduction: StreamedReduction
  /// Lines of sessions whose story was judged before their turn.
  private var waiting: [Int: (line: [UInt8]?, cause: String)] = [:]
  private var waitingBytes = 0
  private let selection: SessionSelection
  private let sites: SiteMap
  /// Sessions that are not selected.
  private(set) var leftOut = 0
  /// Server ports of connections that were seen to speak RDP itself, in no gateway's or proxy's.
  private(set) var ports: Set<UInt16> = []
  /// Sessions are wanted once more when all are judged.
  private let keepsAll: Bool
  private let progress: JudgingProgress?
  private let workers: Workers
  /// No facts are held: each session's are decoded.
  private let isReadBack: Bool

  /// Bytes of lines that wait; beyond that a story is judged anew at its next session's turn.
  private static let waitingLimit = 64 << 20

  init(
    _ checkpoint: Checkpoint, series: [ObservationHead], recent: RecentFacts? = nil,
    isPart: Bool = false, selection: SessionSelection = SessionSelection(),
    sites: SiteMap = SiteMap(), keepsAll: Bool = false, progress: JudgingProgress? = nil,
    workers: Workers = .one
  ) throws {
    self.progress = progress
    self.workers = workers
    self.selection = selection
    self.keepsAll = keepsAll
    self.sites = sites
    isReadBack = recent == nil
    store = StoredFacts(checkpoint, series: series, recent: recent, workers: workers)
    reduction = try StreamedReduction(store, isPart: isPart, workers: workers)
  }

  func forEach(_ body: (JudgedSeries) throws -> Void) throws {
    var place = 0
    for (series, head) in store.heads.enumerated() {
      let range = store.sessions(of: series)
      var lines = PackedLines()
      var places: [Int] = []
      var byCause: [String: Int] = [:]
      var stories = Set<Int>()
      var count = 0
      while place < reduction.sessions.count, range.contains(reduction.sessions[place]) {
        defer { place += 1 }
        let (line, cause) = try judged(place)
        progress?.count()
        guard let line else {
          leftOut += 1
          continue
        }
        lines.add(line)
        places.append(place)
        byCause[cause, default: 0] += 1
        stories.insert(reduction.story(of: place))
        count += 1
      }
      let numbered = SeriesHead(
        series: head.series, files: head.files, filesFailed: head.filesFailed,
        filesPartial: head.filesPartial, bytes: head.bytes, sessions: count,
        firstGroup: stories.min().map { $0 + 1 } ?? 0, groups: stories.count, byCause: byCause)
      try body(
        JudgedSeries(head: numbered, sessions: lines, places: places) { [store] body in
          try store.forEachInput(of: series, body)
        })
    }
  }

  /// The session's line, nil where it is not selected, and its cause.
  private func judged(_ place: Int) throws -> (line: [UInt8]?, cause: String) {
    if waiting[place] == nil { try judge(from: place) }
    guard let known = waiting.removeValue(forKey: place) else { return (nil, "") }
    waitingBytes -= known.line?.count ?? 0
    return known
  }

  /// Judges the story of a session and, where several cores share the work, those of the sessions behind
  /// it, whose lines wait for their turn.
  private func judge(from place: Int) throws {
    let isShared =
      workers.count > 1
      && reduction.sessions.count >= (isReadBack ? Self.leastReadBack : Reduction.leastShared)
    var places: [Int] = []
    var stories: [Int] = []
    var known = Set<Int>()
    var sessions = 0
    for next in place..<reduction.sessions.count where waiting[next] == nil {
      let story = reduction.story(of: next)
      guard known.insert(story).inserted else { continue }
      places.append(next)
      stories.append(story)
      sessions += reduction.members(of: story).count
      guard isShared, sessions < Self.judgedAhead else { break }
    }
    if isShared { reduction.expect(stories) }
    let due = try zip(places, stories).map { (place: $0, story: try reduction.unjudged($1)) }
    let sites = sites
    let judged = workers.map(due, inPortionsOf: Self.portion) { $0.story.reports(sites: sites) }
    let inputs = judged.joined()
      .reduce(into: Set<Int>()) { $0.formUnion(SessionLines.inputs(of: $1)) }
    let names = try names(of: inputs)
    let lines = workers.map(judged, inPortionsOf: Self.portion) {
      SessionLines.lines(of: $0, names: names)
    }
    for ((place, story), (reports, lines)) in zip(due, zip(judged, lines)) {
      for (member, (line, report)) in zip(story.members, zip(lines, reports)) {
        if let wire = report.facts.wire, wire.speaksPlainRDP { ports.insert(wire.serverPort) }
        guard
          member == place
            || member > place && waitingBytes + line.count <= Self.waitingLimit
        else { continue }
        let selected = selection.includes(report) ? line : nil
        waiting[member] = (selected, report.verdict.cause.rawValue)
        waitingBytes += selected?.count ?? 0
      }
      if !keepsAll { reduction.forget(place) }
    }
  }

  /// Sessions judged at a time where several cores share them, and stories that a core takes in one go.
  private static let judgedAhead = 512
  private static let portion = 16
  /// Sessions from which on it pays to wake another core where each is decoded too.
  static let leastReadBack = 48

  /// The story of a session that was handed over, judged once more, and which of its sessions it is.
  func story(at place: Int) throws -> JudgedStory? {
    guard reduction.sessions.indices.contains(place) else { return nil }
    let story = reduction.story(of: place)
    guard let index = reduction.members(of: story).firstIndex(of: place) else { return nil }
    let reports = try reduction.unjudged(story).reports(sites: sites)
    let inputs = reports.reduce(into: Set<Int>()) { $0.formUnion(SessionLines.inputs(of: $1)) }
    return JudgedStory(sessions: reports, names: try names(of: inputs), index: index)
  }

  /// Names of inputs of the last series that they were asked of.
  private var known: [Int: [String]] = [:]
  private static let namesKept = 16

  private func names(of inputs: Set<Int>) throws -> [Int: String] {
    var names: [Int: String] = [:]
    for input in inputs {
      let series = store.series(ofInput: input)
      guard store.heads.indices.contains(series) else { continue }
      if known[series] == nil {
        if known.count >= Self.namesKept { known = [:] }
        var list: [String] = []
        let head = store.heads[series]
        try store.forEachInput(of: series) { line in
          do {
            list.append(InputRecord(try StoredRecord.input(line)).name)
          } catch {
            throw BatchError.notRecords(series: head.series)
          }
        }
        known[series] = list
      }
      let place = input - store.firstInput[series]
      if let list = known[series], list.indices.contains(place) { names[input] = list[place] }
    }
    return names
  }
}

extension WireFacts {
  /// It speaks RDP itself: nothing carries it.
  fileprivate var speaksPlainRDP: Bool {
    trace.recognised && trace.carrier == nil && inference.carrier == nil
  }

  fileprivate var serverPort: UInt16 { connection.server.port }
}
