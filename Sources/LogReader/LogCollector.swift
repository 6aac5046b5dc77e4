public import CaptureReader

/// Gathers what one log yields, within its limits.
struct LogCollector {
  let limits: LogLimits
  private let input: Int
  var clock: ClockReader
  private(set) var summary = LogSummary()
  private(set) var events: [LogEvent] = []
  /// The newest record was not yet understood.
  private var isRecordNew = false
  private var understoodFrame: Int?
  /// Nobody repeats himself enough for thinning out to help.
  private var isDiverse = false
  /// The newest events stand first: what comes after the limit is older.
  private var isFull = false
  /// The oldest events were left out, not only repetitions.
  private(set) var hasLeftOutOldest = false
  /// Builds sessions of what is kept no longer; nil where the log is short, or not alone.
  private var stream: SessionStream?
  private let isAlone: Bool
  /// Steps of the events' times, those of events that are kept no longer too.
  private var steps = LogOrder.Steps()
  /// Who wrote the events: many of them share it.
  private var sources: Set<LogEvent.SharedSource> = []

  init(input: Int, options: LogOptions) {
    self.input = input
    limits = options.limits
    isAlone = options.isAlone
    clock = ClockReader(options)
  }

  /// A record of a program or channel was read, understood or not.
  mutating func count(_ source: String, _ time: Timestamp?) {
    summary.records += 1
    isRecordNew = true
    if summary.sources[source] != nil || summary.sources.count < limits.sources {
      summary.sources[source, default: 0] += 1
    }
    guard let time else { return }
    summary.first = min(summary.first ?? time, time)
    summary.last = max(summary.last ?? time, time)
  }

  /// A line that belongs to nothing that is read here.
  mutating func pass() { summary.passed += 1 }

  mutating func countErrors(_ errors: Int) { summary.errors += errors }

  mutating func note(_ sentence: String) {
    if summary.notes.count < 32, !summary.notes.contains(sentence) {
      summary.notes.append(sentence)
    }
  }

  mutating func add(_ event: LogEvent) {
    // A record may be several events.
    if isRecordNew || understoodFrame != event.reference.frame { summary.understood += 1 }
    isRecordNew = false
    understoodFrame = event.reference.frame
    if events.count >= limits.events, !isFull { makeRoom() }
    guard events.count < limits.events else {
      summary.eventsLeftOut += 1
      return
    }
    var event = event
    event.reference = ItemReference(
      input: input, frame: event.reference.frame, time: event.reference.time)
    if clock.isZoneless, event.time.nanoseconds != 0 { event.isZoneAssumed = true }
    if sources.count < limits.sources { event.share(&sources) }
    steps.take(event)
    events.append(event)
  }

  /// What repeats goes first; where that is not enough, the oldest half: who looks into a long log wants to know
  /// what happened lately.
  private mutating func makeRoom() {
    if buildSessions() { return }
    if !isDiverse { thinOut() }
    guard isDiverse, events.count >= limits.events else { return }
    let begin = events.first { $0.time.nanoseconds != 0 }?.time
    let end = events.last { $0.time.nanoseconds != 0 }?.time
    if let begin, let end, end < begin {
      isFull = true
      return
    }
    let left = (events.count + 1) / 2
    events.removeFirst(left)
    summary.eventsLeftOut += left
    hasLeftOutOldest = true
  }

  /// Makes sessions of the oldest half of those events whose sessions can be built before the log's end.
  private mutating func buildSessions() -> Bool {
    guard isAlone else { return false }
    if stream == nil {
      // What other stamps show of the zone counts for all that stand before them.
      guard clock.clock.assumedZone == nil || !clock.clock.isZoneKnown else { return false }
      stream = SessionStream(for: events, keeping: limits.sessions)
    }
    _ = stream?.take(from: &events, keeping: limits.events / 2)
    return events.count < limits.events / 4 * 3
  }

  /// What is left of the events in their order, and the sessions that were built of the others.
  mutating func finished() -> (events: [LogEvent], built: BuiltSessions?) {
    guard let built = stream?.finish(&events) else { return (events, nil) }
    if built.late > 0 {
      note(
        "\(built.late) lines stand far behind later ones: their sessions were built without them")
    }
    events = LogOrder.sorted(events, steps: steps, clock: &clock)
    return (events, built)
  }

  /// Who repeats what.
  private struct Repeater: Hashable {
    var key: String
    var who: String
  }

  /// Events of one kind by one client kept where memory runs out, of the oldest and of the newest each.
  private static let keptOfRepeater = 256

  /// A log of a million refused log-ons has few clients: of those who repeat the same most, what lies
  /// between their first and their newest events is left out, and counted.
  private mutating func thinOut() {
    var counts: [Repeater: Int] = [:]
    for event in events { counts[Self.repeater(event), default: 0] += 1 }
    var seen: [Repeater: Int] = [:]
    let before = events.count
    events.removeAll { event in
      let repeater = Self.repeater(event)
      let place = seen[repeater, default: 0]
      seen[repeater] = place + 1
      let isEarly = place < Self.keptOfRepeater
      return !isEarly && place < (counts[repeater] ?? 0) - Self.keptOfRepeater
    }
    summary.eventsLeftOut += before - events.count
    // Where nobody repeats enough, looking again would find no more.
    isDiverse = events.count > limits.events / 10 * 9
  }

  private static func repeater(_ event: LogEvent) -> Repeater {
    Repeater(
      key: event.key,
      who: event.client?.address ?? event.user ?? event.source.computer ?? event.source.provider
        ?? "")
  }
}

/// What a log is and how much of it was read.
public struct LogSummary: Hashable, Sendable, Codable {
  /// Records or lines of known programs.
  public var records = 0
  /// Those that mean something here.
  public var understood = 0
  /// Records that are damaged.
  public var errors = 0
  /// Lines of no known program.
  public var passed = 0
  /// Understood events beyond the limit.
  public var eventsLeftOut = 0
  /// Records by program or channel.
  public var sources: [String: Int] = [:]
  public var first: Timestamp?
  public var last: Timestamp?
  /// What makes the data less certain, one sentence each.
  public var notes: [String] = []

  public init() {}
}
