public import Reporting

/// Which series the parts of a merge brought.
public struct ImportedParts: Sendable {
  /// Each series once.
  public private(set) var heads: [ObservationHead] = []
  /// Series that several parts had, saying the same; by the number of parts.
  public private(set) var counts: [String: Int] = [:]

  mutating func add(_ head: ObservationHead) {
    counts[head.series, default: 0] += 1
    if counts[head.series] == 1 { heads.append(head) }
  }
}
