import Attribution
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

  private let store: any FactsStore
  /// Places of the sessions in the store, in order.
  public let sessions: [Int]
  private var held: [Int: SessionFacts]
  private let groups: [WitnessGroups.Group]
  private let groupOf: [Int: Int]
  private var comparison: OutlineComparison
  private var storyOf: [Int] = []

  /// - Parameter isPart: the store holds some groups of a larger run only.
  public init(_ store: any FactsStore, isPart: Bool = false) throws {
    self.store = store
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
    var held: [Int: SessionFacts] = [:]
    var groupOf: [Int: Int] = [:]
    var gone = Set<Int>()
    for (number, group) in groups.enumerated() {
      for join in try WitnessJoin.joins(of: group, session: { try store.facts(of: $0) }) {
        guard let first = join.members.first else { continue }
        gone.formUnion(join.members.dropFirst())
        outlines[first] = SessionOutline(join.facts)
        if held.count < Self.heldLimit || group.isSearched {
          held[first] = join.facts
        } else {
          groupOf[first] = number
        }
      }
    }
    self.groups = groups
    self.groupOf = groupOf
    try Self.joinLogs(store, groups, groupOf, &outlines, &held, &gone)
    let sessions = outlines.indices.filter { !gone.contains($0) }
    let stored = held
    comparison = try OutlineComparison(
      sessions.map { outlines[$0] }, transports: try store.transports()
    ) { place, transports in
      var facts = try Self.facts(of: sessions[place], store, stored, groups, groupOf)
      facts.wire?.surroundings.udp += transports
      return SessionOutline(facts)
    }
    self.sessions = sessions
    self.held = held
    storyOf = Array(repeating: 0, count: sessions.count)
    for (number, members) in comparison.stories.enumerated() {
      for place in members { storyOf[place] = number }
    }
  }

  /// Logs are joined with the first captured sessions, as many as are tried.
  private static func joinLogs(
    _ store: any FactsStore, _ groups: [WitnessGroups.Group], _ groupOf: [Int: Int],
    _ outlines: inout [SessionOutline], _ held: inout [Int: SessionFacts], _ gone: inout Set<Int>
  ) throws {
    guard outlines.contains(where: { $0.wire == nil }) else { return }
    var tried: [Int] = []
    var captured = 0
    for index in outlines.indices where !gone.contains(index) {
      if outlines[index].wire != nil {
        captured += 1
        guard captured <= LogJoin.triedLimit else { continue }
      }
      tried.append(index)
    }
    let stored = held
    let facts = try tried.map { try Self.facts(of: $0, store, stored, groups, groupOf) }
    for join in LogJoin.joins(of: facts) {
      guard let first = join.members.first else { continue }
      held[tried[first]] = join.facts
      outlines[tried[first]] = SessionOutline(join.facts)
      gone.formUnion(join.members.dropFirst().map { tried[$0] })
    }
  }

  private static func facts(
    of session: Int, _ store: any FactsStore, _ held: [Int: SessionFacts],
    _ groups: [WitnessGroups.Group], _ groupOf: [Int: Int]
  ) throws -> SessionFacts {
    if let facts = held[session] { return facts }
    if let number = groupOf[session] {
      let joins = try WitnessJoin.joins(of: groups[number], session: { try store.facts(of: $0) })
      if let join = joins.first(where: { $0.members.first == session }) { return join.facts }
    }
    return try store.facts(of: session).withoutTrails()
  }

  /// Stories of the run, of one session or several.
  public var stories: Int { comparison.stories.count }

  /// Number of the story that the session at a place of `sessions` belongs to.
  public func story(of place: Int) -> Int { storyOf[place] }

  /// The places of a story's sessions, in order.
  public func members(of story: Int) -> [Int] { comparison.stories[story].sorted() }

  /// All that a story's verdicts rest on.
  public func unjudged(_ story: Int) throws -> UnjudgedStory {
    let places = members(of: story)
    let facts = try places.map { place in
      var facts = try Self.facts(of: sessions[place], store, held, groups, groupOf)
      comparison.notes[place].apply(to: &facts)
      return facts
    }
    return UnjudgedStory(
      number: story, members: places, facts: facts,
      order: comparison.stories[story].compactMap { places.firstIndex(of: $0) })
  }

  /// Forgets what is held of a session that was judged and is needed no more.
  public func forget(_ place: Int) { held[sessions[place]] = nil }
}
