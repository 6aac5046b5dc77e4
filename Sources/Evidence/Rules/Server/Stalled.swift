import CaptureReader
import RDPProtocol
import TCPStreams

/// A side has the other's message (its TCP acknowledged it) and does not answer.
struct Stalled: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .credsspStalled, .serverNoAnswer, .clientNoAnswer, .serverClosedUnseen, .tcpLeaveUnanswered,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    if let turn = facts.pendingTurn, turn.isOverdue { return overdue(turn, facts) }
    guard facts.isEstablished, !facts.connection.isOneSided, facts.phase < .active,
      let asked = Self.lastQuestion(facts)
    else { return [] }
    // A TLS 1.3 server's session tickets may come after CredSSP's first token; they answer nothing.
    if !Self.owesCredSSP(facts), let answer = facts.server.lastData, answer > asked {
      return []
    }
    let end = facts.goodbye?.frame.time ?? facts.connection.captureEnd
    let wait = end.since(asked.time)
    guard wait >= Thresholds.stall else { return [] }
    guard facts.failingTail(of: .client) == nil, facts.server.openHoleBytes == 0,
      facts.client.keepAlivesUnanswered < 2,
      let heard = facts.server.lastPacket, heard > asked
    else { return [] }
    if let forgotten = forgotten(facts, since: asked) { return [forgotten] }
    let ended = facts.goodbye.map { $0.side == .client ? ", then the client gave up" : "" } ?? ""
    let code: EvidenceCode = Self.owesCredSSP(facts) ? .credsspStalled : .serverNoAnswer
    let deaf = deafEnd(facts)
    return [deaf].compactMap(\.self) + [
      Evidence(
        code, strength: deaf == nil ? 1 : 0.35,
        "the server acknowledged the client's \(Self.name(facts)) and sent nothing for "
          + "\(wait.text)\(ended)",
        frames: [asked, heard])
    ]
  }

  /// After the silence the server's host answers as one that has no such connection: it had closed it, and
  /// the notice was lost. A host whose program hangs acknowledges.
  private func forgotten(_ facts: WireFacts, since asked: ItemReference) -> Evidence? {
    guard let reset = facts.server.resets.first, !reset.hasAck, reset.answersAcknowledgment,
      reset.frame > asked, facts.server.fin == nil, facts.forgedReset(of: .server) == nil,
      let pause = reset.sinceOwn, pause >= Thresholds.openHole
    else { return nil }
    return Evidence(
      .serverClosedUnseen,
      "\(pause.text) after its last acknowledgement the server's host did not know the connection any more: "
        + "it had closed it, and the notice was lost",
      frames: [asked, reset.frame])
  }

  /// The client's FIN, sent again, is not acknowledged either: a host whose program hangs does that.
  private func deafEnd(_ facts: WireFacts) -> Evidence? {
    guard let tail = facts.client.unacknowledged, tail.isFinOnly, tail.attempts >= 2,
      let goodbye = facts.goodbye, goodbye.side == .client,
      facts.server.lastPacket.map({ $0 < tail.firstSent }) ?? true
    else { return nil }
    return Evidence(
      .tcpLeaveUnanswered,
      "the client's FIN was sent \(tail.attempts) times and not acknowledged: the server's host was not "
        + "reached any more", frames: [tail.firstSent, tail.lastSent])
  }

  /// In the connection sequence the turn tells who it was that did not go on.
  private func overdue(_ turn: PendingTurn, _ facts: WireFacts) -> [Evidence] {
    guard facts.failingTails.isEmpty, facts.server.openHoleBytes + facts.client.openHoleBytes == 0,
      Side.allCases.allSatisfy({ facts[$0].keepAlivesUnanswered < Thresholds.decidingKeepAlives })
    else { return [] }
    let strength = turn.wait >= Thresholds.longStall ? 1 : 0.8
    let ended = facts.goodbye.map { ", then the \($0.side) closed" } ?? ""
    let text =
      "the \(turn.side) acknowledged the last message of the connection sequence and did not go on for "
      + "\(turn.wait.text)\(ended)"
    return [
      Evidence(
        turn.side == .server ? .serverNoAnswer : .clientNoAnswer, strength: strength, text,
        frames: [turn.last, facts.goodbye?.frame])
    ]
  }

  /// The client's last message that wants an answer.
  private static func lastQuestion(_ facts: WireFacts) -> ItemReference? {
    if let message = facts.credssp.messages.last, facts.credssp.expected {
      return message.side == .client ? message.frame : nil
    }
    return facts.connectInitial ?? facts.trace.tls.clientHelloFrame
      ?? facts.trace.request?.frame
  }

  private static func owesCredSSP(_ facts: WireFacts) -> Bool {
    facts.credssp.expected && facts.credssp.stage > .notStarted
      && facts.credssp.stage < .passed
  }

  private static func name(_ facts: WireFacts) -> String {
    switch facts.phase {
    case .tcp: "first bytes"
    case .x224: "X.224 Connection Request"
    case .tls: "ClientHello"
    case .credssp: "CredSSP message"
    case .mcs, .licensing, .active: "MCS request"
    }
  }
}
