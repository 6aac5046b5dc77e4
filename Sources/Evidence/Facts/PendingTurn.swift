import CaptureReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// Whose word a connection sequence waited for when it ended.
///
/// The sequence is a dialogue ([MS-RDPBCGR] 1.3.1.1): what one side says last, the other one answers.
struct PendingTurn: Sendable {
  /// The side that owed the answer.
  var side: Side
  /// The other side's last message; its receiver acknowledged it.
  var last: ItemReference
  /// From then on to the leave, or to the capture's end.
  var wait: TimeSpan
  /// The longest that this side's answers had taken before.
  var usual: TimeSpan

  /// Longer than any answer takes, and than this side's did.
  var isOverdue: Bool { wait >= Thresholds.stall && wait >= usual * Thresholds.patience }
}

extension WireFacts {
  /// The answer that a connection sequence ended without; nil where the last message may not have arrived,
  /// or the capture does not hold it.
  var pendingTurn: PendingTurn? {
    guard phase == .mcs || phase == .licensing, !connection.isOneSided else { return nil }
    let goodbye = goodbye
    let leave = goodbye.flatMap { closingRecord(of: $0.side)?.frame } ?? goodbye?.frame
    let words = connection.tail.filter { packet in
      packet.length > 1 && !packet.isRepeat && leave.map { packet.frame < $0 } ?? true
    }
    guard let last = words.last,
      hasHeard(last.side.other, packet: last.frame, at: leave ?? connection.last)
    else { return nil }
    // "No licence is needed" wants no answer: what follows is the server's as well ([MS-RDPBCGR] 1.3.1.1).
    let isLicence = last.side == .server && inference.licensingEnd == last.frame
    let side = isLicence ? .server : last.side.other
    let usual = Self.longestAnswer(of: side, among: words)
    let end = leave?.time ?? connection.captureEnd
    return PendingTurn(
      side: side, last: last.frame, wait: end.since(last.frame.time), usual: usual)
  }

  /// A side had acknowledged all of a packet of the other one by its own packet `end`. True where the capture's
  /// last packets do not hold it, which says nothing.
  func hasHeard(_ side: Side, packet frame: ItemReference, at end: ItemReference) -> Bool {
    guard let packet = connection.tail.first(where: { $0.frame == frame }) else { return true }
    return connection.tail.contains { answer in
      answer.side == side && answer.frame <= end && answer.flags.contains(.ack)
        && packet.end.distance(to: answer.acknowledgment) >= 0
    }
  }
}

extension WireFacts {
  /// The longest that a side took to answer before a packet; the last packets only.
  func longestAnswer(of side: Side, before end: ItemReference) -> TimeSpan {
    let words = connection.tail.filter { $0.length > 1 && !$0.isRepeat && $0.frame < end }
    return Self.longestAnswer(of: side, among: words)
  }

  static func longestAnswer(of side: Side, among words: [TailPacket]) -> TimeSpan {
    zip(words, words.dropFirst()).reduce(TimeSpan.zero) { longest, pair in
      guard pair.0.side != side, pair.1.side == side else { return longest }
      return max(longest, pair.1.frame.time.since(pair.0.frame.time))
    }
  }

  /// A side closed before a message had reached it, by the number that its FIN or RST acknowledges.
  func closedUnheard(_ message: ItemReference, by goodbye: ItemReference) -> Bool {
    guard let close = connection.tail.first(where: { $0.frame == goodbye }),
      close.flags.contains(.ack)
    else { return false }
    return !hasHeard(close.side, packet: message, at: goodbye)
  }

  /// The other side's message that a packet acknowledges as the last, where it came within the time in which
  /// programs refuse what they cannot use.
  func messageAnswered(by frame: ItemReference) -> ItemReference? {
    guard let answer = connection.tail.first(where: { $0.frame == frame }),
      answer.flags.contains(.ack),
      let message = connection.tail.last(where: {
        $0.side != answer.side && $0.frame < frame && $0.length > 1
          && $0.end == answer.acknowledgment
      }),
      answer.frame.time.since(message.frame.time) <= handshakeRoundTrip + Thresholds.refusalTime
    else { return nil }
    return message.frame
  }
}
