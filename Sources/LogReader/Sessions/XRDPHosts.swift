import CaptureReader

/// Which logs of xrdp and its session manager tell of one host: only those are read together. A service
/// that stops in one host's log ends nothing in another's.
struct XRDPHosts {
  /// What one log says of one computer.
  private struct Part {
    var input: Int
    var computer: String?
    var events: [LogEvent] = []
    var isServer = false
    var processes: Set<Int> = []
    var users: Set<String> = []
    var clients: Set<LogEndpoint> = []
    var first: Timestamp
    var last: Timestamp

    init(_ event: LogEvent) {
      input = event.reference.input
      computer = event.source.computer
      (first, last) = (event.time, event.time)
    }

    mutating func add(_ event: LogEvent) {
      events.append(event)
      isServer = isServer || event.source.program == .xrdp
      first = min(first, event.time)
      last = max(last, event.time)
      guard processes.count + users.count + clients.count < XRDPHosts.mostMarks else { return }
      if let process = event.process { processes.insert(process) }
      if let user = event.user { users.insert(user) }
      if let client = event.client, !client.isLocal { clients.insert(client) }
    }
  }

  /// Marks of one log that are compared with those of others.
  private static let mostMarks = 16_384

  /// A log that has the records of another in a second form.
  struct Copy {
    var input: Int
    var clients: Set<LogEndpoint>
  }

  /// The events, those of one host together and in the order of their logs; what two logs have in two forms is
  /// read once.
  static func hosts(of events: [LogEvent]) -> (hosts: [[LogEvent]], copies: [Copy]) {
    var parts: [Part] = []
    var places: [String: Int] = [:]
    for event in events {
      let key = "\(event.reference.input) \(event.source.computer ?? "")"
      let place = places[key] ?? parts.count
      if place == parts.count {
        places[key] = place
        parts.append(Part(event))
      }
      parts[place].add(event)
    }
    let copies = removeCopies(&parts)
    return (groups(parts).map { group in group.flatMap { parts[$0].events } }, copies)
  }

  /// A copy's clock differs by a zone at most, and by the part of a second that one of the forms leaves out.
  private static let zoneStep: Int64 = 900_000_000_000
  private static let mostZones: Int64 = 26 * 3_600_000_000_000
  private static let copySpan = TimeSpan.milliseconds(1_500)

  private static func removeCopies(_ parts: inout [Part]) -> [Copy] {
    var copies: [Copy] = []
    var index = 0
    while index < parts.count {
      let original = parts.indices.prefix(index).first { known in
        offset(of: parts[index], from: parts[known]) != nil
      }
      guard let original, let offset = offset(of: parts[index], from: parts[original]) else {
        index += 1
        continue
      }
      var (kept, copy) = (parts[original], parts[index])
      var shift = offset
      // The form that names its zone is right about the time.
      if kept.events.contains(where: { $0.isZoneAssumed == true }),
        !copy.events.contains(where: { $0.isZoneAssumed == true })
      {
        (kept, copy) = (copy, kept)
        shift = TimeSpan.zero - offset
      }
      copies.append(Copy(input: copy.input, clients: copy.clients))
      let second: (LogEvent) -> Int64 = { $0.time.nanoseconds / 1_000_000_000 }
      let known = Set(kept.events.map { "\($0.key) \(second($0))" })
      for event in copy.events {
        let moved = event.shifted(by: shift)
        let isThere = (-1...1).contains { step in
          known.contains("\(event.key) \(second(moved).addingSaturating(Int64(step)))")
        }
        if !isThere { kept.add(moved) }
      }
      kept.computer = kept.computer ?? copy.computer
      parts[original] = kept
      parts.remove(at: index)
    }
    return copies
  }

  /// How far a log's clock is ahead of another's that has the same connections; nil where it is no copy of it.
  private static func offset(of part: Part, from other: Part) -> TimeSpan? {
    guard part.input != other.input, part.isServer, other.isServer,
      part.computer == nil || other.computer == nil || part.computer == other.computer
    else { return nil }
    let named: (Part) -> Set<LogEndpoint> = { $0.clients.filter { $0.port != nil } }
    let shared = named(part).intersection(named(other))
    guard !shared.isEmpty, shared.count * 2 >= min(named(part).count, named(other).count),
      let client = shared.min(by: { "\($0)" < "\($1)" }),
      let first = part.events.first(where: { $0.client == client }),
      let second = other.events.first(where: { $0.client == client && $0.key == first.key })
    else { return nil }
    let gap = first.time.since(second.time)
    let steps = (Double(gap.nanoseconds) / Double(zoneStep)).rounded()
    guard abs(steps) * Double(zoneStep) <= Double(mostZones) else { return nil }
    let zone = TimeSpan(nanoseconds: Int64(steps) * zoneStep)
    let rest = gap - zone
    guard rest <= copySpan, rest >= TimeSpan.zero - copySpan else { return nil }
    return zone
  }

  private static func groups(_ parts: [Part]) -> [[Int]] {
    var groups: [[Int]] = []
    for place in parts.indices where parts[place].isServer {
      if let known = groups.firstIndex(where: { group in
        group.contains { isSameHost(parts[$0], parts[place]) }
      }) {
        groups[known].append(place)
      } else {
        groups.append([place])
      }
    }
    let servers = groups.count
    for place in parts.indices where !parts[place].isServer {
      let manager = parts[place]
      let scores = groups.prefix(servers).map { group in
        group.map { score(manager, parts[$0]) }.max() ?? 0
      }
      let best = scores.max() ?? 0
      if servers == 1, best >= 0 {
        groups[0].append(place)
      } else if best > 0, let host = scores.firstIndex(of: best) {
        groups[host].append(place)
      } else if let own = groups.indices.dropFirst(servers).first(where: { index in
        groups[index].contains {
          parts[$0].input == manager.input && parts[$0].computer == manager.computer
        }
      }) {
        groups[own].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups
  }

  /// Two logs with the server's lines are one host's where it has a name, or where one goes on with the
  /// other's processes.
  private static func isSameHost(_ one: Part, _ other: Part) -> Bool {
    if let name = one.computer, let second = other.computer { return name == second }
    let isApart = one.last <= other.first || other.last <= one.first
    return isApart && !one.processes.isDisjoint(with: other.processes)
  }

  /// How much a session manager's log shares with a server's; negative where another computer wrote it.
  private static func score(_ manager: Part, _ server: Part) -> Int {
    if let name = manager.computer, let second = server.computer {
      return name == second ? 1_000_000 : -1
    }
    if manager.input == server.input { return 1_000_000 }
    return manager.users.intersection(server.users).count
      + 2 * manager.clients.intersection(server.clients).count
  }
}
