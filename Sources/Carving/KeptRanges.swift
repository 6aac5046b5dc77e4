/// Stretches of a stream that stay in a carved capture, in order and apart.
package struct KeptRanges {
  /// Beyond it the older half is forgotten: what is sent again from there loses its payload.
  private static let limit = 65_536

  private var ranges: [Range<Int>] = []

  /// Adds a stretch behind those that are there, or one that continues the last.
  mutating func append(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = ranges.last, last.upperBound >= range.lowerBound {
      let end = max(last.upperBound, range.upperBound)
      ranges[ranges.count - 1] = last.lowerBound..<end
      return
    }
    if ranges.count >= Self.limit { ranges.removeFirst(Self.limit / 2) }
    ranges.append(range)
  }

  /// The parts of `range` that stay, counted from its start.
  package func within(_ range: Range<Int>) -> [Range<Int>] {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: [Range<Int>] = []
    for kept in ranges[low...] {
      guard kept.lowerBound < range.upperBound else { break }
      let part = kept.clamped(to: range)
      if !part.isEmpty {
        found.append((part.lowerBound - range.lowerBound)..<(part.upperBound - range.lowerBound))
      }
    }
    return found
  }
}
