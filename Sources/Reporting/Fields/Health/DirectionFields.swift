import CaptureReader
import Evidence
import TCPStreams

/// One side of a connection.
struct DirectionView: Sendable {
  let facts: WireFacts
  let side: Side

  var sent: DirectionRecord { _read { yield facts.connection.sent[side] } }
  var trend: RoundTripTrend? { facts.connection.roundTripTrends[side] }
}

/// What one side sent, and how the path treated it.
enum DirectionFields {
  static let record = Record<DirectionView>(
    "direction", "what one side sent, and how the path treated it",
    volume + roundTrip + windows + ends,
    quiet: [
      QuietFields("backoff", "bursts") {
        $0.sent.bursts.isEmpty && $0.facts.connection.backoffs[$0.side] == nil
      },
      QuietFields("duplicate_acks", "duplicate_sacks") {
        $0.sent.duplicateAcks | $0.sent.duplicateSacks == 0
      },
      QuietFields("first_reset", "keep_alives", "keep_alives_unanswered") {
        $0.sent.resets.isEmpty && $0.sent.keepAlives | $0.sent.keepAlivesUnanswered == 0
      },
      QuietFields(
        "longest_zero_window_s", "loss_estimate", "lost_before_capture", "missed_bytes",
        "open_hole_bytes", "outages"
      ) { $0.sent.lostNothing },
      QuietFields("reordered", "resets", "retransmissions") {
        $0.sent.reordered | $0.sent.resetCount == 0 && $0.sent.retransmissions.isEmpty
      },
      QuietFields("rtt_baseline_s", "rtt_before_end_s", "rtt_inflation") { $0.trend == nil },
      QuietFields("selective_acks", "stalled_s", "stalls") {
        $0.sent.selectiveAcks == 0 && $0.sent.stalls == nil
      },
      QuietFields("window_full", "zero_window_probes", "zero_windows") {
        $0.sent.windowFull | $0.sent.zeroWindowProbes | $0.sent.zeroWindows == 0
      },
    ])

  private static let volume: [Field<DirectionView>] = [
    Field("packets", "packets sent", columns: [.value]) { $0.sent.packets },
    Field("data_packets", "of these, with data") { $0.sent.dataPackets },
    Field("bytes", "payload bytes, with those sent again", columns: [.value]) { $0.sent.bytes },
    Field("unique_bytes", "payload bytes, each once", columns: [.value]) { $0.sent.uniqueBytes },
    Field("retransmissions", "segments sent again", one: RetransmissionFields.record) {
      $0.sent.retransmissions
    },
    Field("loss_estimate", "share of segments that the path lost", as: .share, columns: [.value]) {
      $0.sent.lossEstimate.rounded(toPlaces: 4)
    },
    Field("reordered", "segments that came out of order", columns: [.value]) {
      $0.sent.reordered
    },
    Field("lost_before_capture", "segments lost before the capture point") {
      $0.sent.lostBeforeCapture
    },
    Field("unseen_packets", "packets that the numbers of others show to be lost before the capture")
    {
      $0.sent.unseenPackets
    },
    Field("stalls", "waits of 0.5 s and more for an acknowledgement that came at last") {
      $0.sent.stalls?.count ?? 0
    },
    Field("stalled_s", "how long these took together") { $0.sent.stalls?.total ?? .zero },
    Field("missed_bytes", "bytes acknowledged, but not captured", columns: [.value]) {
      $0.sent.missedBytes
    },
    Field("open_hole_bytes", "bytes between others that were never seen nor acknowledged") {
      $0.sent.openHoleBytes
    },
    Field("duplicate_acks", "acknowledgements that repeat the one before") {
      $0.sent.duplicateAcks
    },
    Field("selective_acks", "acknowledgements that name data beyond a hole (SACK)") {
      $0.sent.selectiveAcks
    },
    Field("duplicate_sacks", "reports of data that came twice (DSACK)") {
      $0.sent.duplicateSacks
    },
  ]

  private static let roundTrip: [Field<DirectionView>] = [
    Field("rtt_samples", "round trips measured, data to acknowledgement", columns: [.value]) {
      $0.sent.roundTrip.samples
    },
    Field("rtt_min_s", "shortest round trip", columns: [.value]) { $0.sent.roundTrip.minimum },
    Field("rtt_p50_s", "median round trip, within 19 %", columns: [.value]) {
      $0.sent.roundTrip.quantile(0.5)
    },
    Field("rtt_p95_s", "95 % of round trips are shorter, within 19 %", columns: [.value]) {
      $0.sent.roundTrip.quantile(0.95)
    },
    Field("rtt_max_s", "longest round trip", columns: [.value]) { $0.sent.roundTrip.maximum },
    Field("rtt_baseline_s", "typical minimum in the connection's course") { $0.trend?.baseline },
    Field(
      "rtt_before_end_s", "typical minimum of the last seconds that had samples", columns: [.value]
    ) {
      $0.trend?.beforeEnd
    },
    Field("rtt_inflation", "the latter as a multiple of the former", as: .ratio) {
      $0.trend?.inflation.rounded(toPlaces: 2)
    },
  ]

  private static let windows: [Field<DirectionView>] = [
    Field("zero_windows", "times that its receive window closed", columns: [.value]) {
      $0.sent.zeroWindows
    },
    Field("longest_zero_window_s", "longest time that it stayed closed", columns: [.value]) {
      $0.sent.longestZeroWindow
    },
    Field("zero_window_probes", "probes of the other side's closed window") {
      $0.sent.zeroWindowProbes
    },
    Field("window_full", "times that it filled the other side's window") { $0.sent.windowFull },
    Field("keep_alives", "keep-alives sent", columns: [.value]) { $0.sent.keepAlives },
    Field("keep_alives_unanswered", "of these, without an answer", columns: [.value]) {
      $0.sent.keepAlivesUnanswered
    },
  ]

  private static let ends: [Field<DirectionView>] = [
    Field("fins", "FIN segments", columns: [.value]) { $0.sent.finCount },
    Field("resets", "RST segments", columns: [.value]) { $0.sent.resetCount },
    Field("first_reset", "its first RST", optional: ResetFields.record) { ResetView($0) },
    Field(
      "longest_silence_s", "longest time without a packet of its own", columns: [.value]
    ) { $0.sent.longestSilence },
    Field(
      "unacknowledged", "data at the end without an acknowledgement",
      optional: InterruptionFields.tail
    ) { $0.sent.unacknowledged },
    Field(
      "backoff", "how it repeated what was never answered, up to the end",
      optional: InterruptionFields.backoff
    ) { $0.facts.connection.backoffs[$0.side] },
    Field("bursts", "times of many repeats", list: InterruptionFields.burst) { $0.sent.bursts },
    Field(
      "outages", "times in which it repeated its data and heard nothing new",
      list: InterruptionFields.outage,
      columns: [
        .number,
        .largest("duration_s", as: "longest_outage_s", .seconds, "longest of them"),
      ]
    ) { $0.sent.outages },
  ]
}

enum RetransmissionFields {
  static let record = Record<Retransmissions>(
    "retransmissions", "segments sent again, by what made the sender do so",
    [
      Field("total", "segments of data sent again", columns: [.value]) { $0.total },
      Field("timeout", "of these, after a timeout", columns: [.value]) { $0.timeout },
      Field("fast", "of these, after duplicate acknowledgements") { $0.fast },
      Field("tail_loss_probe", "of these, as a probe of the last segment") { $0.tailLossProbe },
      Field("spurious", "of these, of data acknowledged already") { $0.spurious },
      Field("syn", "SYN segments sent again") { $0.syn },
      Field("fin", "FIN segments sent again") { $0.fin },
      Field("bytes", "payload bytes sent again") { $0.bytes },
    ],
    quiet: [
      QuietFields("bytes", "fast", "fin", "spurious", "syn", "tail_loss_probe", "timeout", "total")
      { $0.isEmpty }
    ])
}

extension DirectionRecord {
  /// No window was closed, and neither network nor capture lost anything.
  fileprivate var lostNothing: Bool {
    self.lostBeforeCapture | self.missedBytes | self.openHoleBytes == 0
      && self.retransmissions.needed == 0 && self.longestZeroWindow == .zero && self.outages.isEmpty
  }
}

extension Retransmissions {
  fileprivate var isEmpty: Bool { total | syn | fin | bytes == 0 }
}
