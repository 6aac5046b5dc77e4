import CaptureReader
import RDPProtocol
import TCPStreams

/// The client ends CredSSP by itself: it does not like the server's version, certificate or key, has
/// no credentials, or the user cancelled.
struct CredSSPWithdrawal: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .credsspClientLeftWaiting, .credsspClientLeftAfterChallenge, .credsspClientLeftAfterPublicKey,
    .credsspClientLeftAfterCredentials, .credsspEarlyAuthorizationDenied, .credsspClientLeftAtOnce,
    .credsspClientCheckedOnly, .credsspClientLeftSlowServer,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    let credssp = facts.credssp
    guard credssp.expected, let left = credssp.clientLeft, credssp.refusal == nil,
      credssp.stage < .passed
    else { return [] }
    let last = credssp.messages.last?.frame
    let wait = left.time.since(last?.time ?? left.time)
    let frames = [last, left]
    switch credssp.stage {
    case .notStarted, .passed:
      return []
    case .negotiate, .authenticate:
      // The answer, or another message of the client, may be what the capture lost.
      guard wait < Thresholds.stall, facts.client.missedBytes + facts.server.missedBytes == 0
      else { return [] }
      let slowest = facts.longestAnswer(of: .server, before: left)
      let isSlow =
        slowest >= Thresholds.longestAnswer
        && left.time.since(facts.connection.first.time) >= Thresholds.shortestPatience
      return [
        Evidence(
          isSlow ? .credsspClientLeftSlowServer : .credsspClientLeftWaiting,
          "the client closed \(wait.text) after its own message, before the server answered"
            + (isSlow ? "; the server's answers before had taken up to \(slowest.text)" : ""),
          frames: frames)
      ]
    case .challenge:
      let reaction = wait - (facts.connection.handshake.clientRoundTrip ?? .zero)
      return [
        Evidence(
          reaction < Thresholds.fasterThanPeople
            ? .credsspClientLeftAtOnce : .credsspClientLeftAfterChallenge,
          "the client closed \(wait.text) after the server's challenge and never sent AUTHENTICATE",
          frames: frames)
      ]
    case .publicKeyReply where wasTyped(credssp) && wait < Thresholds.fasterThanPeople:
      return [
        Evidence(
          .credsspClientCheckedOnly,
          "a person gave credentials, the server proved that it took them, and the client closed "
            + "\(wait.text) later without sending them",
          frames: frames)
      ]
    case .publicKeyReply:
      return [
        Evidence(
          .credsspClientLeftAfterPublicKey,
          "the client closed \(wait.text) after the server's pubKeyAuth and sent no credentials",
          frames: frames)
      ]
    case .credentials:
      // Who only checks credentials does not stay.
      return [
        Evidence(
          .credsspClientLeftAfterCredentials, strength: wait < Thresholds.stall ? 1 : 0.4,
          "NLA went through and the client closed after its credentials", frames: frames)
      ]
    case .earlyAuthorization:
      let prompt = wait < Thresholds.promptReaction
      return [
        Evidence(
          prompt ? .credsspEarlyAuthorizationDenied : .credsspClientLeftAfterCredentials,
          "the client closed \(wait.text) after the Early User Authorization Result",
          frames: frames)
      ]
    }
  }

  /// The client took a person's time between the server's challenge and its answer.
  private func wasTyped(_ credssp: CredSSPProgress) -> Bool {
    guard credssp.messages.count >= 3, credssp.messages[1].side == .server,
      credssp.messages[2].side == .client
    else { return false }
    return credssp.messages[2].frame.time.since(credssp.messages[1].frame.time)
      >= Thresholds.typing
  }
}
