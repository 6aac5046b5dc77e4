/// The stretches of a series, one after the other, each without what is zero: what seldom happens in a
/// stretch is not there. In full, 128 bytes each, they would be the largest part of what a long connection
/// holds.
struct PackedStretches: Sendable {
  /// Numbers of a stretch of which none is zero, and a head.
  private static let most = 33
  /// Numbers for which there is room at first, and which are added later: what doubling leaves behind is
  /// too small for the next array, and thousands of connections grow at once.
  private static let first = 120
  private static let step = 128

  /// Of those in use each stretch's head, a bit for each of its numbers that is not zero, and these.
  private var numbers: [UInt32] = []
  private var used = 0
  /// Where the last stretch begins.
  private var last = 0
  private(set) var count = 0

  init() {}

  init(_ stretches: [ActivitySeries.Stretch]) {
    for index in stretches.indices { append(stretches[index]) }
  }

  /// All of them, as they were.
  var unpacked: [ActivitySeries.Stretch] {
    var list: [ActivitySeries.Stretch] = []
    list.reserveCapacity(count)
    var place = 0
    while list.count < count { list.append(stretch(at: &place)) }
    return list
  }

  /// Adds to the stretch at `index`, which is made with those before it where there is none yet.
  mutating func merge(_ stretch: borrowing ActivitySeries.Stretch, at index: Int) {
    if index < count { return mergeAgain(stretch, at: index) }
    while count < index { append(ActivitySeries.Stretch()) }
    append(stretch)
  }

  /// Nearly always with the last one; with another only where a clock goes backwards.
  private mutating func mergeAgain(_ stretch: borrowing ActivitySeries.Stretch, at index: Int) {
    guard index == count - 1 else {
      var all = unpacked
      all[index].merge(stretch)
      self = PackedStretches(all)
      return
    }
    var end = last
    var sum = self.stretch(at: &end)
    sum.merge(stretch)
    used = last
    count -= 1
    append(sum)
  }

  /// Makes one of each two.
  mutating func fold() {
    let all = self
    self = PackedStretches()
    var place = 0
    for index in stride(from: 0, to: all.count, by: 2) {
      var joined = all.stretch(at: &place)
      if index + 1 < all.count { joined.merge(all.stretch(at: &place)) }
      append(joined)
    }
  }

  private mutating func append(_ stretch: borrowing ActivitySeries.Stretch) {
    if used + Self.most > numbers.count { makeRoom() }
    let start = used
    var writer = Writer(place: start + 1)
    var all = numbers.mutableSpan
    let client = writer.write(stretch.client, to: &all)
    all[start] = client | writer.write(stretch.server, to: &all) << Bit.count
    (last, used) = (start, writer.place)
    count += 1
  }

  @inline(never)
  private mutating func makeRoom() {
    numbers.append(contentsOf: repeatElement(0, count: numbers.isEmpty ? Self.first : Self.step))
  }

  /// - Parameter place: where the stretch begins; then where the next one does.
  private func stretch(at place: inout Int) -> ActivitySeries.Stretch {
    let all = numbers.span
    let head = all[place]
    var reader = Reader(place: place + 1)
    let client = reader.activity(head, of: all)
    let server = reader.activity(head >> Bit.count, of: all)
    place = reader.place
    return ActivitySeries.Stretch(client: client, server: server)
  }
}

/// The bits of a side's numbers.
private enum Bit {
  static let count: UInt32 = 16
  static let packets: UInt32 = 1
  static let bytes: UInt32 = 2
  static let shortest: UInt32 = 4
  static let longest: UInt32 = 8
  static let repeats: UInt32 = 16
  static let duplicateAcks: UInt32 = 32
  static let zeroWindows: UInt32 = 64
  static let missedBytes: UInt32 = 128
  static let signs = repeats | duplicateAcks | zeroWindows | missedBytes
  /// Of the first half of the bins' first word; those of the others follow.
  static let bins: UInt32 = 256
}

/// Writes the numbers that are not zero from `place` on.
private struct Writer {
  var place: Int
  private var mask: UInt32 = 0

  init(place: Int) { self.place = place }

  /// - Returns: the bits of those that are not zero.
  mutating func write(
    _ activity: borrowing ActivitySeries.Activity, to numbers: inout MutableSpan<UInt32>
  ) -> UInt32 {
    mask = 0
    put(activity.packets, Bit.packets, &numbers)
    put(activity.bytes, Bit.bytes, &numbers)
    // The largest value means that there was none.
    put(~activity.shortest, Bit.shortest, &numbers)
    put(activity.longest, Bit.longest, &numbers)
    if activity.hasSigns {
      put(activity.repeats, Bit.repeats, &numbers)
      put(activity.duplicateAcks, Bit.duplicateAcks, &numbers)
      put(activity.zeroWindows, Bit.zeroWindows, &numbers)
      put(activity.missedBytes, Bit.missedBytes, &numbers)
    }
    for index in 0..<4 {
      let word = activity.trips.words[index]
      guard word != 0 else { continue }
      let bit = Bit.bins << UInt32(2 * index)
      put(UInt32(truncatingIfNeeded: word), bit, &numbers)
      put(UInt32(truncatingIfNeeded: word >> 32), bit << 1, &numbers)
    }
    return mask
  }

  @inline(__always)
  private mutating func put(_ number: UInt32, _ bit: UInt32, _ numbers: inout MutableSpan<UInt32>) {
    guard number != 0 else { return }
    numbers[place] = number
    place &+= 1
    mask |= bit
  }
}

/// Reads what a `Writer` has written.
private struct Reader {
  var place: Int
  private var mask: UInt32 = 0

  init(place: Int) { self.place = place }

  mutating func activity(_ mask: UInt32, of numbers: Span<UInt32>) -> ActivitySeries.Activity {
    self.mask = mask
    var activity = ActivitySeries.Activity()
    activity.packets = take(Bit.packets, numbers)
    activity.bytes = take(Bit.bytes, numbers)
    activity.shortest = ~take(Bit.shortest, numbers)
    activity.longest = take(Bit.longest, numbers)
    if mask & Bit.signs != 0 {
      activity.repeats = take(Bit.repeats, numbers)
      activity.duplicateAcks = take(Bit.duplicateAcks, numbers)
      activity.zeroWindows = take(Bit.zeroWindows, numbers)
      activity.missedBytes = take(Bit.missedBytes, numbers)
    }
    for index in 0..<4 {
      let bit = Bit.bins << UInt32(2 * index)
      guard mask & (bit | bit << 1) != 0 else { continue }
      let low = UInt64(take(bit, numbers))
      activity.trips.words[index] = low | UInt64(take(bit << 1, numbers)) << 32
    }
    return activity
  }

  @inline(__always)
  private mutating func take(_ bit: UInt32, _ numbers: Span<UInt32>) -> UInt32 {
    guard mask & bit != 0 else { return 0 }
    defer { place &+= 1 }
    return numbers[place]
  }
}
