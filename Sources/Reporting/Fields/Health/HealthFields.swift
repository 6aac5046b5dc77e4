import CaptureReader
import Evidence
import TCPStreams

/// How the path treated what each end sent.
enum HealthFields {
  static let record = Record<WireFacts>(
    "health", "how the path treated what each end sent",
    [
      Field("orig", "what the client sent", one: DirectionFields.record) {
        DirectionView(facts: $0, side: .client)
      },
      Field("resp", "what the server sent", one: DirectionFields.record) {
        DirectionView(facts: $0, side: .server)
      },
      Field(
        "series", "what happened over time; null for connections that carried little",
        optional: series
      ) { $0.connection.series },
      Field(
        "artefacts", "what the capture shows otherwise than the wire had it", one: artefacts
      ) { $0 },
    ])

  private static let series = Record<ConnectionSeries>(
    "series",
    "equal stretches from the first packet on, the last of which holds the last packet",
    [
      Field("start", "when the first stretch begins") { $0.start },
      Field("length_s", "of each stretch") { $0.length },
      Field("orig", "what the client did", one: course) { CourseView($0.courses.client) },
      Field("resp", "what the server did", one: course) { CourseView($0.courses.server) },
    ])

  /// Stretches of a series.
  private static let mostStretches = 48

  private static let course = Record<CourseView>(
    "course", "what one side did, stretch by stretch",
    [
      Field("packets", "packets", as: .list(.count, most: mostStretches)) { $0.packets },
      Field("bytes", "payload bytes", as: .list(.count, most: mostStretches)) { $0.bytes },
      Field("retransmissions", "segments sent again", as: .list(.count, most: mostStretches)) {
        $0.repeats
      },
      Field(
        "rtt_min_s", "shortest round trip; null without a sample",
        as: .list(.seconds, most: mostStretches, elementsAreNullable: true)
      ) { $0.trips[.shortest] },
      Field(
        "rtt_p50_s",
        "the stretch's median round trip, within a fifth for 300 samples and more, else within half; "
          + "null without a sample",
        as: .list(.seconds, most: mostStretches, elementsAreNullable: true)
      ) { $0.trips[.median] },
      Field(
        "rtt_p95_s", "95 % of the stretch's round trips are shorter; null without a sample",
        as: .list(.seconds, most: mostStretches, elementsAreNullable: true)
      ) { $0.trips[.slow] },
    ])

  static let artefacts = Record<WireFacts>(
    "artefacts", "what the capture shows otherwise than the wire had it",
    [
      Field("point", "where on the path the capture was taken") { $0.connection.capturePoint },
      Field("copies", "packets captured again, left out of all counts", one: copies) { $0 },
      Field("one_sided", "the only side of which packets were seen") { $0.onlySide },
      Field("missed_bytes", "bytes acknowledged, but not captured") { $0.missedBytes },
      Field("interface_drops", "packets that the capture reports as lost") {
        $0.surroundings.interfaceDrops
      },
      Field("snapped", "packets were shortened by a snap length") {
        $0.surroundings.snapped
      },
      Field(
        "oversized_segments", "segments larger than the receiver takes: a network card's offload"
      ) { $0.connection.hasOversizedSegments },
      Field("backward_steps", "packets of this connection older than the one before") {
        $0.connection.backwardSteps
      },
      Field("largest_backward_step_s", "by how much at most") {
        $0.connection.largestBackwardStep
      },
    ],
    quiet: [
      QuietFields(
        "backward_steps", "copies", "interface_drops", "largest_backward_step_s", "missed_bytes",
        "one_sided", "oversized_segments"
      ) {
        $0.surroundings.interfaceDrops == 0 && $0.missedBytes == 0
          && $0.connection.hasNoCopies && $0.connection.backwardSteps == 0
          && $0.connection.largestBackwardStep == .zero
          && !$0.connection.hasOversizedSegments && $0.onlySide == nil
      }
    ])

  static let copies = Record<WireFacts>(
    "copies", "packets captured again, by how that shows",
    [
      Field("total", "all of them") { $0.connection.copies },
      Field("identical", "the same bytes again") {
        $0.connection.copies - $0.connection.routedCopies
          - $0.connection.copiesByPacketID
      },
      Field("routed", "with another hop limit, link address or VLAN") {
        $0.connection.routedCopies
      },
      Field("same_packet_id", "seen by several components of pktmon") {
        $0.connection.copiesByPacketID
      },
    ],
    quiet: [
      QuietFields("identical", "routed", "same_packet_id", "total") { $0.connection.hasNoCopies }
    ])
}

extension ConnectionRecord {
  fileprivate var hasNoCopies: Bool {
    self.copies | self.routedCopies | self.copiesByPacketID == 0
  }
}

/// What is written of one side's course.
private struct CourseView: Sendable {
  let packets: [UInt32]
  let bytes: [UInt32]
  let repeats: MostlyZero
  let trips: StretchTrips

  init(_ course: borrowing ConnectionSeries.Course) {
    packets = course.packets
    bytes = course.bytes
    repeats = course.$repeats
    trips = course.trips
  }
}
