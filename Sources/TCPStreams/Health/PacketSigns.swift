/// The counts of a direction that tell, before and after a packet, what stood out in it.
struct PacketSigns: Sendable {
  var repeats: Int
  var samples: Int
  var duplicateAcks: Int
  var zeroWindows: Int
  var missedBytes: Int

  init(_ record: borrowing DirectionRecord) {
    repeats = record.repeatCount
    samples = record.roundTrip.samples
    duplicateAcks = record.duplicateAcks
    zeroWindows = record.zeroWindows
    missedBytes = record.missedBytes
  }

  /// Nothing that a series counts beside bytes, repeats and round trips.
  var isUsual: Bool { duplicateAcks == 0 && zeroWindows == 0 && missedBytes == 0 }

  /// What came on top of `other`; what was taken back counts as nothing.
  func since(_ other: Self) -> Self {
    var news = self
    news.repeats = max(0, repeats - other.repeats)
    news.samples = max(0, samples - other.samples)
    news.duplicateAcks = max(0, duplicateAcks - other.duplicateAcks)
    news.zeroWindows = max(0, zeroWindows - other.zeroWindows)
    news.missedBytes = max(0, missedBytes - other.missedBytes)
    return news
  }
}
