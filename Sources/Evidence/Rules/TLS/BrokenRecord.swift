import CaptureReader
import RDPProtocol
import TCPStreams

/// A side breaks a running session off with an alert at the very moment a record of the other side
/// arrives: the record could not be decrypted (corruption in flight, a rewriting device).
///
/// A user's close comes with an alert too (close_notify), but not within a few milliseconds of a
/// record, and rarely without an answer to that record.
struct BrokenRecord: EvidenceRule {
  static let yields: [EvidenceCode] = [.tlsAlertOnRecord]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase == .active, let goodbye = facts.goodbye,
      let alert = facts.closingRecord(of: goodbye.side),
      !facts.ultimatums.contains(where: { $0.side == goodbye.side })
    else { return [] }
    let records = facts.trace.tls.lastRecords
    guard
      let cause = records.last(where: {
        $0.side == goodbye.side.other && $0.frame <= alert.frame && $0 != alert
      })
    else { return [] }
    // An answer that is not the alert means the record was understood.
    let answered = records.contains {
      $0.side == goodbye.side && $0 != alert && $0.frame > cause.frame
        && $0.frame < alert.frame
    }
    let path =
      goodbye.side == .client
      ? facts.connection.handshake.clientRoundTrip : facts.connection.handshake.serverRoundTrip
    let reaction = alert.frame.time.since(cause.frame.time) - (path ?? .zero)
    guard !answered, alert.frame.time >= cause.frame.time, reaction <= Thresholds.alertReaction
    else { return [] }
    return [
      Evidence(
        .tlsAlertOnRecord,
        "the \(goodbye.side) broke off with an alert \(reaction.text) "
          + "after a record of the \(goodbye.side.other), without answering it",
        frames: [cause.frame, alert.frame])
    ]
  }
}
