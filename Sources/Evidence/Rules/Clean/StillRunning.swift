import CaptureReader
import RDPProtocol
import TCPStreams

/// No goodbye: the capture ends before the session does.
struct StillRunning: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .captureMidSession, .captureWentQuiet, .captureQuietEnd, .captureStillRunning,
    .captureEndsEarly, .storyReconnected,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.connection.firstGoodbye == nil, facts.isEstablished, !facts.isPathDead
    else { return [] }
    let frames: [ItemReference?] = [facts.connection.last]
    let quiet = facts.silenceAtEnd
    if facts.phase == .active {
      if facts.connection.isMidStream {
        return [
          Evidence(
            .captureMidSession, "the capture holds a piece of a session, without start or end",
            frames: [facts.connection.first] + frames)
        ]
      }
      let usual = max(facts.client.longestSilence, facts.server.longestSilence)
      if quiet >= Thresholds.wentQuiet, quiet >= usual * 3, let next = facts.surroundings.next,
        next.phase >= .mcs, next.start > facts.lastActivity
      {
        return [
          Evidence(
            .storyReconnected,
            "nothing came of the session for \(quiet.text), before never more than \(usual.text) apart, and the "
              + "same client began a new one \(next.start.since(facts.lastActivity).text) after its last packet",
            frames: frames)
        ]
      }
      if quiet >= Thresholds.wentQuiet, quiet >= usual * 3, quiet < Thresholds.quietEnd {
        return [
          Evidence(
            .captureWentQuiet,
            "nothing of the session for the capture's last \(quiet.text); before, never more than "
              + "\(usual.text) apart",
            frames: frames)
        ]
      }
      if quiet >= Thresholds.quietEnd {
        return [
          Evidence(
            .captureQuietEnd,
            "the session's last packet is \(quiet.text) before the capture's end, without goodbye",
            frames: frames)
        ]
      }
      return [
        Evidence(
          .captureStillRunning, "the session runs on when the capture ends", frames: frames)
      ]
    }
    if facts.connection.isMidStream {
      return [
        Evidence(
          .captureMidSession, "the capture holds a piece of a connection, without start or end",
          frames: [facts.connection.first] + frames)
      ]
    }
    return [
      Evidence(
        .captureEndsEarly,
        "the capture ends \(quiet.text) after the last packet, in the middle of the handshake",
        frames: frames)
    ]
  }
}
