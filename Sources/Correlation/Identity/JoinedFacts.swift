public import Evidence

/// A session that was found to be seen by several witnesses, or to have another half beyond a relay.
public struct JoinedFacts: Sendable {
  /// Indices of the sessions that it stands for, in order; it takes the place of the first.
  public var members: [Int]
  public var facts: SessionFacts
}

extension JoinedFacts {
  /// Puts the joined sessions in their places.
  static func applied(_ joined: [JoinedFacts], to sessions: [SessionFacts]) -> [SessionFacts] {
    guard !joined.isEmpty else { return sessions }
    var changed: [Int: SessionFacts] = [:]
    var gone = Set<Int>()
    for join in joined {
      guard let first = join.members.first else { continue }
      changed[first] = join.facts
      gone.formUnion(join.members.dropFirst())
    }
    return sessions.indices.filter { !gone.contains($0) }.map { changed[$0] ?? sessions[$0] }
  }
}
