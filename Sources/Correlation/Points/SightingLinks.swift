/// Which sightings are one connection: sets that grow together (union and find), each member with
/// its relation to the set's root.
struct SightingLinks {
  struct Relation {
    var shift = SequenceShift()
    var isSwapped = false
  }

  private var parents: [Int]
  /// To the parent.
  private var relations: [Relation]

  init(count: Int) {
    parents = Array(0..<count)
    relations = Array(repeating: Relation(), count: count)
  }

  /// - Parameter shift: what added to the numbers of `second` gives those of `first`.
  mutating func join(_ first: Int, _ second: Int, shift: SequenceShift, isSwapped: Bool) {
    let (oneRoot, one) = path(of: first)
    let (otherRoot, other) = path(of: second)
    guard oneRoot != otherRoot else { return }
    // root of `first` = first + one; first = second + shift; second = root of `second` − other.
    let joined = Relation(
      shift: SequenceShift(
        client: one.shift.client &+ shift.client &- other.shift.client,
        server: one.shift.server &+ shift.server &- other.shift.server),
      isSwapped: (one.isSwapped != other.isSwapped) != isSwapped)
    if oneRoot < otherRoot {
      parents[otherRoot] = oneRoot
      relations[otherRoot] = joined
    } else {
      parents[oneRoot] = otherRoot
      relations[oneRoot] = Relation(
        shift: SequenceShift(client: 0 &- joined.shift.client, server: 0 &- joined.shift.server),
        isSwapped: joined.isSwapped)
    }
  }

  func relation(of index: Int) -> Relation { path(of: index).1 }

  private func path(of index: Int) -> (Int, Relation) {
    var sum = Relation()
    var place = index
    while parents[place] != place {
      let step = relations[place]
      sum.shift.client &+= step.shift.client
      sum.shift.server &+= step.shift.server
      sum.isSwapped = sum.isSwapped != step.isSwapped
      place = parents[place]
    }
    return (place, sum)
  }

  /// The sets, in the order of their first members.
  func groups() -> [[Int]] {
    var sets: [Int: [Int]] = [:]
    for index in parents.indices { sets[path(of: index).0, default: []].append(index) }
    return sets.values.sorted { $0[0] < $1[0] }
  }
}
