import LogReader

/// What a Remote Desktop Gateway refused: its policies, its web server, or the way behind it.
extension ToldAdvice {
  static func gateway(_ record: DecidingRecord) -> Advice? {
    switch record.code {
    case "log.gateway_denied": denied(record)
    case "log.gateway_http": status(record.number(.http))
    case "log.gateway_failed":
      Advice(
        summary: "What the gateway answered could not be used.",
        nextAction:
          "See what answers at the gateway's address: a proxy, TLS inspection or another web "
          + "server stands there as well. Then read the gateway's own log "
          + "(TerminalServices-Gateway) of that second.")
    case "log.gateway_target":
      Advice(
        summary: "The gateway could not reach the server behind it.",
        nextAction:
          "On the gateway try the server's port: `Test-NetConnection HOST -Port 3389`. If it "
          + "fails, the server is off, does not listen, or a firewall stands between; if the name "
          + "fails, the gateway's DNS.")
    case "log.gateway_error", "log.gateway_ended":
      record.hasPackets
        ? nil
        : Advice(
          summary: "The gateway ended its part of the connection; its record does not say why.",
          nextAction:
            "Read the server's own log of that second, and the gateway's other records "
            + "(TerminalServices-Gateway 303 with its error code).")
    default: nil
    }
  }

  private static func denied(_ record: DecidingRecord) -> Advice {
    if record.has("gateway.301") || record.has("freerdp.gateway_resource")
      || record.words.contains("resource policy")
    {
      return Advice(
        summary: "The gateway's resource policy (RAP) does not let the user reach this server.",
        nextAction:
          "On the gateway check the resource authorization policy: one whose user groups hold the "
          + "user must name the server as the client does, by full name or address (its computer "
          + "group, or any resource), and the port. The user's log-on was accepted.")
    }
    if record.has("gateway.6273") { return policyServer(record) }
    if record.has("gateway.http") || record.has("freerdp.gateway_status") {
      return Advice(
        summary: "The gateway refused the user's log-on.",
        nextAction:
          "See first whether the account is locked by now; then sign in to the gateway with the "
          + "user name's authority (DOMAIN\\user) and the password typed anew. Status 407 is a "
          + "proxy's before it.")
    }
    return Advice(
      summary: "The gateway's connection policy (CAP) does not let the user in.",
      nextAction:
        "On the gateway check the connection authorization policy: its user groups must hold the "
        + "user, its client computer group the client, and the kind of log-on (password, smart "
        + "card) must be allowed.")
  }

  /// The network policy server says its reason in words.
  private static func policyServer(_ record: DecidingRecord) -> Advice {
    let words = record.words.lowercased()
    let action =
      if words.contains("dial-in") {
        "In the account's properties (Active Directory Users and Computers > Dial-in) set Network "
          + "Access Permission to Control access through NPS Network Policy."
      } else if words.contains("domain") && words.contains("not exist") {
        "Sign in with the account's right domain (DOMAIN\\user): the policy server knows none of "
          + "the name that was given, or has no trust to it."
      } else if words.contains("password") || words.contains("user name") {
        "See first whether the account is locked; then sign in with DOMAIN\\user and the password "
          + "typed anew."
      } else {
        "On the policy server (NPS) look at the policy that the record (6273) names: its "
          + "conditions must match the user's group and the gateway, and its permission must grant "
          + "access."
      }
    return Advice(
      summary: "The gateway's policy server (NPS) does not let the user in.", nextAction: action)
  }

  private static func status(_ status: UInt32?) -> Advice {
    switch status {
    case 404?:
      return Advice(
        summary: "There is no RD Gateway at this address: the web server there answers 404.",
        nextAction:
          "Check the gateway's name and port in the client (gatewayhostname in the .rdp file), "
          + "and that the name leads to the gateway and not to another web server; on the "
          + "gateway, that the role is installed (`Get-Service TSGateway`).")
    case 407?:
      return Advice(
        summary: "A web proxy before the gateway demands a log-on.",
        nextAction:
          "Give the client the proxy's log-on, or let it reach the gateway past the proxy.")
    case 401?, 403?:
      return Advice(
        summary: "The gateway refused the user's log-on (HTTP \(status ?? 0)).",
        nextAction:
          "See first whether the account is locked; then sign in to the gateway with DOMAIN\\user "
          + "and the password typed anew.")
    case let status? where status >= 500:
      return Advice(
        summary: "The gateway, or the web server before it, failed (HTTP \(status)).",
        nextAction:
          "On the gateway see whether its services run: `Get-Service TSGateway,W3SVC`; a load "
          + "balancer before it answers so where it has no gateway left.")
    default:
      return Advice(
        summary:
          "The gateway's web server answered with HTTP status \(status.map(String.init) ?? "unknown").",
        nextAction:
          "Check the gateway's name and port in the client, and what stands before it: a proxy, a "
          + "load balancer, a firewall that inspects.")
    }
  }
}
