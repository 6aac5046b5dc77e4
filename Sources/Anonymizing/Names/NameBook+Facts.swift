public import Analysis
import CaptureReader
import Evidence
import LogReader
import RDPProtocol

extension NameBook {
  /// Takes the names that an analysis found in captures and logs.
  public mutating func add(_ report: AnalysisReport) {
    for session in report.sessions {
      let identity = session.facts.identity
      add(identity.user)
      add(identity.clientName)
      addHost(identity.serverName)
      for witness in session.facts.witnesses {
        if case .capture(let wire) = witness.observation { add(wire.trace) }
      }
      for log in session.facts.logs { add(log.session) }
    }
  }

  /// Hosts can be addresses, which are no names.
  mutating func addHost(_ name: String?) {
    guard let name, name.contains(where: { $0.isLetter && !$0.isHexDigit || $0 == "-" }) else {
      return
    }
    add(name)
  }

  private mutating func add(_ trace: ProtocolTrace) {
    add(trace.request?.value.cookie)
    if let token = trace.request?.value.routingToken, RoutingTarget(token) == nil { add(token) }
    addHost(trace.tls.clientHello?.value.serverName)
    if let certificate = trace.tls.certificate?.value { add(certificate) }
    add(trace.mcs.clientName)
    add(trace.mcs.clientData?.name)
    if let decrypted = trace.decrypted { add(decrypted) }
  }

  private mutating func add(_ certificate: ServerCertificate) {
    addHost(certificate.commonName)
    for name in certificate.names { addHost(name) }
    for text in [certificate.subject, certificate.issuer] {
      for part in (text ?? "").split(separator: ",") {
        // What follows the attribute's type.
        addHost(part.split(separator: "=", maxSplits: 1).last.map(String.init))
      }
    }
  }

  private mutating func add(_ decrypted: DecryptedTrace) {
    let account = decrypted.credssp.account
    add(account.user)
    add(account.domain)
    add(account.workstation)
    let server = decrypted.credssp.server
    for name in [
      server.targetName, server.netBIOSComputer, server.netBIOSDomain, server.dnsComputer,
      server.dnsDomain, server.dnsForest,
    ] { add(name) }
  }

  private mutating func add(_ log: LogSession) {
    add(log.user)
    addHost(log.clientHost)
    addHost(log.computer)
    addHost(log.client?.address)
    addHost(log.server?.address)
    for event in log.events + log.hostEvents { add(event) }
  }

  mutating func add(_ event: LogEvent) {
    add(event.user)
    addHost(event.clientHost)
    addHost(event.source.computer)
    addHost(event.client?.address)
    addHost(event.server?.address)
  }
}
