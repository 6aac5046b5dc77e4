import Attribution
public import CaptureReader
import Correlation
import Evidence
import RDPProtocol

/// Judges the sessions of a run whose facts are read one story at a time: the same as `Reduction` makes
/// of all facts at once.
///
/// What is held of a session is its outline and what it learns from the others. Facts are held only of
/// sessions that logs or other captures saw too, up to `heldLimit`.
public final class StreamedReduction {
  /// Joined sessions whose facts are kept; those beyond are joined anew when they are judged.
  static let heldLimit = 4_096

  /// Places of the sessions in the store, in order.
  public let sessions: [Int]
  private var joined: JoinedStore
  private var comparison: OutlineComparison
  private var storyOf: [Int] = []

  /// - Parameters:
  ///   - isPart: the store holds some groups of a larger run only.
  ///   - workers: they share the joining.
  public init(
    _ store: any FactsStore, isPart: Bool = false, workers: Workers = .one
  ) throws {
    var outlines: [SessionOutline] = []
    outlines.reserveCapacity(store.count)
    var members: [WitnessGroups.Member] = []
    try store.forEachOutline { outline in
      var outline = outline
      if let trail = outline.wire?.trail {
        members.append(
          WitnessGroups.Member(
            session: outlines.count, series: trail.series, trail: trail))
      }
      outline.wire?.trail = nil
      outlines.append(outline)
    }
    let groups = WitnessGroups.groups(of: members, isPart: isPart)
    members = []
    var joined = JoinedStore(store, groups: groups)
    var gone = Set<Int>()
    try Self.forEachJoin(of: groups, in: store, workers) { number, join, outline in
      guard let first = join.members.first else { return }
      gone.formUnion(join.members.dropFirst())
      outlines[first] = outline
      joined.groupOf[first] = number
      if joined.heldCount < Self.heldLimit || groups[number].isSearched {
        joined.hold(join.facts, of: first)
      }
    }
    try Self.joinLogs(&joined, &outlines, &gone)
    let sessions = outlines.indices.filter { !gone.contains($0) }
    let stored = joined
    comparison = try OutlineComparison(
      sessions.map { outlines[$0] }, transports: try store.transports()
    ) { place, transports in
      var facts = try stored.facts(of: sessions[place])
      facts.wire?.surroundings.udp += transports
      return SessionOutline(facts)
    }
    self.sessions = sessions
    self.joined = joined
    storyOf = Array(repeating: 0, count: sessions.count)
    for (number, members) in comparison.stories.enumerated() {
      for place in members { storyOf[place] = number }
    }
  }

  /// Sessions whose facts are read before their groups are joined, by all cores.
  private static let joinedAhead = 256

  /// Joins what several captures saw of one session, a few groups at a time.
  ///
  /// - Parameter body: takes the number of the group, the joined session and its outline, in order.
  private static func forEachJoin(
    of groups: [WitnessGroups.Group], in store: any FactsStore, _ workers: Workers,
    _ body: (Int, JoinedFacts, SessionOutline) -> Void
  ) throws {
    store.expect(groups.flatMap(\.sessions))
    var due: [(number: Int, group: WitnessGroups.Group, facts: [Int: SessionFacts])] = []
    var sessions = 0
    func join() {
      let found = workers.map(due, inPortionsOf: 2) { item in
        WitnessJoin.joins(of: item.group, facts: item.facts).map { ($0, SessionOutline($0.facts)) }
      }
      for (item, joins) in zip(due, found) {
        for (join, outline) in joins { body(item.number, join, outline) }
      }
      (due, sessions) = ([], 0)
    }
    for (number, group) in groups.enumerated() {
      var facts: [Int: SessionFacts] = [:]
      for session in group.sessions { facts[session] = try store.facts(of: session) }
      due.append((number, group, facts))
      sessions += group.sessions.count
      if sessions >= joinedAhead { join() }
    }
    join()
  }

  /// Joins what logs tell with the other sessions. Of these nothing but what tells who and when is held
  /// meanwhile.
  private static func joinLogs(
    _ joined: inout JoinedStore, _ outlines: inout [SessionOutline], _ gone: inout Set<Int>
  ) throws {
    guard outlines.contains(where: { $0.wire == nil }) else { return }
    var logs: [Int: SessionFacts] = [:]
    var captured: [JoinBase] = []
    let rest = outlines.indices.filter { !gone.contains($0) }
    joined.expect(rest)
    for index in rest {
      let facts = try joined.facts(of: index)
      if facts.wire != nil {
        captured.append(JoinBase(index: index, facts))
      } else if facts.log != nil {
        logs[index] = facts
      }
    }
    let matches = Dictionary(grouping: LogJoin.matches(of: logs, with: captured), by: \.base)
    for (base, found) in matches.sorted(by: { $0.key < $1.key }) {
      let facts = try joined.add(found, to: base)
      outlines[base] = SessionOutline(facts)
      if joined.heldCount < heldLimit { joined.hold(facts, of: base) }
      gone.formUnion(found.map(\.member))
    }
  }

  /// Stories of the run, of one session or several.
  public var stories: Int { comparison.stories.count }

  /// Number of the story that the session at a place of `sessions` belongs to.
  public func story(of place: Int) -> Int { storyOf[place] }

  /// The places of a story's sessions, in order.
  public func members(of story: Int) -> [Int] { comparison.stories[story].sorted() }

  /// What the verdicts of these stories rest on is asked for next, in this order.
  public func expect(_ stories: [Int]) {
    joined.expect(stories.flatMap { members(of: $0).map { sessions[$0] } })
  }

  /// All that a story's verdicts rest on.
  public func unjudged(_ story: Int) throws -> UnjudgedStory {
    let places = members(of: story)
    let facts = try places.map { place in
      var facts = try joined.facts(of: sessions[place])
      comparison.notes[place].apply(to: &facts)
      return facts
    }
    return UnjudgedStory(
      number: story, members: places, facts: facts,
      order: comparison.stories[story].compactMap { places.firstIndex(of: $0) })
  }

  /// Forgets what is held of a session that was judged and is needed no more.
  public func forget(_ place: Int) { joined.forget(sessions[place]) }
}
