/// Which of a side's latest source sequence numbers were seen: tells data that is sent again from
/// data that overtook other data on the way.
struct SequenceWindow: Sendable, Hashable, Codable {
  /// Numbers looked back over; what is older counts as sent again.
  static let reach: Int64 = 128

  private var highest: UInt32?
  /// Seen numbers as bits, the highest number's is the lowest.
  private var recent: UInt64 = 0
  private var older: UInt64 = 0

  /// Takes the number of a datagram with data; true where its data was seen before.
  ///
  /// - Parameter isShort: numbers wrap at 16 bits (RDPEUDP2), else at 32.
  mutating func isRepeat(_ number: UInt32, isShort: Bool) -> Bool {
    guard let highest else {
      self.highest = number
      recent = 1
      return false
    }
    let ahead: Int64 =
      isShort
      ? Int64(Int16(truncatingIfNeeded: number &- highest))
      : Int64(Int32(truncatingIfNeeded: number &- highest))
    if ahead > 0 {
      self.highest = number
      seen = ahead < Self.reach ? seen << UInt128(ahead) | 1 : 1
      return false
    }
    guard -ahead < Self.reach else { return true }
    let bit = UInt128(1) << UInt128(-ahead)
    let wasSeen = seen & bit != 0
    seen |= bit
    return wasSeen
  }

  private var seen: UInt128 {
    get { UInt128(older) << 64 | UInt128(recent) }
    set {
      recent = UInt64(truncatingIfNeeded: newValue)
      older = UInt64(truncatingIfNeeded: newValue >> 64)
    }
  }
}
