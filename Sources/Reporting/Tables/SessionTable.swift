import Attribution
import Evidence
import RDPProtocol

/// The columns of the table that has one row per session. Columns are added, never renamed, moved
/// to another meaning, or removed.
enum SessionTable {
  static let columns: [Column<SessionRecord>] =
    identity + verdict + story + protocols + direction("orig", "client", \.health?.orig)
    + direction("resp", "server", \.health?.resp) + capture

  private static let identity: [Column<SessionRecord>] = [
    .time("ts", "first packet") { $0.ts },
    .text("uid", "the session's name, the same for the same input") { $0.uid },
    .address("id.orig_h", "the client") { $0.originHost },
    .port("id.orig_p", "the client's port") { $0.originPort },
    .address("id.resp_h", "the server") { $0.responderHost },
    .port("id.resp_p", "the server's port") { $0.responderPort },
    .text("community_id", "Community ID v1, seed 0") { $0.communityID },
    .seconds("duration_s", "first packet to last") { $0.duration },
  ]

  private static let verdict: [Column<SessionRecord>] = [
    .word("verdict.cause", "why it ended, one of nine words") { $0.verdict.cause.rawValue },
    .word("verdict.code", "why it ended, in detail") { $0.verdict.code },
    .real("verdict.confidence", "probability that the cause is right") { $0.verdict.confidence },
    .word("phase", "where it ended") { $0.phase.rawValue },
    .word("ended_by", "who ended it") { $0.endedBy.rawValue },
    .boolean("degraded", "the path was sick, whatever the cause") { $0.degraded },
    .text("verdict.summary", "the verdict in a sentence") { $0.verdict.summary },
    .text("verdict.next_action", "what to do next") {
      $0.verdict.nextAction.isEmpty ? nil : $0.verdict.nextAction
    },
    .list("verdict.alternatives", "other verdicts, each with its probability") {
      $0.verdict.alternatives.map { "\($0.code) \($0.confidence)" }
    },
    .list("verdict.settled_by", "what data would decide") { $0.verdict.settledBy },
    .list("evidence", "codes of the evidence for the verdict") {
      $0.evidence.filter { $0.bearing == .supports }.map(\.code)
    },
  ]

  private static let story: [Column<SessionRecord>] = [
    .count("attempt.group", "number of the user story it belongs to, within the run") {
      $0.attempt.group
    },
    .word("attempt.role", "its part in the story") { $0.attempt.role },
    .count("attempt.ordinal", "its place in the story, from 1") { $0.attempt.ordinal },
    .count("attempt.size", "connections of the story") { $0.attempt.size },
    .list("inputs", "names of the inputs that hold its packets") { $0.inputs },
  ]

  private static let capture: [Column<SessionRecord>] = [
    .word("capture.point", "where on the path the capture was taken") { $0.capture?.point },
    .word("capture.orientation", "how client and server were told apart") {
      $0.capture?.orientation
    },
    .count("capture.copies_removed", "copies of packets that were left out") {
      $0.capture?.copiesRemoved
    },
    .word("capture.one_sided", "the only side of which packets were seen") {
      $0.capture?.oneSided
    },
    .count("capture.missed_bytes", "bytes acknowledged, but not captured") {
      $0.capture?.missedBytes
    },
    .count("capture.interface_drops", "packets that the capture says it lost") {
      $0.capture?.interfaceDrops
    },
    .boolean("capture.cut", "the file ends inside of a packet") { $0.capture?.cut },
    .boolean("capture.snapped", "packets were shortened") { $0.capture?.snapped },
    .boolean("capture.evicted", "counts are lower bounds") { $0.capture?.evicted },
  ]

  private static func direction(
    _ key: String, _ side: String,
    _ health: @escaping @Sendable (SessionRecord) -> HealthRecord.Direction?
  ) -> [Column<SessionRecord>] {
    let path = "health.\(key)"
    return [
      .count("\(path).packets", "packets that the \(side) sent") { health($0)?.packets },
      .count("\(path).bytes", "payload bytes, with those sent again") { health($0)?.bytes },
      .count("\(path).unique_bytes", "payload bytes, each once") { health($0)?.uniqueBytes },
      .count("\(path).retransmissions.total", "segments sent again") {
        health($0)?.retransmissions.total
      },
      .count("\(path).retransmissions.timeout", "of these, after a timeout") {
        health($0)?.retransmissions.timeout
      },
      .real("\(path).loss_estimate", "share of segments lost, 0 to 1") { health($0)?.lossEstimate },
      .count("\(path).reordered", "segments that came out of order") { health($0)?.reordered },
      .count("\(path).missed_bytes", "bytes acknowledged, but not captured") {
        health($0)?.missedBytes
      },
      .count("\(path).rtt_samples", "round trips measured") { health($0)?.roundTripSamples },
      .seconds("\(path).rtt_min_s", "shortest round trip") { health($0)?.roundTripMinimum },
      .seconds("\(path).rtt_p50_s", "median round trip") { health($0)?.roundTripMedian },
      .seconds("\(path).rtt_p95_s", "95 % of round trips are shorter") { health($0)?.roundTrip95 },
      .seconds("\(path).rtt_max_s", "longest round trip") { health($0)?.roundTripMaximum },
      .count("\(path).zero_windows", "times that its receive window closed") {
        health($0)?.zeroWindows
      },
      .seconds("\(path).longest_zero_window_s", "longest time that it stayed closed") {
        health($0)?.longestZeroWindow
      },
      .count("\(path).keep_alives", "keep-alives sent") { health($0)?.keepAlives },
      .count("\(path).keep_alives_unanswered", "of these, without an answer") {
        health($0)?.keepAlivesUnanswered
      },
      .count("\(path).fins", "FIN segments") { health($0)?.fins },
      .count("\(path).resets", "RST segments") { health($0)?.resets },
      .seconds("\(path).longest_silence_s", "longest time without a packet of its own") {
        health($0)?.longestSilence
      },
      .count("\(path).unacknowledged.bytes", "bytes at the end that nobody acknowledged") {
        health($0)?.unacknowledged?.bytes
      },
      .count("\(path).outages", "times it repeated its data and heard nothing new") {
        health($0)?.outages.count
      },
      .seconds("\(path).longest_outage_s", "longest of them") {
        health($0)?.outages.map(\.duration).max()
      },
    ]
  }
}
