import CaptureReader

/// Sessions of a long log of xrdp and its session manager, built while it is read: its events need not be
/// kept then.
///
/// The builder is the one that reads a whole log, and gets the same events in the same order; what comes
/// later than the window behind the newest event is taken where it stands, and counted.
struct SessionStream {
  /// Builders by computer: process ids are a host's own. Lines that name none stand under "".
  private var hosts: [String: XRDPSessions] = [:]
  private var newest: Timestamp?
  private var built = BuiltSessions()
  /// Sessions that are kept, the newest.
  private let most: Int

  /// What is nearer to the newest event waits for its neighbours.
  private static let window = TimeSpan.seconds(10)
  /// Computers that have a builder; a log of more is no server's.
  private static let mostHosts = 1_024

  static func takes(_ event: LogEvent) -> Bool {
    event.source.program == .xrdp || event.source.program == .sesman
  }

  /// Nil where the events do not stand in order of time, have none, or do not say of which computer they are.
  init?(for events: [LogEvent], keeping most: Int) {
    self.most = most
    let own = events.filter(Self.takes)
    guard let first = own.first, let last = own.last, first.time <= last.time,
      own.allSatisfy({ $0.time.nanoseconds != 0 })
    else { return nil }
    let named = own.count { $0.source.computer != nil }
    guard named == 0 || named == own.count else { return nil }
  }

  /// Takes the oldest of the events away, as long as the newest of them are far enough behind.
  ///
  /// - Returns: there was something to take.
  mutating func take(from events: inout [LogEvent], keeping share: Int) -> Bool {
    let own = XRDPSessions.ordered(events.filter(Self.takes))
    guard let last = own.last else { return false }
    let limit = last.time.advanced(by: TimeSpan.zero - Self.window)
    var end = min(own.count - share, own.firstIndex { $0.time > limit } ?? own.count)
    // Lines of one moment stay together.
    while end > 0, own[end - 1].time == own[end].time { end -= 1 }
    guard end > 0 else { return false }
    take(own[..<end], beside: own)
    let border = own[end].time
    events.removeAll { Self.takes($0) && $0.time < border }
    return true
  }

  private mutating func take(_ events: ArraySlice<LogEvent>, beside others: [LogEvent]) {
    if let newest { built.late += events.count { $0.time < newest } }
    if let last = events.last?.time { newest = max(newest ?? last, last) }
    for event in events {
      built.programs.insert(event.source.program)
      if event.source.program == .xrdp, event.process != nil { built.hasProcesses = true }
    }
    defer { forget() }
    let names = Set(others.map { $0.source.computer ?? "" })
    if names.count == 1, let name = names.first {
      hosts[place(of: name), default: XRDPSessions()].take(events, beside: others)
      return
    }
    for name in names.sorted() {
      let isOwn = { (event: LogEvent) in (event.source.computer ?? "") == name }
      hosts[place(of: name), default: XRDPSessions()].take(
        events.filter(isOwn)[...], beside: others.filter(isOwn))
    }
  }

  /// The oldest sessions make room for newer ones.
  private mutating func forget() {
    guard hosts.values.reduce(0, { $0 + $1.all.count }) > most / 4 * 5 else { return }
    let share = most / hosts.count
    for name in hosts.keys { hosts[name]?.forget(beyond: share) }
  }

  /// A line without a name is of the only computer that there is.
  private func place(of name: String) -> String {
    if name.isEmpty, hosts.count == 1, let only = hosts.keys.first { return only }
    return hosts[name] != nil || hosts.count < Self.mostHosts ? name : ""
  }

  /// What the stream built, with what is left of the log.
  mutating func finish(_ events: inout [LogEvent]) -> BuiltSessions {
    let own = XRDPSessions.ordered(events.filter(Self.takes))
    if !own.isEmpty { take(own[...], beside: own) }
    events.removeAll(where: Self.takes)
    built.sessions = hosts.sorted { $0.key < $1.key }.flatMap(\.value.all)
    built.leftOut = hosts.values.reduce(0) { $0 + $1.forgotten }
    if built.sessions.count > most {
      built.leftOut += built.sessions.count - most
      built.sessions = built.sessions.sorted { $0.first < $1.first }.suffix(most)
    }
    return built
  }
}

/// Sessions that were built while their log was read: their events stand in them and in no other place.
public struct BuiltSessions: Hashable, Sendable, Codable {
  public var sessions: [LogSession] = []
  /// The programs whose lines they are made of.
  public var programs: Set<LogProgram> = []
  /// Lines of xrdp name their process.
  public var hasProcesses = false
  /// Older sessions beyond the limit.
  public var leftOut = 0
  /// Events that stood too far behind later ones to be taken in order of time.
  public var late = 0
}
