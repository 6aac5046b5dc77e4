import TCPStreams

/// Two places of one connection are paired and compared once: their order, the search for copies and
/// the path between them all ask for it.
struct PlaceComparisons {
  private struct Places: Hashable {
    var near: Int
    var far: Int
  }

  private var pairs: [Places: PerSide<SegmentPairs>] = [:]
  private var comparisons: [Places: PathComparison?] = [:]

  mutating func pairs(_ near: PointPlace, _ far: PointPlace) -> PerSide<SegmentPairs> {
    let places = Places(near: near.witness, far: far.witness)
    if let known = pairs[places] { return known }
    let made = PerSide(
      client: SegmentPairs(.client, near.view, far.view),
      server: SegmentPairs(.server, near.view, far.view))
    pairs[places] = made
    return made
  }

  /// From the place nearer to the client to the other; nil where they share no packet.
  mutating func comparison(_ near: PointPlace, _ far: PointPlace) -> PathComparison? {
    let places = Places(near: near.witness, far: far.witness)
    if let known = comparisons[places] { return known }
    let made = PathComparison.compare(
      near.view, witness: near.witness, with: far.view, witness: far.witness,
      pairs: pairs(near, far))
    comparisons.updateValue(made, forKey: places)
    return made
  }
}
