import CaptureReader
public import RDPProtocol
import TCPStreams

/// One side said goodbye in RDP's own words (MCS Disconnect Provider Ultimatum, [MS-RDPBCGR]
/// 1.3.1.4) before anybody closed the connection.
///
/// Who closes TCP afterwards does not matter: Windows clients answer a server's ultimatum with a RST
/// (measured), Windows servers a client's.
struct OrderlyGoodbye: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .rdpClientUltimatum, .rdpServerUltimatumByProvider, .rdpServerUltimatum, .rdpErrorInfoBySize,
    .rdpGoodbyeBeforeUse,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase == .active, let ultimatum = facts.decidingUltimatum else { return [] }
    // One direction alone: it came after the other side's close, and answers it.
    if let close = facts.unseenClose, close.side != ultimatum.side, close.frame <= ultimatum.frame {
      return []
    }
    let reason = ultimatum.reason.map { " (reason \($0))" } ?? ""
    let code: EvidenceCode =
      switch (ultimatum.side, ultimatum.reason) {
      case (.client, _): .rdpClientUltimatum
      case (.server, 1): .rdpServerUltimatumByProvider
      case (.server, _): .rdpServerUltimatum
      }
    // A user who leaves a desktop that has not moved for long leaves because of that.
    let isLeft = ultimatum.side == .client && Hung.hasGivenUp(facts)
    // What was a key as likely, before an abort under a server that had stopped answering.
    let isAbort =
      ultimatum.side == .client && facts.goodbye?.kind == .reset && Hung.isServerStruck(facts)
      && !facts.trace.mcs.ultimatums.contains { $0.frame == ultimatum.frame }
    let isUnexplained = ultimatum.side == .server && facts.showsNoUse(before: ultimatum.frame)
    let isSupposed = facts.isGoodbyeSupposed
    return [
      Evidence(
        code, strength: isLeft || isAbort ? 0.4 : isUnexplained ? 0.6 : isSupposed ? 0.7 : 1,
        isSupposed
          ? "the client's last record has the length of a goodbye (and of a key), and the server closed on it"
          : "the \(ultimatum.side) said goodbye with MCS Disconnect Provider Ultimatum\(reason)",
        frames: [ultimatum.frame, facts.goodbye?.frame])
    ] + (ultimatum.side == .server ? serverReasons(facts, ultimatum) : [])
  }

  /// What else speaks of who wanted the end where the server's goodbye gives no reason.
  private func serverReasons(_ facts: WireFacts, _ ultimatum: DisconnectUltimatum) -> [Evidence] {
    var found: [Evidence] = []
    if facts.trace.mcs.errorInfo == nil, let record = facts.inference.errorInfo {
      found.append(
        Evidence(
          .rdpErrorInfoBySize,
          "a record of the size of Set Error Info came before the server's goodbye",
          frames: [record, ultimatum.frame]))
    }
    if !facts.connection.isOneSided, !facts.wasUsed(before: ultimatum.frame) {
      found.append(
        Evidence(
          .rdpGoodbyeBeforeUse,
          "the server said goodbye as soon as the session was up, before any input of a user",
          frames: [facts.trace.mcs.active ?? facts.inference.active, ultimatum.frame]))
    }
    return found
  }
}

extension WireFacts {
  /// The goodbye that decides is told by its size and by the server's close alone.
  var isGoodbyeSupposed: Bool {
    guard inference.isGoodbyeSupposed, let ultimatum = decidingUltimatum else { return false }
    return ultimatum.side == .client
      && !trace.mcs.ultimatums.contains { $0.frame == ultimatum.frame }
  }

  /// The first ultimatum, if it came before any FIN or RST.
  public var decidingUltimatum: DisconnectUltimatum? {
    guard
      let first = ultimatums.min(by: { $0.frame < $1.frame }),
      goodbye.map({ first.frame <= $0.frame }) ?? true
    else { return nil }
    return first
  }
}
