import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol

/// Counts, for each session that did not end as intended, what the others did at that time.
///
/// Sorted times and two searches per session: the effort grows with n log n.
enum SharedMoments {
  /// A session that runs from this long before the time to this long after it survived it.
  static let surviving = TimeSpan.seconds(15)
  /// Sessions lost within this time of each other were lost together: clients notice one outage up
  /// to half a minute apart.
  static let together = TimeSpan.seconds(30)

  static func note(_ sessions: [SessionOutline], in notes: inout [SessionNotes]) {
    guard sessions.count > 1 else { return }
    let stays = sessions.map { Stay($0) }
    var byServer: [IPAddress: Times] = [:]
    var byClient: [IPAddress: Times] = [:]
    var byPair: [HostPair: Times] = [:]
    // Most connections of a scan are neither.
    // A relay's other half tells of the same end.
    let counted = stays.indices.compactMap { index in
      sessions[index].relay?.decides ?? true ? stays[index] : nil
    }
    guard counted.contains(where: { $0.isDrop || $0.canSurvive }) else { return }
    for stay in distinct(counted) where stay.isDrop || stay.canSurvive {
      byServer[stay.pair.server, default: Times()].add(stay)
      byClient[stay.pair.client, default: Times()].add(stay)
      byPair[stay.pair, default: Times()].add(stay)
    }
    guard !byPair.isEmpty else { return }
    for key in byServer.keys { byServer[key]?.sort() }
    for key in byClient.keys { byClient[key]?.sort() }
    for key in byPair.keys { byPair[key]?.sort() }
    for (index, stay) in stays.enumerated() {
      guard let stay, !stay.isUntroubled else { continue }
      let both = byPair[stay.pair] ?? Times()
      let server = byServer[stay.pair.server] ?? Times()
      let client = byClient[stay.pair.client] ?? Times()
      var others = Bystanders()
      others.serverSurvived = max(0, server.survivors(of: stay.end) - both.survivors(of: stay.end))
      others.serverDropped = max(0, server.drops(near: stay.end) - both.drops(near: stay.end))
      others.clientSurvived = max(0, client.survivors(of: stay.end) - both.survivors(of: stay.end))
      others.clientDropped = max(0, client.drops(near: stay.end) - both.drops(near: stay.end))
      notes[index].bystanders = others
    }
  }

  /// Without the same session seen in a second capture.
  private static func distinct(_ stays: [Stay]) -> [Stay] {
    var ends: [Stay.Connection: Timestamp] = [:]
    return stays.sorted { $0.start < $1.start }.filter { stay in
      let isNew = ends[stay.connection].map { $0 < stay.start } ?? true
      ends[stay.connection] = max(ends[stay.connection] ?? stay.end, stay.end)
      return isNew
    }
  }
}

/// A session's place in time.
private struct Stay {
  struct Connection: Hashable {
    var client: Endpoint
    var server: Endpoint
  }

  var connection: Connection
  var pair: HostPair
  var start: Timestamp
  /// When it was lost, else its last packet.
  var end: Timestamp
  var isActive: Bool
  /// It had come up, and was lost.
  var isDrop: Bool
  /// It ended as intended, runs on, or was given up by its own client.
  var isUntroubled: Bool

  /// Nil where an end of the session is not known.
  init?(_ session: SessionOutline) {
    guard let client = session.client, let server = session.server else { return nil }
    connection = Connection(client: client, server: server)
    pair = HostPair(client: client.address, server: server.address)
    start = session.start
    isActive = session.phase == .active
    isDrop = session.wasLost
    isUntroubled = session.isUntroubled
    end = session.lossTime
  }

  /// It ran long enough to have survived another's loss.
  var canSurvive: Bool {
    isActive && end.since(start) >= SharedMoments.surviving * 2
  }
}

/// Sorted times of a group's sessions.
private struct Times {
  /// Starts and ends of running sessions long enough to survive a loss.
  var starts: [Timestamp] = []
  var ends: [Timestamp] = []
  var drops: [Timestamp] = []

  mutating func add(_ stay: Stay) {
    if stay.isDrop { drops.append(stay.end) }
    guard stay.canSurvive else { return }
    starts.append(stay.start)
    ends.append(stay.end)
  }

  mutating func sort() {
    starts.sort()
    ends.sort()
    drops.sort()
  }

  /// Those that began long enough before and ended long enough after. None is so short that it
  /// would do neither, so those that ended early are among those that began early.
  func survivors(of time: Timestamp) -> Int {
    let before = time.advanced(by: .zero - SharedMoments.surviving)
    let after = time.advanced(by: SharedMoments.surviving)
    return max(0, starts.count(upTo: before, including: true) - ends.count(upTo: after))
  }

  func drops(near time: Timestamp) -> Int {
    let before = time.advanced(by: .zero - SharedMoments.together)
    let after = time.advanced(by: SharedMoments.together)
    return drops.count(upTo: after, including: true) - drops.count(upTo: before)
  }
}

extension [Timestamp] {
  /// How many of these sorted times come before `time`.
  fileprivate func count(upTo time: Timestamp, including isIncluded: Bool = false) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      let isBefore = isIncluded ? self[middle] <= time : self[middle] < time
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
