/// Events of the Security log.
enum SecurityRules {
  private static let provider = "Security-Auditing"

  static let all: [EventRule] = [
    EventRule(provider, 4624, as: "security.4624", is: .logonSucceeded, "A log-on succeeded") {
      record, event in
      guard isRemote(record) else { return false }
      account(record, &event)
      event.logon = record.item("TargetLogonId")
      return true
    },
    EventRule(provider, 4625, as: "security.4625", is: .logonRefused, "A log-on was refused") {
      record, event in
      guard isRemote(record) else { return false }
      account(record, &event)
      let sub = record.number("SubStatus") ?? 0
      let status = sub != 0 ? sub : record.number("Status") ?? 0
      // Packages of others answer with HRESULTs.
      event.code = LogCode(status >> 16 == 0x8007 ? .hresult : .ntStatus, status)
      return true
    },
    EventRule(provider, 4634, as: "security.4634", is: .phaseReached, "A log-on session ended") {
      record, event in
      guard record.item("LogonType") == "10" else { return false }
      account(record, &event)
      event.logon = record.item("TargetLogonId")
      return true
    },
    EventRule(provider, 4647, as: "security.4647", is: .sessionLoggedOff, "The user logged off") {
      record, event in
      account(record, &event)
      event.logon = record.item("TargetLogonId")
      return true
    },
    EventRule(
      provider, 4778, as: "security.4778", is: .sessionReconnected, "A session was reconnected",
      details: station),
    EventRule(
      provider, 4779, as: "security.4779", is: .sessionDisconnected, "A session was disconnected",
      details: station),
    EventRule(
      provider, 4825, as: "security.4825", is: .authorizationDenied,
      "The user may not use Remote Desktop"
    ) {
      record, event in
      event.user = RemoteDesktopRules.account(
        record.item("AccountName"), record.item("AccountDomain"))
      event.client = record.item("ClientAddress").flatMap { LogEndpoint(parsing: $0) }
      event.logon = record.item("LogonID")
      return true
    },
    EventRule(
      provider, 6273, as: "gateway.6273", is: .authorizationDenied,
      "The network policy server denies the gateway's user", details: policyServer),
    EventRule(provider, 4740, as: "security.4740", is: .phaseReached, "An account was locked out") {
      record, event in
      account(record, &event)
      return true
    },
    EventRule(
      provider, 5152, 5157, as: "security.5152", is: .firewallDropped,
      "The packet filter blocked a packet or connection"
    ) {
      record, event in
      guard record.item("Protocol") == "6" else { return false }
      return endpoints(record, &event) && event.server?.port.map(FirewallLine.isDesktop) ?? false
    },
  ]

  /// Network log-on (NLA), remote desktop, unlock and cached remote desktop; what has an address.
  private static func isRemote(_ record: EventRecord) -> Bool {
    switch record.item("LogonType") {
    case "10", "12": true
    case "3", "7":
      record.item("IpAddress").map { !LogEndpoint(address: $0).isLocal } ?? false
    default: false
    }
  }

  private static func account(_ record: EventRecord, _ event: inout LogEvent) {
    event.user = RemoteDesktopRules.account(
      record.item("TargetUserName"), record.item("TargetDomainName"))
    // Of log-ons that are no network log-on it is the server itself.
    if record.item("LogonType") == "3" {
      event.clientHost = record.item("WorkstationName")?.shortened(128)
    }
    event.text = record.item("LogonType").map { "log-on type \($0)" }
    if let address = record.item("IpAddress") {
      event.client = LogEndpoint(address: address, port: record.item("IpPort").flatMap { Int($0) })
    }
  }

  /// Policy servers serve Wi-Fi and VPNs too: the gateway's policies are named.
  private static let policyServer: @Sendable (EventRecord, inout LogEvent) -> Bool = {
    record, event in
    let texts = record.data.map(\.value) + [record.message ?? ""]
    guard texts.contains(where: { $0.uppercased().contains("TS GATEWAY") }) else { return false }
    let name = record.item("SubjectUserName", "User")
    event.user =
      name.map { $0.contains("\\") } == true
      ? name?.shortened(128)
      : RemoteDesktopRules.account(name, record.item("SubjectDomainName"))
    event.clientHost = record.item("SubjectMachineName")?.shortened(128)
    event.text = record.item("Reason")?.shortened(200)
    return true
  }

  private static let station: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    event.user = RemoteDesktopRules.account(
      record.item("AccountName"), record.item("AccountDomain"))
    event.clientHost = record.item("ClientName")?.shortened(128)
    event.client = record.item("ClientAddress").flatMap { LogEndpoint(parsing: $0) }
    event.logon = record.item("LogonID")
    event.text = record.item("SessionName")
    // The console's own session is nobody's remote desktop.
    return record.item("SessionName") != "Console"
  }

  static func endpoints(_ record: EventRecord, _ event: inout LogEvent) -> Bool {
    guard let source = record.item("SourceAddress"), let target = record.item("DestAddress") else {
      return false
    }
    event.client = LogEndpoint(address: source, port: record.item("SourcePort").flatMap { Int($0) })
    event.server = LogEndpoint(address: target, port: record.item("DestPort").flatMap { Int($0) })
    // Of an inbound connection the local end may stand first: the port tells which end the server is.
    if let from = event.client?.port, FirewallLine.isDesktop(port: from),
      event.server?.port.map({ !FirewallLine.isDesktop(port: $0) }) ?? true
    {
      (event.client, event.server) = (event.server, event.client)
    }
    return true
  }
}
