import CaptureReader
import RDPProtocol
import TCPStreams

/// A side breaks a running session off with an alert at the very moment a record of the other side
/// arrives: the record could not be decrypted (corruption in flight, a rewriting device).
///
/// A user's close comes with an alert too (close_notify), but not within a few milliseconds of a
/// record, and rarely without an answer to that record. An alert is no answer to a record that its
/// sender had not received, and close_notify is what the other side answers with its own.
struct BrokenRecord: EvidenceRule {
  static let yields: [EvidenceCode] = [.tlsAlertOnRecord]

  /// Records from here on show a pace.
  private static let telling = 4

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase == .active, let goodbye = facts.goodbye,
      let alert = facts.closingRecord(of: goodbye.side),
      !facts.ultimatums.contains(where: { $0.frame <= alert.frame })
    else { return [] }
    let others: [EncryptedRecord] = facts.trace.tls.lastRecords.filter {
      $0.side == goodbye.side.other
    }
    let isAnsweredInKind = others.contains {
      $0.frame > alert.frame && facts.isAlertSized($0)
    }
    guard !isAnsweredInKind,
      // Nobody can judge a record whose end has not come.
      let cause = others.last(where: {
        $0.frame <= alert.frame && !$0.isPartial && facts.hadReceived($0, atGoodbyeOf: goodbye.side)
      })
    else { return [] }
    // An answer that is not the alert means the record was understood.
    let answered = facts.trace.tls.lastRecords.contains {
      $0.side == goodbye.side && $0 != alert && $0.frame > cause.frame
        && $0.frame < alert.frame
    }
    let path =
      (goodbye.side == .client
        ? facts.connection.handshake.clientRoundTrip : facts.connection.handshake.serverRoundTrip)
      ?? .zero
    let pause = alert.frame.time.since(cause.frame.time)
    let reaction = pause - path
    let limit = Self.limit(over: path)
    guard !answered, alert.frame.time >= cause.frame.time, reaction <= limit,
      pause * 2 >= path || path < Thresholds.noPath
    else { return [] }
    return [
      Evidence(
        .tlsAlertOnRecord,
        strength: 1
          - chance(
            of: others, before: alert, within: limit, in: facts),
        "the \(goodbye.side) broke off with an alert \(reaction.text) "
          + "after a record of the \(goodbye.side.other), without answering it",
        frames: [cause.frame, alert.frame])
    ]
  }

  /// Seen from afar the way there and back varies: by a quarter of the round trip, but for the longest.
  private static func limit(over path: TimeSpan) -> TimeSpan {
    Thresholds.alertReaction
      + min(TimeSpan(nanoseconds: path.nanoseconds / 4), Thresholds.alertJitter)
  }

  /// How likely any moment is to lie so soon after a record: where they come thick and fast, a user's
  /// close does too.
  private func chance(
    of records: [EncryptedRecord], before alert: EncryptedRecord, within window: TimeSpan,
    in facts: WireFacts
  ) -> Double {
    let all = facts.trace.tls.lastRecords
    guard all.count >= Self.telling, let start = all.first?.frame.time else { return 0 }
    var covered: Int64 = 0
    var last: Timestamp?
    for record in records where record.frame <= alert.frame {
      let pause = last.map { record.frame.time.since($0) } ?? window
      covered += max(0, min(pause, window).nanoseconds)
      last = record.frame.time
    }
    let span = alert.frame.time.since(start).nanoseconds
    return span > 0 ? min(0.8, Double(covered) / Double(span)) : 0
  }
}

extension WireFacts {
  /// A side's acknowledgement at its goodbye covers this record of the other side.
  func hadReceived(_ record: EncryptedRecord, atGoodbyeOf side: Side) -> Bool {
    guard let end = record.streamEnd, let acknowledged = self[side].acknowledgedAtGoodbye else {
      return true
    }
    return acknowledged >= end
  }
}
