import CaptureReader
import Evidence
import TCPStreams

/// What the capture itself did to a session's data.
enum CaptureFields {
  static let record = Record<WireFacts>(
    "capture", "what the capture did to a session's data",
    [
      Field("point", "where on the path the capture was taken", columns: [.value]) {
        $0.connection.capturePoint
      },
      Field("orientation", "how it was decided which end is the client", columns: [.value]) {
        $0.connection.orientation
      },
      Field("copies_removed", "copies of packets that were left out", columns: [.value]) {
        $0.connection.copies
      },
      Field("one_sided", "the only side of which packets were seen", columns: [.value]) {
        $0.onlySide
      },
      Field("missed_bytes", "bytes acknowledged, but not captured", columns: [.value]) {
        $0.missedBytes
      },
      Field("interface_drops", "packets that the capture reports as lost", columns: [.value]) {
        $0.surroundings.interfaceDrops
      },
      Field("cut", "the file ends inside of a packet", columns: [.value]) {
        $0.surroundings.captureCut
      },
      Field("snapped", "packets were shortened by a snap length", columns: [.value]) {
        $0.surroundings.snapped
      },
      Field(
        "evicted", "counts are lower bounds: state was dropped to stay within the memory budget",
        columns: [.value]
      ) { $0.connection.evicted },
    ],
    quiet: [
      QuietFields(
        "copies_removed", "cut", "evicted", "interface_drops", "missed_bytes", "one_sided"
      ) {
        $0.connection.copies == 0 && !$0.surroundings.captureCut && !$0.connection.evicted
          && $0.surroundings.interfaceDrops == 0 && $0.missedBytes == 0 && $0.onlySide == nil
      }
    ])
}

extension WireFacts {
  /// The only side of which packets were seen; nil where both were.
  var onlySide: Side? { client.packets == 0 ? .server : server.packets == 0 ? .client : nil }

  /// Bytes that were acknowledged but not captured, both sides together.
  var missedBytes: Int { client.missedBytes.addingSaturating(server.missedBytes) }
}
