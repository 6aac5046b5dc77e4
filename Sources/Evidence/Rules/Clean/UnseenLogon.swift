import CaptureReader
import RDPProtocol
import TCPStreams

/// A client without NLA took leave of a screen that had not changed for seconds, whatever its user did.
///
/// Without NLA the log-on takes place inside the desktop, in a window that the server draws. A refusal
/// there is drawn too, and the wire shows an orderly leave. What it shows as well is that next to nothing
/// was drawn, and nothing in answer to the user's input: no desktop that somebody works with does that.
struct UnseenLogon: EvidenceRule {
  static let yields: [EvidenceCode] = [.rdpLogonUnseen]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase == .active, facts.goodbye?.side == .client,
      facts.decidingUltimatum?.side != .server, facts.surroundings.udp.isEmpty,
      !facts.connection.isOneSided, facts.trace.mcs.details.logonNotice == nil,
      case .selected(let chosen, _)? = facts.trace.confirm?.value, !chosen.usesCredSSP,
      let start = facts.trace.mcs.active ?? facts.inference.active,
      facts.endTime.since(start.time) <= Thresholds.logonWindow,
      facts.server.uniqueBytes <= Thresholds.logonWindowBytes,
      let pause = stillness(facts), pause.length >= Thresholds.deadScreen,
      pause.inputs >= Thresholds.deadScreenInputs,
      !hasChannels(facts, since: start),
      // One that says nothing at all hangs; one that answers the goodbye had nothing to draw.
      !Hung.isServerSilent(facts)
    else { return [] }
    return [
      Evidence(
        .rdpLogonUnseen,
        "for \(pause.length.text) before its end nothing was drawn in answer to the user; without NLA the "
          + "log-on takes place inside the desktop, where the capture does not show whether it "
          + "succeeded",
        frames: [start, facts.goodbye?.frame])
    ]
  }

  /// The client's records grow beyond keys and mouse: it answers channels that the desktop opens (drdynvc,
  /// sound, clipboard), so somebody is logged on.
  private func hasChannels(_ facts: WireFacts, since start: ItemReference) -> Bool {
    let tls = facts.trace.tls
    return tls.longestLaterClientRecord ?? 0 >= Thresholds.channelRecord
      || tls.firstRecords.contains {
        $0.side == .client && $0.frame > start && $0.length >= Thresholds.channelRecord
      }
  }

  /// How long the server had drawn nothing when the client began to take leave, and what the client sent
  /// in that time; to the stretches of the connection's series.
  private func stillness(_ facts: WireFacts) -> (length: TimeSpan, inputs: Int)? {
    guard let series = facts.connection.series, series.length.nanoseconds > 0,
      let goodbye = facts.goodbye
    else { return nil }
    let leave = min(
      facts.closingRecord(of: .client)?.frame.time ?? goodbye.frame.time, goodbye.frame.time)
    let drawn = series.courses.server.bytes
    let sent = series.courses.client.packets
    let end = Int(leave.since(series.start).nanoseconds / series.length.nanoseconds)
    guard end > 0, end <= drawn.count, end <= sent.count,
      let last = drawn[..<end].lastIndex(where: { $0 > 0 })
    else { return nil }
    let still = (last + 1)..<end
    return (
      series.length * Int64(still.count), sent[still].reduce(0) { $0 + Int($1) }
    )
  }
}
