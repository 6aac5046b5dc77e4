import CaptureReader

/// When the segments that are still unacknowledged were sent first: a short queue, oldest first.
///
/// Beyond its capacity only the newest mark is replaced, so the oldest, which decides how long the
/// receiver has been silent, is always exact.
struct SendMarks: Sendable {
  struct Mark: Sendable {
    var end: Int
    var frame: ItemReference
    private var shortLength: UInt32
    var isFinOnly: Bool
    /// It was sent again, so its acknowledgement times nothing (Karn, RFC 6298 §3).
    var isRepeated: Bool
    /// Something before it was repeated, or has been selectively acknowledged: the time until its own
    /// acknowledgement is not that of a round trip.
    var isHeldUp = false

    /// What one packet covers: an IP datagram's length at most, but for a head whose queue is full.
    var length: Int {
      get { Int(shortLength) }
      set { shortLength = UInt32(clamping: newValue) }
    }

    @inline(__always)
    init(end: Int, length: Int, frame: ItemReference, isFinOnly: Bool, isRepeated: Bool) {
      self.end = end
      self.frame = frame
      shortLength = UInt32(clamping: length)
      self.isFinOnly = isFinOnly
      self.isRepeated = isRepeated
    }
  }

  private static let capacity: Int32 = 6
  private static let none = Mark(
    end: 0, length: 0,
    frame: ItemReference(input: 0, frame: 0, time: Timestamp(nanoseconds: 0)), isFinOnly: false,
    isRepeated: false)

  private(set) var count: Int32 = 0
  private var head: Int32 = 0
  private var marks: InlineArray<6, Mark> = InlineArray(repeating: SendMarks.none)

  var first: Mark? { count > 0 ? marks[Int(head)] : nil }
  var newest: Mark? { count > 0 ? marks[slot(count &- 1)] : nil }

  @inline(__always)
  mutating func append(_ mark: Mark) {
    if count == Self.capacity {
      var last = mark
      last.length = marks[slot(count &- 1)].length
      last.isRepeated = marks[slot(count &- 1)].isRepeated
      last.isHeldUp = true
      marks[slot(count &- 1)] = last
      return
    }
    marks[slot(count)] = mark
    count &+= 1
  }

  /// Drops all marks at or below `offset` and returns the last of them: what was acknowledged.
  @inline(__always)
  mutating func acknowledge(upTo offset: Int) -> Mark? {
    var last: Mark?
    while count > 0, marks[Int(head)].end <= offset {
      last = marks[Int(head)]
      head = Int32(truncatingIfNeeded: slot(1))
      count &-= 1
    }
    return last
  }

  /// Something at or below `offset` was sent after `time`.
  func hasMark(sentAfter time: Timestamp, upTo offset: Int) -> Bool {
    for index in 0..<count {
      let mark = marks[slot(index)]
      if mark.end <= offset, mark.frame.time > time { return true }
    }
    return false
  }

  /// Notes that everything up to `end` from `start` on was sent again; what is behind it waits for it.
  mutating func markRepeated(from start: Int, to end: Int) {
    for index in 0..<count {
      let place = slot(index)
      let mark = marks[place]
      guard mark.end > start else { continue }
      marks[place].isHeldUp = true
      if mark.end &- mark.length < end { marks[place].isRepeated = true }
    }
  }

  /// The newest mark that ends in a range and was sent once, for the first selective acknowledgement of
  /// it; it times nothing more.
  mutating func takeNewest(from start: Int, to end: Int) -> Mark? {
    for index in stride(from: count &- 1, through: 0, by: -1) {
      let place = slot(index)
      let mark = marks[place]
      guard mark.end <= end else { continue }
      guard mark.end > start, !mark.isRepeated, !mark.isHeldUp else { return nil }
      marks[place].isHeldUp = true
      return mark
    }
    return nil
  }

  /// Segments that are underway, as far as they are told apart.
  var segments: Int { Int(count) }

  private func slot(_ distance: Int32) -> Int {
    let place = head &+ distance
    return Int(place >= Self.capacity ? place &- Self.capacity : place)
  }
}
