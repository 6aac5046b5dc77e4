import CaptureReader

/// Which sessions a tunnel's end counts for.
struct TunnelEvents {
  /// A session that goes through a tunnel ends at once, or is given up within this time.
  private static let span = TimeSpan.seconds(60)
  /// A session may tell of its end a moment before the tunnel's log does.
  private static let early = TimeSpan.seconds(5)
  /// A session goes on without a line of its log for this long.
  private static let longest = TimeSpan.seconds(86_400)

  private let ends: [LogEvent]
  /// Ends that name neither address nor user: a client's own log is that of the client's host.
  private let unnamed: Moments
  private let byAddress: [String: Moments]
  private let byUser: [String: Moments]
  /// Those of a user whose line has no address: one that has counts for a session's own address alone.
  private let byUserAlone: [String: Moments]

  /// A gateway names whose tunnel it was; a client's own log is that of the client's host.
  static func attach(_ events: [LogEvent], to sessions: inout [LogSession]) {
    let ends = events.filter { $0.kind == .linkDown }
    guard !ends.isEmpty else { return }
    let tunnels = Self(ends)
    for index in sessions.indices where !sessions[index].isHostOnly {
      tunnels.attach(to: &sessions[index])
    }
  }

  private init(_ ends: [LogEvent]) {
    self.ends = ends
    let group = { (name: (LogEvent) -> String?) -> [String: Moments] in
      var places: [String: [Int]] = [:]
      for place in ends.indices {
        if let name = name(ends[place]) { places[name, default: []].append(place) }
      }
      return places.mapValues { Moments($0, of: ends) }
    }
    unnamed = Moments(
      ends.indices.filter { ends[$0].client == nil && ends[$0].user == nil }, of: ends)
    byAddress = group { $0.client?.address }
    byUser = group { $0.user.map(Self.plain) }
    byUserAlone = group { $0.client == nil ? $0.user.map(Self.plain) : nil }
  }

  private func attach(to session: inout LogSession) {
    let from = session.last.advanced(by: TimeSpan.zero - Self.span)
    let near = places(of: session, from: from, to: session.last.advanced(by: Self.early))
      .map { ends[$0] }.filter { !session.hostEvents.contains($0) }
    session.hostEvents += near.suffix(4)
    // A log that tells of the begin alone: the first end of the client's own tunnel ends it.
    guard near.isEmpty, !session.events.contains(where: \.isEnd),
      let address = session.client?.address,
      let place = byAddress[address]?.first(
        after: session.last, until: session.last.advanced(by: Self.longest))
    else { return }
    session.add(ends[place])
    session.hostEvents.append(ends[place])
  }

  /// The ends of this time that count for a session, in the order of their logs.
  private func places(
    of session: LogSession, from begin: Timestamp, to end: Timestamp
  ) -> [Int] {
    var found = unnamed.places(from: begin, to: end)
    if let address = session.client?.address {
      found += byAddress[address]?.places(from: begin, to: end) ?? []
    }
    if let user = session.user {
      let named = session.client == nil ? byUser : byUserAlone
      found += named[Self.plain(user)]?.places(from: begin, to: end) ?? []
    }
    return found.sorted()
  }

  /// The account's name without its domain.
  private static func plain(_ user: String) -> String {
    let name = user.split(separator: "\\").last.map(String.init) ?? user
    return (name.split(separator: "@").first.map(String.init) ?? name).lowercased()
  }
}

/// Places of events by time: a log has many ends, and each session asks for those of a minute.
private struct Moments {
  private let times: [Timestamp]
  private let sorted: [Int]

  init(_ places: [Int], of events: [LogEvent]) {
    sorted = places.sorted { (events[$0].time, $0) < (events[$1].time, $1) }
    times = sorted.map { events[$0].time }
  }

  func places(from begin: Timestamp, to end: Timestamp) -> [Int] {
    let first = place { $0 >= begin }
    return Array(sorted[first..<max(first, place { $0 > end })])
  }

  func first(after begin: Timestamp, until end: Timestamp) -> Int? {
    let place = place { $0 > begin }
    return place < times.count && times[place] <= end ? sorted[place] : nil
  }

  /// The first time for which it holds; it holds for all behind it too.
  private func place(where holds: (Timestamp) -> Bool) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(times[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
