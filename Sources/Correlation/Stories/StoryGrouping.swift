import CaptureReader
public import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Joins the connections of one client that follow each other into user stories.
///
/// A connection continues the story whose last one to the same server ended most recently, within
/// `pause`; what still runs when it starts is somebody else's (a second window, users behind one
/// address). After a session that ended as intended a new one is a new story, unless a broker sent
/// its client on to another server. Sessions are walked in order of their starts and ends, so the
/// effort is that of sorting them.
public struct StoryGrouping {
  /// A pause after which a new connection is a new story.
  static let pause = TimeSpan.seconds(120)
  /// How much a connection may overlap the one it replaces: a client opens the next before its FIN
  /// for the last is out.
  static let overlap = TimeSpan.seconds(1)
  /// A client that is sent on connects at once.
  static let redirection = TimeSpan.seconds(5)
  /// A broker's session is over within this time.
  static let brokerSession = TimeSpan.seconds(15)

  private let sessions: [SessionOutline]
  private let starts: [Timestamp]
  private let ends: [Timestamp]

  private init(_ sessions: [SessionOutline]) {
    self.sessions = sessions
    starts = sessions.map(\.start)
    ends = sessions.map(\.clientEnd)
  }

  /// The sessions of each story by their indices, in order of time; stories in order of their first
  /// session.
  public static func stories(of sessions: [SessionFacts]) -> [[Int]] {
    let outlines = sessions.map { SessionOutline($0) }
    return stories(of: outlines, pairs: PairNumbers(outlines))
  }

  static func stories(of sessions: [SessionOutline], pairs: PairNumbers) -> [[Int]] {
    StoryGrouping(sessions).stories(pairs)
  }

  /// Sessions that ended and that a later one may continue.
  private struct Ended {
    /// The last one of each pair, and the one before each.
    private var last: [Int?]
    private var before: [Int?]
    var lastOf: [Int?]
    var redirected: Set<Int> = []

    init(_ pairs: borrowing PairNumbers) {
      last = Array(repeating: nil, count: pairs.clients.count)
      before = Array(repeating: nil, count: pairs.ofSession.count)
      // There are not more of them.
      lastOf = last
    }

    mutating func push(_ session: Int, of pair: Int) {
      before[session] = last[pair]
      last[pair] = session
    }

    mutating func pop(of pair: Int) -> Int? {
      let found = last[pair]
      if let found { last[pair] = before[found] }
      return found
    }

    mutating func forget(_ pair: Int) { last[pair] = nil }
  }

  private func stories(_ pairs: PairNumbers) -> [[Int]] {
    var stories: [[Int]] = []
    var places = [Int](repeating: 0, count: sessions.count)
    var leaving = sessions.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }[...]
    var ended = Ended(pairs)
    var placed = [Bool](repeating: false, count: sessions.count)
    // Those so short that they end, by `overlap`, before they begin.
    var early = placed
    for index in sessions.indices.sorted(by: { (starts[$0], $0) < (starts[$1], $1) }) {
      while let first = leaving.first, ends[first] <= starts[index].advanced(by: Self.overlap) {
        leaving.removeFirst()
        if placed[first] { close(first, pairs, &ended) } else { early[first] = true }
      }
      if let last = predecessor(of: index, pairs, &ended) {
        places[index] = places[last]
        stories[places[last]].append(index)
      } else {
        places[index] = stories.count
        stories.append([index])
      }
      placed[index] = true
      if early[index] { close(index, pairs, &ended) }
    }
    return stories
  }

  private func close(_ index: Int, _ pairs: borrowing PairNumbers, _ ended: inout Ended) {
    guard let pair = pairs.ofSession[index] else { return }
    ended.push(index, of: pair)
    ended.lastOf[pairs.clients[pair]] = index
  }

  /// The session that this one continues; nil where it begins a story.
  private func predecessor(
    of index: Int, _ pairs: borrowing PairNumbers, _ ended: inout Ended
  ) -> Int? {
    guard let pair = pairs.ofSession[index] else { return nil }
    if let last = ended.pop(of: pair), continues(last, with: index) { return last }
    if let last = ended.lastOf[pairs.clients[pair]], !ended.redirected.contains(last),
      isRedirection(from: last, to: index)
    {
      ended.redirected.insert(last)
      return last
    }
    ended.forget(pair)
    return nil
  }

  private func continues(_ last: Int, with next: Int) -> Bool {
    starts[next].since(ends[last]) <= Self.pause && !sessions[last].endedAsIntended
  }

  /// A short session that ended well, and at once another one with another server, that asks with the
  /// token a broker gave out ([MS-RDPBCGR] 2.2.13.1, 5.5) or begins where the first came to nothing.
  private func isRedirection(from last: Int, to next: Int) -> Bool {
    let (from, to) = (sessions[last], sessions[next])
    let pause = starts[next].since(ends[last])
    guard from.server?.address != to.server?.address,
      pause <= Self.redirection, from.endedAsIntended || from.wasSentOn,
      from.end.since(from.start) <= Self.brokerSession
    else { return false }
    if to.wire?.hasRoutingToken == true { return true }
    return to.phase >= .mcs && pause <= .seconds(1)
  }
}
