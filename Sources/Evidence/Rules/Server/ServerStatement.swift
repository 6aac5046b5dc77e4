import CaptureReader
import RDPProtocol
import TCPStreams

/// The server says in RDP's own words why it ends the session (read in the clear or with keys).
struct ServerStatement: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .rdpErrorInfoUser, .rdpErrorInfo, .rdpLicensingError, .mcsRefused, .rdpRedirected,
    .rdpReconnectRefused,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    var found: [Evidence] = []
    if let error = facts.trace.mcs.errorInfo {
      let byUser = error.value == 0x0B || error.value == 0x0C
      let name = error.value.name.map { " (\($0))" } ?? ""
      found.append(
        Evidence(
          byUser ? .rdpErrorInfoUser : .rdpErrorInfo,
          "Set Error Info \(error.value.hexadecimal)\(name)",
          frames: [error.frame]))
    }
    if let error = facts.trace.licensing.error {
      let name = error.value.name.map { " (\($0))" } ?? ""
      found.append(
        Evidence(
          .rdpLicensingError, "licensing error \(error.value)\(name)", frames: [error.frame]))
    }
    if let response = facts.trace.mcs.connectResponse, response.value != .successful {
      found.append(
        Evidence(
          .mcsRefused, "MCS Connect Response refuses with result \(response.value)",
          frames: [response.frame]))
    }
    if let refused = facts.trace.mcs.attachRefused {
      found.append(
        Evidence(
          .mcsRefused, "MCS Attach User Confirm refuses with result \(refused.value)",
          frames: [refused.frame]))
    }
    let details = facts.trace.mcs.details
    if let redirection = details.redirection, !redirection.value.isNoRedirect {
      let target = redirection.value.target.map { " (\($0))" } ?? ""
      found.append(
        Evidence(
          .rdpRedirected, "the server sent the client on to another server\(target)",
          frames: [redirection.frame]))
    }
    if let refused = details.autoReconnectRefused {
      found.append(
        Evidence(
          .rdpReconnectRefused, "the server did not take the client's auto-reconnect cookie",
          frames: [refused]))
    }
    return found
  }
}
