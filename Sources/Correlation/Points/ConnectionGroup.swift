/// The sightings of one TCP connection, and the groups that carry the same session beyond a relay.
public struct ConnectionGroup: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    /// Index of the sighting.
    public var sighting: Int
    /// Added to its sequence numbers it gives those of the group's first member.
    public var shift = SequenceShift()
    /// Its ends were guessed the wrong way round.
    public var isSwapped = false

    public init(sighting: Int, shift: SequenceShift = SequenceShift(), isSwapped: Bool = false) {
      self.sighting = sighting
      self.shift = shift
      self.isSwapped = isSwapped
    }
  }

  /// In the order of the sightings.
  public var members: [Member]
  /// Indices of groups that are other TCP connections with the same payload: a relay's other half.
  public var relayed: [Int] = []

  public init(members: [Member], relayed: [Int] = []) {
    self.members = members
    self.relayed = relayed
  }
}
