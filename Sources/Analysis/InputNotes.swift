import CaptureReader
import PacketDecode

/// What a user should know about an input's quality beside the reader's own notes and the ending.
enum InputNotes {
  static func notes(
    summary: CaptureSummary?, statistics: DecodeStatistics, unfollowedSegments: Int
  ) -> [InputReport.InputNote] {
    var notes: [InputReport.InputNote] = []
    if let summary, summary.shortenedPackets > 0 {
      notes.append(
        InputReport.InputNote(
          code: "snapped",
          message: "\(summary.shortenedPackets) packets were captured only in part (snap length)"))
    }
    for (link, count) in statistics.unsupportedLinkTypes.sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      notes.append(
        InputReport.InputNote(
          code: "unsupported_link_type",
          message: "\(count) packets have link type \(link.rawValue), which is not decoded"))
    }
    if unfollowedSegments > 0 {
      notes.append(
        InputReport.InputNote(
          code: "too_many_connections",
          message:
            "holds more connections than are followed; \(unfollowedSegments) TCP segments "
            + "of further ones were left out"))
    }
    return notes
  }
}
