import CaptureReader
import Evidence
import TCPStreams

/// What captures at two or more points prove together about the path between them.
enum PathFields {
  static let record = Record<PathFacts>(
    "path", "what captures at two or more points prove together about the path between them",
    [
      Field("points", "the points from the client's side to the server's") {
        $0.points.map(\.name)
      },
      Field("clean", "everything that either side sent arrived as it was") { $0.isClean },
      Field("round_trip_s", "shortest between the first and the last point") { $0.roundTrip },
      Field("orig", "what became of the client's packets", one: direction) { $0.sent.client },
      Field("resp", "what became of the server's packets", one: direction) { $0.sent.server },
      Field("parts", "between neighbouring points, where there are more than two", list: part) {
        $0.parts
      },
      Field("changes", "what devices between changed in the handshake") { $0.changes },
      Field("findings", "one sentence for each thing that was found") {
        $0.findings.map(\.summary)
      },
    ])

  private static let direction = Record<PathFacts.Direction>(
    "path_direction", "what became of one side's packets between the first and the last point",
    [
      Field("sent", "packets at the sender's point") { $0.sent },
      Field("arrived", "of these, seen at the receiver's point") { $0.arrived },
      Field("lost", "of these, lost between the points") { $0.lost },
      Field("lost_bytes", "payload bytes lost") { $0.lostBytes },
      Field("first_lost", "the first packet lost, at the sender's point") { $0.firstLost },
      Field("last_lost", "the last packet lost, at the sender's point") { $0.lastLost },
      Field("unsent", "packets that arrived and were never sent") { $0.unsent },
      Field("forged_resets", "of these, RSTs") { $0.forgedResets },
      Field("missed_by_sender", "packets that the sender's capture lacks") { $0.missedBySender },
      Field("missed_by_receiver", "packets that the receiver's capture lacks") {
        $0.missedByReceiver
      },
      Field("duplicated", "packets that the path doubled") { $0.duplicated },
      Field("reordered", "packets that changed places on the path") { $0.reordered },
      Field("payload_changed", "packets whose payload the path changed") { $0.payloadChanged },
      Field("hops", "routers between, by the hop limit") { $0.hops },
      Field("delay_median_s", "median delay beyond the shortest") { $0.medianDelay },
      Field("delay_p95_s", "95 % of delays beyond the shortest are less") { $0.highDelay },
      Field("delay_max_s", "longest delay beyond the shortest") { $0.longestDelay },
    ])

  private static let part = Record<PathFacts.Part>(
    "path_part", "the path between two neighbouring points",
    [
      Field("from", "the point nearer to the client") { $0.from },
      Field("to", "the point nearer to the server") { $0.to },
      Field("orig_lost", "the client's packets lost there") { $0.lost.client },
      Field("resp_lost", "the server's packets lost there") { $0.lost.server },
    ])
}
