import CaptureReader
import RDPProtocol
import TCPStreams

/// The client ends a session that had got past authentication.
struct ClientEnded: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tcpPortProbe, .clientLeftInConnectionSequence, .clientClosedWithAlert, .clientFINMidSession,
    .clientResetMidSession, .clientClosedByTimer, .clientFINWithoutAlert,
    .clientSideClosedByTimer, .clientEndedInConnectionSequence,
    .storyReconnected,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let goodbye = facts.goodbye, goodbye.side == .client else { return [] }
    guard facts.isEstablished else { return halfOpenProbe(facts, goodbye) }
    let word = goodbye.kind == .fin ? "FIN" : "RST"
    let frames = [goodbye.frame]
    switch facts.phase {
    case .tcp:
      guard facts.client.dataPackets == 0, !facts.connection.isMidStream else { return [] }
      return [
        Evidence(
          .tcpPortProbe, "the client connected, said nothing and closed (\(word))",
          frames: frames)
      ]
    case .x224, .tls, .credssp:
      return []
    case .mcs, .licensing:
      // Who kept whom waiting says more than who closed.
      if let turn = facts.pendingTurn, turn.isOverdue { return [] }
      let isBare = facts.lacksAlert(before: goodbye)
      return [
        Evidence(
          isBare ? .clientEndedInConnectionSequence : .clientLeftInConnectionSequence,
          "the client closed (\(word)) during the RDP connection sequence"
            + (isBare ? " without ending TLS" : ""), frames: frames)
      ]
    case .active:
      if facts.decidingUltimatum != nil { return [] }
      let strength = Hung.hasGivenUp(facts) ? 0.4 : 1
      if let alert = facts.closingRecord(of: .client) {
        return [
          Evidence(
            .clientClosedWithAlert, strength: strength,
            "the client ended TLS and closed (\(word)): the way programs close a session",
            frames: [alert.frame] + frames)
        ] + timer(facts)
      }
      if goodbye.kind == .reset, facts.givenUp?.side == .client { return [] }
      if let pause = facts.silenceBeforeReconnect {
        return [
          Evidence(
            .storyReconnected,
            "the client was silent for \(pause.text), began a new session, and then did not know this one any more",
            frames: frames)
        ]
      }
      if goodbye.kind == .fin, facts.lacksAlert(before: goodbye) {
        return [
          Evidence(
            .clientFINWithoutAlert, strength: strength,
            "the client closed (FIN) without ending TLS: programs that take leave say so",
            frames: frames)
        ] + timer(facts)
      }
      return [
        Evidence(
          word == "FIN" ? .clientFINMidSession : .clientResetMidSession, strength: strength,
          "the client ended the running session with a bare \(word)", frames: frames)
      ] + timer(facts)
    }
  }

  /// A client that answers the server's SYN-ACK with a RST never wanted in: scanners and some health
  /// checks look whether a port is open so. One that had asked for long has given up instead.
  private func halfOpenProbe(_ facts: WireFacts, _ goodbye: Goodbye) -> [Evidence] {
    let handshake = facts.connection.handshake
    guard goodbye.kind == .reset, handshake.synCount == 1, let answer = handshake.synAck,
      answer < goodbye.frame, handshake.established == nil,
      goodbye.frame.time.since(facts.connection.first.time) < Thresholds.longestAnswer,
      facts.client.dataPackets == 0, facts.server.dataPackets == 0,
      facts.forgedReset(of: .client) == nil
    else { return [] }
    return [
      Evidence(
        .tcpPortProbe, "the client answered the server's SYN-ACK with a RST: a half-open probe",
        frames: [answer, goodbye.frame])
    ]
  }

  private func timer(_ facts: WireFacts) -> [Evidence] {
    guard let timer = ClosingTimer(facts) else { return [] }
    let end = "closed \(timer.pause.text) after the last byte, to the tenth of a second: a timer of"
    // At the client's own host no relay stands between.
    guard facts.connection.capturePoint == .client else {
      return [
        Evidence(
          .clientSideClosedByTimer, strength: timer.isExact ? 1 : 0.5,
          "the client's side \(end) a relay that stands for it, or of its program; no person",
          frames: timer.frames)
      ]
    }
    // A person can hit upon any second.
    guard timer.isExact else { return [] }
    return [
      Evidence(
        .clientClosedByTimer, "the client \(end) its program, not a person", frames: timer.frames)
    ]
  }
}
