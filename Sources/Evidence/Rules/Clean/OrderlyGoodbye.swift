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
    .rdpClientUltimatum, .rdpServerUltimatumByProvider, .rdpServerUltimatum,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard facts.phase == .active, let ultimatum = facts.decidingUltimatum else { return [] }
    let reason = ultimatum.reason.map { " (reason \($0))" } ?? ""
    let code: EvidenceCode =
      switch (ultimatum.side, ultimatum.reason) {
      case (.client, _): .rdpClientUltimatum
      case (.server, 1): .rdpServerUltimatumByProvider
      case (.server, _): .rdpServerUltimatum
      }
    return [
      Evidence(
        code,
        "the \(ultimatum.side) said goodbye with MCS Disconnect Provider Ultimatum\(reason)",
        frames: [ultimatum.frame, facts.goodbye?.frame])
    ]
  }
}

extension WireFacts {
  /// The first ultimatum, if it came before any FIN or RST.
  public var decidingUltimatum: DisconnectUltimatum? {
    guard
      let first = ultimatums.min(by: { $0.frame < $1.frame }),
      goodbye.map({ first.frame <= $0.frame }) ?? true
    else { return nil }
    return first
  }
}
