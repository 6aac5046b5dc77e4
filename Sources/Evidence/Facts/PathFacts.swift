/// What two captures of one session prove together about the path between their points.
public struct PathFacts: Sendable, Hashable, Codable {
  public init() {}
}
