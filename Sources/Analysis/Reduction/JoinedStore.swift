import Correlation
import Evidence

/// The facts of a run's sessions with all that their witnesses show, some of them held and the others put
/// together anew each time that they are asked for.
struct JoinedStore {
  private let store: any FactsStore
  private let groups: [WitnessGroups.Group]
  private var held: [Int: SessionFacts] = [:]
  /// Number of the group of captures that saw a session.
  var groupOf: [Int: Int] = [:]
  /// What logs tell of a session.
  private var matches: [Int: [LogJoin.Match]] = [:]

  init(_ store: any FactsStore, groups: [WitnessGroups.Group]) {
    self.store = store
    self.groups = groups
  }

  var heldCount: Int { held.count }

  /// Adds what logs tell of a session.
  mutating func add(_ found: [LogJoin.Match], to session: Int) throws -> SessionFacts {
    var facts = try facts(of: session)
    for match in found { match.apply(to: &facts) }
    matches[session, default: []] += found
    if held[session] != nil { held[session] = facts }
    return facts
  }

  /// Keeps what was found of a session.
  mutating func hold(_ facts: SessionFacts, of session: Int) { held[session] = facts }

  /// Lets go what was held of a session; it can be put together anew.
  mutating func forget(_ session: Int) { held[session] = nil }

  /// Facts of these sessions are asked for next, in this order.
  func expect(_ sessions: [Int]) {
    store.expect(
      sessions.flatMap { session -> [Int] in
        if held[session] != nil { return [] }
        return groupOf[session].map { groups[$0].sessions } ?? [session]
      })
  }

  func facts(of session: Int) throws -> SessionFacts {
    if let facts = held[session] { return facts }
    var facts = try captured(session)
    for match in matches[session] ?? [] { match.apply(to: &facts) }
    return facts
  }

  private func captured(_ session: Int) throws -> SessionFacts {
    if let number = groupOf[session] {
      let joins = try WitnessJoin.joins(of: groups[number], session: { try store.facts(of: $0) })
      if let join = joins.first(where: { $0.members.first == session }) { return join.facts }
    }
    return try store.facts(of: session).withoutTrails()
  }
}
