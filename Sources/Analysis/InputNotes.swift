import CaptureReader
import PacketDecode
import TCPStreams

/// What a user should know about an input's quality beside the reader's own notes and the ending.
enum InputNotes {
  static func notes(
    summary: CaptureSummary?, tally: InputTally
  ) -> [InputReport.InputNote] {
    var notes: [InputReport.InputNote] = []
    // Carved captures are cut where nothing is missed; they say so themselves.
    let isCarved = summary?.application?.hasPrefix("rdpwhy") ?? false
    if let summary, summary.shortenedPackets > 0, !isCarved {
      notes.append(
        InputReport.InputNote(
          code: "snapped",
          message: "\(summary.shortenedPackets) packets were captured only in part (snap length)"))
    }
    for (link, count) in tally.statistics.unsupportedLinkTypes.sorted(by: {
      $0.key.rawValue < $1.key.rawValue
    }) {
      notes.append(
        InputReport.InputNote(
          code: "unsupported_link_type",
          message: "\(count) packets have link type \(link.rawValue), which is not decoded"))
    }
    let incomplete = tally.statistics.datagramsGivenUp
    if incomplete > 0 {
      notes.append(
        InputReport.InputNote(
          code: "fragments_incomplete",
          message:
            "\(incomplete) IP datagrams came in fragments that could not be put together (missing, "
            + "too many or too late); what they carried is left out"))
    }
    if tally.unfollowedSegments > 0 {
      notes.append(
        InputReport.InputNote(
          code: "too_many_connections",
          message:
            "holds more connections than are followed; \(tally.unfollowedSegments) TCP segments "
            + "of further ones were left out"))
    }
    return notes
  }

  /// What was left out of the series as a whole.
  ///
  /// - Parameters:
  ///   - kept: connections that are reported.
  ///   - budget: bytes that the analysis may take.
  static func notes(
    countedOpenings: OpeningOutcomes, evictedConnections: Int, kept: Int, budget: Int
  ) -> [InputReport.InputNote] {
    var notes: [InputReport.InputNote] = []
    if evictedConnections > 0 {
      let wanted = gibibytes(keeping: kept, and: evictedConnections, budget: budget)
      notes.append(
        InputReport.InputNote(
          code: "connections_evicted",
          message:
            "\(evictedConnections) connections that were over or silent are left out, to stay within "
            + "the memory budget (--max-memory"
            + (wanted.map { "; \($0)G should keep them" } ?? "") + ")"))
    }
    return notes + Self.notes(countedOpenings)
  }

  /// What the same input takes with all of its connections, as far as those kept are like the others.
  private static func gibibytes(keeping kept: Int, and evicted: Int, budget: Int) -> Int? {
    guard kept > 0, budget > 0 else { return nil }
    let share = (Double(kept) + Double(evicted)) / Double(kept)
    let wanted = (Double(budget) * share / Double(1 << 30)).rounded(.up)
    return wanted < 4_096 ? Int(wanted) : nil
  }

  /// One note per outcome: nobody reads a million stories of a scan.
  private static func notes(_ counted: OpeningOutcomes) -> [InputReport.InputNote] {
    let kinds: [(String, Int, String)] = [
      ("openings_unanswered", counted.unanswered, "whose SYN had no answer"),
      ("openings_refused", counted.refused, "that were refused at once"),
      (
        "openings_half_open", counted.halfOpen,
        "whose client did not take up the server's SYN-ACK (a SYN scan or flood)"
      ),
      ("openings_silent", counted.silent, "over which the client said nothing (a port scan)"),
      (
        "openings_request_only", counted.unansweredRequest,
        "whose first request had no answer (an RDP scan)"
      ),
      ("openings_reset_only", counted.resetOnly, "of which only a reset was seen"),
    ]
    var notes = kinds.filter { $0.1 > 0 }.map { code, count, what in
      InputReport.InputNote(
        code: code, message: "\(count) further connections \(what) are only counted")
    }
    if counted.unfollowed > 0 {
      notes.append(
        InputReport.InputNote(
          code: "openings_unfollowed",
          message: "\(counted.unfollowed) further connections went on and are left out, to stay "
            + "within the memory budget (--max-memory)"))
    }
    if counted.evicted > 0 {
      notes.append(
        InputReport.InputNote(
          code: "openings_evicted",
          message: "\(counted.evicted) of the connections only counted were dropped before they "
            + "were over, to stay within the memory budget"))
    }
    return notes
  }
}
