import CaptureReader

/// When the segments that are still unacknowledged were sent first: a short queue, oldest first.
///
/// Beyond its capacity only the newest mark is replaced, so the oldest, which decides how long the
/// receiver has been silent, is always exact.
struct SendMarks: Sendable {
  struct Mark: Sendable {
    var end: Int
    var length: Int
    var frame: FrameReference
    var isFinOnly: Bool
    /// It was sent again, so its acknowledgement times nothing (Karn, RFC 6298 §3).
    var isRepeated: Bool
  }

  private static let capacity = 6
  private static let none = Mark(
    end: 0, length: 0,
    frame: FrameReference(input: 0, frame: 0, time: Timestamp(nanoseconds: 0)), isFinOnly: false,
    isRepeated: false)

  private var marks: InlineArray<6, Mark> = InlineArray(repeating: SendMarks.none)
  private var head = 0
  private(set) var count = 0

  var first: Mark? { count > 0 ? marks[head] : nil }
  var newest: Mark? { count > 0 ? marks[slot(count &- 1)] : nil }

  mutating func append(_ mark: Mark) {
    if count == Self.capacity {
      var last = mark
      last.length = marks[slot(count &- 1)].length
      last.isRepeated = true
      marks[slot(count &- 1)] = last
      return
    }
    marks[slot(count)] = mark
    count &+= 1
  }

  /// Drops all marks at or below `offset` and returns the last of them: what was acknowledged.
  mutating func acknowledge(upTo offset: Int) -> Mark? {
    var last: Mark?
    while count > 0, marks[head].end <= offset {
      last = marks[head]
      head = slot(1)
      count &-= 1
    }
    return last
  }

  /// Notes that everything up to `end` from `start` on was sent again.
  mutating func markRepeated(from start: Int, to end: Int) {
    for index in 0..<count {
      let place = slot(index)
      let mark = marks[place]
      if mark.end > start, mark.end &- mark.length < end { marks[place].isRepeated = true }
    }
  }

  private func slot(_ distance: Int) -> Int {
    let place = head &+ distance
    return place >= Self.capacity ? place &- Self.capacity : place
  }
}
