import CaptureReader
import PacketDecode

/// What a user should know about an input's quality.
enum InputNotes {
  static func notes(
    summary: CaptureSummary?, statistics: DecodeStatistics, unfollowedSegments: Int
  ) -> [InputReport.InputNote] {
    var notes: [InputReport.InputNote] = []
    if let summary {
      switch summary.ending {
      case .complete: break
      case .cut(let offset, let expected):
        notes.append(
          InputReport.InputNote(
            code: "cut", message: "ends in the middle at byte \(offset): \(expected)"))
      case .damaged(let offset, let expected):
        notes.append(
          InputReport.InputNote(
            code: "damaged", message: "damaged at byte \(offset): \(expected)"))
      }
      for note in summary.notes {
        notes.append(InputReport.InputNote(code: note.code.rawValue, message: note.message))
      }
      if summary.shortenedPackets > 0 {
        notes.append(
          InputReport.InputNote(
            code: "snapped",
            message: "\(summary.shortenedPackets) packets were captured only in part (snap length)")
        )
      }
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
