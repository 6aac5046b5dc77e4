/// What an event trace holds beside packets, and what that means for who reads it.
struct ETLContents {
  /// Packets that Windows dropped inside the host.
  var drops = HostDropCounts()
  /// Events of other providers.
  var other = 0
  /// Events of the capturing providers that are no packets.
  var rundown = 0
  /// Packets logged without a link or network layer.
  var unsupported = 0

  func notes(
    isShortened: Bool, packets: Int, hasLostEvents: Bool, lostEvents: Int, unordered: Int,
    damagedBuffers: Int, providers: [CaptureSummary.TraceProvider], leftOut: Int
  ) -> [CaptureNote] {
    var notes: [CaptureNote] = []
    if drops.packets > 0 {
      notes.append(
        CaptureNote(
          .hostDrops, "Windows dropped " + drops.tallies.sentence(packets: drops.packets)))
    }
    if !providers.isEmpty {
      let named = providers.prefix(4).map { "\($0.events) \($0.name)" }
      let more = providers.count > 4 ? " and \(providers.count - 4) more providers" : ""
      notes.append(
        CaptureNote(.traceEvents, "events beside packets: \(named.joined(separator: ", "))\(more)"))
    }
    if leftOut > 0 {
      notes.append(
        CaptureNote(
          .traceEventsLeftOut, "\(leftOut) events of providers with very many were only counted"))
    }
    if packets == 0 {
      notes.append(
        CaptureNote(
          .noPacketEvents,
          "an event trace without packets (\(other) other events): capture with pktmon start "
            + "--capture --pkt-size 0 --file-name rdp.etl, or netsh trace start capture=yes"))
    } else if isShortened {
      notes.append(
        CaptureNote(
          .shortenedByDefault,
          "pktmon keeps 128 bytes of each packet by default: capture with --pkt-size 0"))
    }
    if hasLostEvents {
      notes.append(
        CaptureNote(
          .eventsLost,
          lostEvents > 0
            ? "Windows lost \(lostEvents) events while it traced: packets may be missing"
            : "Windows lost events or buffers while it traced: packets may be missing"))
    }
    if unsupported > 0 {
      notes.append(
        CaptureNote(
          .unsupportedPackets, "\(unsupported) packets were logged without their headers"))
    }
    if unordered > 0 {
      notes.append(
        CaptureNote(
          .eventsUnordered,
          "the trace is too large to be put in order of time as a whole: \(unordered) packets are "
            + "older than one before them"))
    }
    if damagedBuffers > 0 {
      notes.append(
        CaptureNote(.invalidBlock, "\(damagedBuffers) buffers are damaged; their rest is left out"))
    }
    return notes
  }
}
