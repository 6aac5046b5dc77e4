import CaptureReader

/// The zone of stamps that name none, where other stamps of the same log show it: a copy of a record with
/// its local time and one with UTC, or a program whose other lines name their distance to UTC.
enum SharedZone {
  /// Stamps of one moment are no further apart.
  private static let tolerance: Int64 = 2_000_000_000
  /// Zones differ from UTC by quarters of an hour, 14 hours at most.
  private static let quarter: Int64 = 900_000_000_000
  private static let mostQuarters: Int64 = 56
  /// Events that are compared.
  private static let compared = 2_000

  /// How far the stamps without a zone are ahead of UTC; nil where nothing shows it.
  ///
  /// - Parameter named: distances that stamps of the log name, in seconds.
  static func offset(of events: [LogEvent], named: Set<Int>) -> TimeSpan? {
    let dated = events.filter { $0.time.nanoseconds != 0 }
    let local = dated.filter { $0.isZoneAssumed == true }.prefix(compared)
    let sure = dated.filter { $0.isZoneAssumed != true }.map(\.time.nanoseconds).sorted()
    guard !local.isEmpty, !sure.isEmpty else { return nil }
    var best: (quarters: Int64, count: Int) = (0, count(local, sure, 0))
    for quarters in 1...mostQuarters {
      for signed in [quarters, -quarters] {
        let found = count(local, sure, signed)
        if found > best.count { best = (signed, found) }
      }
    }
    if best.quarters != 0, best.count * 2 > local.count {
      return TimeSpan(nanoseconds: best.quarters * quarter)
    }
    guard best.count == 0, named.count == 1, let only = named.first, only != 0 else { return nil }
    return .seconds(Int64(only))
  }

  private static func count(
    _ local: ArraySlice<LogEvent>, _ sure: [Int64], _ quarters: Int64
  ) -> Int {
    local.count { event in
      let moment = event.time.nanoseconds.addingSaturating(-quarters * quarter)
      var low = 0
      var high = sure.count
      while low < high {
        let middle = (low + high) / 2
        if sure[middle] < moment.addingSaturating(-tolerance) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return sure.indices.contains(low) && sure[low] <= moment.addingSaturating(tolerance)
    }
  }
}
