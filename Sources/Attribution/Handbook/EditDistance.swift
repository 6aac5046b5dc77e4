/// The number of inserted, removed, replaced or swapped neighbouring bytes between two spellings
/// (optimal string alignment), or nil where it is more than `limit`.
package func editDistance(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
  guard abs(first.count - second.count) <= limit else { return nil }
  var beforePrevious: [Int] = []
  var previous = Array(0...second.count)
  for (row, byte) in first.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(second.count + 1)
    for (column, other) in second.enumerated() {
      var cost = min(
        previous[column] + (byte == other ? 0 : 1), previous[column + 1] + 1,
        current[column] + 1)
      if row > 0, column > 0, byte == second[column - 1], first[row - 1] == other {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    if let least = current.min(), least > limit { return nil }
    beforePrevious = previous
    previous = current
  }
  return previous[second.count] <= limit ? previous[second.count] : nil
}
