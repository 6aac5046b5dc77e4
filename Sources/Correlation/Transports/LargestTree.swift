/// The largest value of each stretch of a list, so that the nearest one that reaches a bound is found in
/// logarithmic time (a segment tree).
struct LargestTree<Value: Comparable> {
  private let count: Int
  /// Of the stretch that each node stands for: the root at 1, below `n` the halves at 2n and 2n + 1.
  private var largest: [Value?]
  private let leaves: Int

  init(_ values: [Value]) {
    count = values.count
    // One more than there are values at least: where a search upwards begins behind the last.
    var leaves = 1
    while leaves <= values.count { leaves *= 2 }
    self.leaves = leaves
    largest = Array(repeating: nil, count: 2 * leaves)
    for (index, value) in values.enumerated() { largest[leaves + index] = value }
    for node in (1..<leaves).reversed() {
      largest[node] = [largest[2 * node], largest[2 * node + 1]].compactMap { $0 }.max()
    }
  }

  /// The first place whose value is `bound` or more.
  func first(atLeast bound: Value) -> Int? {
    guard reaches(1, bound) else { return nil }
    var node = 1
    while node < leaves { node = 2 * node + (reaches(2 * node, bound) ? 0 : 1) }
    return node - leaves
  }

  /// The last place before `end` whose value is `bound` or more.
  func last(before end: Int, atLeast bound: Value) -> Int? {
    // Upwards from the end, by whole stretches that lie to the left of it.
    var node = leaves + min(max(0, end), count)
    while node > 1 {
      if node & 1 == 1, reaches(node - 1, bound) {
        node -= 1
        while node < leaves { node = 2 * node + (reaches(2 * node + 1, bound) ? 1 : 0) }
        return node - leaves
      }
      node /= 2
    }
    return nil
  }

  private func reaches(_ node: Int, _ bound: Value) -> Bool {
    largest[node].map { $0 >= bound } ?? false
  }
}
