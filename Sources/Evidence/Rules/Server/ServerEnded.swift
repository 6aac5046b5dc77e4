import CaptureReader
import RDPProtocol
import TCPStreams

/// The server ends the connection first.
struct ServerEnded: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .serverClosedAtOnce, .serverClosedAfterConfirm, .serverClosedOnRequest,
    .tlsServerLeftInHandshake, .serverClosedAfterTLS, .serverClosedInConnectionSequence,
    .serverClosedWithAlert, .serverFINMidSession, .serverResetMidSession, .tcpStraySegment,
    .serverClosedByTimer, .serverResetUnknown, .serverEndedInConnectionSequence,
    .serverRefusedInConnectionSequence,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let goodbye = facts.goodbye, goodbye.side == .server, facts.isEstablished else {
      return []
    }
    let word = goodbye.kind == .fin ? "FIN" : "RST"
    let frames = [goodbye.frame]
    switch facts.phase {
    case .tcp:
      guard facts.trace.foreignBytes.client.isEmpty, facts.client.dataPackets == 0 else {
        return []
      }
      // An ACK, FIN or empty segment out of nowhere, answered by a RST: nobody saw a connection.
      if facts.connection.isMidStream, facts.server.dataPackets == 0 {
        return [
          Evidence(
            .tcpStraySegment, "a segment of no connection, and the server's \(word)",
            frames: [facts.client.firstPacket] + frames)
        ]
      }
      return [
        Evidence(
          .serverClosedAtOnce, "the server closed (\(word)) before anything was said",
          frames: frames)
      ]
    case .x224:
      guard !facts.trace.hasConfirm else {
        guard case .failure? = facts.trace.confirm?.value else {
          return [
            Evidence(
              .serverClosedAfterConfirm,
              "the server closed (\(word)) right after its Connection Confirm", frames: frames)
          ]
        }
        return []
      }
      // The answer is missing from the capture, not from the wire; or another service has answered.
      if HiddenAnswer.length(facts) != nil || !facts.trace.foreignBytes.server.isEmpty {
        return []
      }
      return [
        Evidence(
          .serverClosedOnRequest,
          "the server closed (\(word)) on the X.224 Connection Request without answering it",
          frames: frames)
      ]
    case .tls:
      if let hello = facts.trace.tls.clientHelloFrame, facts.trace.hasConfirm,
        facts.trace.tls.serverHelloFrame == nil,
        goodbye.frame < hello || facts.closedUnheard(hello, by: goodbye.frame)
      {
        return [
          Evidence(
            .serverClosedAfterConfirm,
            "the server closed (\(word)) after its Connection Confirm; the ClientHello was on its way",
            frames: [facts.trace.confirm?.frame, goodbye.frame, hello])
        ]
      }
      guard facts.trace.tls.serverHelloFrame != nil, facts.causalAlerts.allSatisfy(\.isEncrypted)
      else {
        return []
      }
      return [
        Evidence(
          facts.tlsFinished.client == nil
            ? .tlsServerLeftInHandshake : .serverClosedAfterTLS,
          "the server closed (\(word)) \(facts.tlsFinished.client == nil ? "in" : "after") the TLS handshake",
          frames: frames)
      ]
    case .credssp:
      return []
    case .mcs, .licensing:
      // Its ultimatum says more than the FIN behind it.
      if facts.decidingUltimatum?.side == .server { return [] }
      return sequenceEnd(facts, goodbye, word: word)
    case .active:
      return activeEnd(facts, word: word, frames: frames)
    }
  }

  /// A program that cannot use a message ends TLS, and closes on that message; one that dies does neither.
  private func sequenceEnd(_ facts: WireFacts, _ goodbye: Goodbye, word: String) -> [Evidence] {
    if let alert = facts.closingRecord(of: .server),
      let message = facts.messageAnswered(by: alert.frame)
    {
      return [
        Evidence(
          .serverRefusedInConnectionSequence,
          "the server ended TLS and closed (\(word)) on the client's message, "
            + "\(alert.frame.time.since(message.time).text) after it",
          frames: [message, alert.frame, goodbye.frame])
      ]
    }
    // A program that dies just then, or one that closes so on what it cannot use.
    let isBare =
      facts.lacksAlert(before: goodbye) && facts.messageAnswered(by: goodbye.frame) == nil
    return [
      Evidence(
        isBare ? .serverEndedInConnectionSequence : .serverClosedInConnectionSequence,
        "the server closed (\(word)) during the RDP connection sequence"
          + (isBare ? " without ending TLS" : ""), frames: [goodbye.frame])
    ]
  }

  private func activeEnd(
    _ facts: WireFacts, word: String, frames: [ItemReference]
  ) -> [Evidence] {
    // What may have been a key leaves the server's part open.
    if facts.isGoodbyeSupposed {
      return [
        Evidence(
          word == "FIN" ? .serverFINMidSession : .serverResetMidSession,
          strength: word == "FIN" ? 0.8 : 0.93,
          "the server ended the session with a \(word) before the client had closed", frames: frames
        )
      ]
    }
    if facts.decidingUltimatum != nil { return [] }
    if let alert = facts.closingRecord(of: .server) {
      return [
        Evidence(
          .serverClosedWithAlert,
          "the server ended TLS in mid-session and closed (\(word)) without RDP's own goodbye",
          frames: [alert.frame] + frames)
      ] + timer(facts)
    }
    if word == "RST", facts.givenUp?.side == .server { return [] }
    if word == "RST", let reset = facts.server.resets.first, !reset.hasAck,
      facts.resetKind(of: .server) == .halfOpen
    {
      return [
        Evidence(
          .serverResetUnknown,
          "the server's end answered the running session's data with a RST of a connection that it does "
            + "not know", frames: [facts.client.lastData] + frames)
      ] + timer(facts)
    }
    return [
      Evidence(
        word == "FIN" ? .serverFINMidSession : .serverResetMidSession,
        "the server ended the running session with a bare \(word)", frames: frames)
    ] + timer(facts)
  }

  /// A crash does not wait for a round time; relays and load balancers close what is idle so.
  private func timer(_ facts: WireFacts) -> [Evidence] {
    guard let timer = ClosingTimer(facts) else { return [] }
    return [
      Evidence(
        .serverClosedByTimer, strength: timer.isExact ? 1 : 0.75,
        "the server's side closed \(timer.pause.text) after the last byte, to the tenth of a second: "
          + "a limit of idle time, of a relay before the server or of the server itself",
        frames: timer.frames)
    ]
  }
}
