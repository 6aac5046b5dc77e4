import CaptureReader
import RDPProtocol
import TCPStreams

/// Client and server repeat the negotiation in MCS Connect Initial and Response
/// ([MS-RDPBCGR] 5.4.2.1); what differs was changed on the way, or by a faulty program.
struct NegotiationChanged: EvidenceRule {
  static let yields: [EvidenceCode] = [.x224NegotiationChanged]

  func evidence(in facts: WireFacts) -> [Evidence] {
    if facts.isSilentInMCS { return [] }
    if let said = facts.trace.mcs.clientData?.serverSelectedProtocol,
      let confirm = facts.trace.confirm,
      case .selected(let chosen, _) = confirm.value, said != chosen.rawValue
    {
      return [
        Evidence(
          .x224NegotiationChanged,
          "the server chose \(chosen.text), and the client understood "
            + SecurityProtocols(rawValue: said).text,
          frames: [confirm.frame, facts.trace.mcs.connectInitial])
      ]
    }
    if let said = facts.trace.mcs.serverData?.clientRequestedProtocols,
      let request = facts.trace.request,
      let asked = request.value.requestedProtocols, said != asked.rawValue
    {
      return [
        Evidence(
          .x224NegotiationChanged,
          "the client asked for \(asked.text), and the server understood "
            + SecurityProtocols(rawValue: said).text,
          frames: [request.frame, facts.trace.mcs.connectResponse?.frame])
      ]
    }
    return []
  }
}

extension SecurityProtocols {
  fileprivate var text: String { names.joined(separator: ", ") }
}
