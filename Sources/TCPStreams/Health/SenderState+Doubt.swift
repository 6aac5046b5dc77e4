import CaptureReader
import PacketDecode

extension SenderState {
  /// An acknowledgement of bytes that were never seen: the capture lost them, or it was made up. What
  /// the sender sends next tells (RFC 9293 §3.10.7.4: it answers an acknowledgement of what it has not
  /// sent with one that bears its next number).
  struct Doubt: Sendable {
    /// Where the sender was, and where the acknowledgement puts it.
    var next: Int
    var claimed: Int
    var acknowledged: Int
    var time: Timestamp
    var missedBytes: Int
    var uniqueBytes: Int
    var marks: SendMarks
    var headAttempts: Int
    var headLastSent: ItemReference?
  }

  /// Remembers how things stood before an acknowledgement that goes beyond what was seen.
  mutating func doubt(_ offset: Int, at time: Timestamp) {
    guard doubts.isEmpty, holes.isEmpty else { return }
    doubts = [
      Doubt(
        next: next, claimed: offset, acknowledged: acknowledged, time: time,
        missedBytes: record.missedBytes, uniqueBytes: record.uniqueBytes, marks: marks,
        headAttempts: headAttempts, headLastSent: headLastSent)
    ]
  }

  /// The sender's next packet shows whether it had sent what was acknowledged.
  mutating func settleDoubts(_ packet: CapturedSegment) {
    guard let doubt = doubts.first,
      let offset = offset(of: packet.segment.sequence), offset >= doubt.next,
      order != .earlier, packet.frame.time >= doubt.time
    else { return }
    // Numbers beyond what was seen: it had sent them.
    if offset > doubt.next || doubt.next == next {
      doubts = []
      return
    }
    let isBare = packet.segment.payloadLength == 0
    // A repeat of what the capture lost takes a timeout; new data comes when it comes.
    guard isBare || packet.frame.time.since(doubt.time) < .milliseconds(200) else {
      doubts = []
      return
    }
    doubts = []
    next = doubt.next
    acknowledged = doubt.acknowledged
    record.missedBytes = doubt.missedBytes
    record.uniqueBytes = doubt.uniqueBytes
    record.unbelievedAcks = (record.unbelievedAcks ?? 0) + 1
    missed.removeAll { $0.end > doubt.next }
    marks = doubt.marks
    headAttempts = doubt.headAttempts
    headLastSent = doubt.headLastSent
  }
}
