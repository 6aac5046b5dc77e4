import CaptureReader
import Evidence
import TCPStreams

/// What a side repeated, and for how long it was not heard.
enum InterruptionFields {
  /// Pauses that a back-off keeps.
  private static let mostPauses = 16

  static let tail = Record<UnacknowledgedTail>(
    "tail", "data without an acknowledgement when the record ends",
    [
      Field("bytes", "bytes at the end without an acknowledgement", columns: [.value]) { $0.bytes },
      Field("attempts", "times that they were sent") { $0.attempts },
      Field("fin_only", "nothing but a FIN") { $0.isFinOnly },
      Field("first_sent", "first sending") { $0.firstSent },
      Field("last_sent", "last sending") { $0.lastSent },
    ])

  static let burst = Record<RetransmissionBurst>(
    "burst", "a time of many repeats",
    [
      Field("start", "first repeat") { $0.start },
      Field("end", "last repeat") { $0.end },
      Field("segments", "segments sent again") { $0.segments },
      Field("bytes", "payload bytes sent again") { $0.bytes },
      Field("repaired", "all of it was acknowledged later") { $0.isRepaired },
      Field(
        "backoff_factor", "longest pause between two sendings of a segment by the shortest",
        as: .ratio
      ) { $0.backoffFactor?.rounded(toPlaces: 2) },
    ])

  static let backoff = Record<Backoff>(
    "backoff", "how a side repeated what was never answered, up to the end",
    [
      Field("subject", "what it repeated") { $0.subject },
      Field(
        "schedule",
        "whose schedule its pauses follow: \(words(of: Backoff.Schedule.self)); more may come",
        as: .openWord(pattern: "^[a-z0-9_]+$")
      ) { $0.schedule.rawValue },
      Field("pauses_s", "the last pauses", as: .list(.seconds, most: mostPauses)) { $0.pauses },
      Field("timeout_s", "first pause that doubles") { $0.timeout },
      Field(
        "gives_up_after_s", "from the first sending, by the stack's default settings"
      ) { $0.givesUpAfter },
      Field("gives_up_at", "the time at which that is") { $0.givesUpAt },
    ])

  static let outage = Record<Outage>(
    "outage", "a time in which a side repeated its data and heard nothing new",
    [
      Field("start", "first sending of what was not heard of") { $0.start },
      Field("end", "when something new was heard, or the last repeat") { $0.end },
      Field("duration_s", "start to end", as: .signedSeconds) { $0.length },
      Field("attempts", "times that it sent its data") { $0.attempts },
      Field("recovered", "the data came through in the end") { $0.recovered },
      Field("peer_heard", "the other side sent something meanwhile") { $0.peerHeard },
      Field(
        "acknowledged_bytes", "bytes of the stream acknowledged when it began", as: .integer
      ) { $0.acknowledged },
    ])

  static func words<Word: CaseIterable & RawRepresentable<String>>(of _: Word.Type) -> String {
    Word.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// A side's first RST beside what is known of its sender.
struct ResetView {
  let direction: DirectionView
  let reset: ResetRecord
  let kind: ResetKind

  init?(_ direction: DirectionView) {
    guard let reset = direction.sent.resets.first,
      let kind = direction.facts.resetKind(of: direction.side)
    else { return nil }
    self.direction = direction
    self.reset = reset
    self.kind = kind
  }
}

enum ResetFields {
  static let record = Record<ResetView>(
    "reset", "a RST beside what is known of its sender",
    [
      Field(
        "kind",
        "what it was: \(InterruptionFields.words(of: ResetKind.self)); more may come",
        as: .openWord(pattern: "^[a-z0-9_]+$"), columns: [.value]
      ) { $0.kind.rawValue },
      Field("frame", "the packet") { $0.reset.frame },
      Field("hop_limit", "its hop limit (TTL)") { $0.reset.hopLimit },
      Field("hop_limits", "of the side's other packets") { $0.direction.sent.hopLimits.values },
      Field("identification", "IPv4 identification") { $0.reset.identification },
      Field("window", "its receive window") { $0.reset.window },
      Field("ack", "has the ACK flag") { $0.reset.hasAck },
      Field(
        "sequence_offset", "distance of its sequence number from its sender's next", as: .integer
      ) { $0.reset.sequenceOffset },
      Field("sender_went_on", "the side went on as if it had sent none") {
        $0.reset.senderWentOn
      },
      Field("bytes_in_flight", "the other side's bytes on the way when it came") {
        $0.direction.facts.connection.sent[$0.direction.side.other].bytesInFlightAtReset
      },
    ])
}
