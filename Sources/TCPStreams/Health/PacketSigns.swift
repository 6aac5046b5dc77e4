/// The counts of a direction that tell, before and after a packet, what stood out in it.
struct PacketSigns: Sendable {
  var repeats: Int
  var samples: Int
  var duplicateAcks: Int
  var zeroWindows: Int
  var missedBytes: Int

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

extension DirectionRecord {
  /// What a packet that takes the general account may change. Inlined: a call would be handed a copy
  /// of the record, and of the connection around it.
  @inline(__always)
  var signs: PacketSigns {
    PacketSigns(
      repeats: repeatCount, samples: roundTrip.samples, duplicateAcks: self.duplicateAcks,
      zeroWindows: self.zeroWindows, missedBytes: self.missedBytes)
  }
}
