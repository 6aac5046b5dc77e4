extension SessionTable {
  /// What was read of RDP, TLS and CredSSP.
  static let protocols: [Column<SessionRecord>] = rdp + tls + credssp

  private static let rdp: [Column<SessionRecord>] = [
    .text("rdp.cookie", "user name or hash in the connection request") { $0.rdp?.cookie },
    .text("rdp.routing_token", "load balancer's token in the connection request") {
      $0.rdp?.routingToken
    },
    .text("rdp.correlation_id", "the client's correlation identifier") { $0.rdp?.correlationID },
    .list("rdp.requested_protocols", "security protocols that the client offered") {
      $0.rdp?.requestedProtocols
    },
    .list("rdp.selected_protocol", "the one that the server chose") { $0.rdp?.selectedProtocol },
    .count("rdp.failure_code", "negotiation failure code") { $0.rdp?.failureCode },
    .text("rdp.failure_name", "its name") { $0.rdp?.failureName },
    .text("rdp.client_name", "the client computer's name") { $0.rdp?.clientName },
    .count("rdp.client_build", "build number of the client") { $0.rdp?.clientBuild },
    .count("rdp.encryption_method", "Standard RDP Security's method") {
      $0.rdp?.encryptionMethod
    },
    .count("rdp.encryption_level", "Standard RDP Security's level") { $0.rdp?.encryptionLevel },
    .count("rdp.licensing_error", "licensing error code") { $0.rdp?.licensingError },
    .count("rdp.error_info", "Set Error Info code") { $0.rdp?.errorInfo },
    .text("rdp.error_info_name", "its name") { $0.rdp?.errorInfoName },
    .list("rdp.disconnects", "disconnect ultimatums: side, and the reason if it was readable") {
      $0.rdp?.disconnects.map { entry in
        entry.reason.map { "\(entry.side) \($0)" } ?? entry.side
      }
    },
  ]

  private static let tls: [Column<SessionRecord>] = [
    .text("tls.version", "version that was agreed") { $0.tls?.version },
    .text("tls.cipher.code", "cipher suite's number") { $0.tls?.cipher?.code },
    .text("tls.cipher.name", "its IANA name, for common ones") { $0.tls?.cipher?.name },
    .text("tls.server_name", "server name that the client asked for") { $0.tls?.serverName },
    .list("tls.alerts", "alerts: side, and code and name, or `encrypted`") {
      $0.tls?.alerts.map { alert in
        guard let code = alert.code else { return "\(alert.side) encrypted" }
        return "\(alert.side) \(code)" + (alert.name.map { " \($0)" } ?? "")
      }
    },
    .text("tls.certificate.subject", "subject of the server's certificate, unverified") {
      $0.tls?.certificate?.subject
    },
    .text("tls.certificate.issuer", "its issuer") { $0.tls?.certificate?.issuer },
    .time("tls.certificate.not_before", "valid from") { $0.tls?.certificate?.notBefore },
    .time("tls.certificate.not_after", "valid until") { $0.tls?.certificate?.notAfter },
    .boolean("tls.certificate.self_issued", "subject and issuer are the same") {
      $0.tls?.certificate?.selfIssued
    },
  ]

  private static let credssp: [Column<SessionRecord>] = [
    .word("credssp.stage", "how far network level authentication came") { $0.credssp?.stage },
    .word("credssp.refusal", "how the server ended it") { $0.credssp?.refusal },
    .text("credssp.decrypted.error_code", "NTSTATUS of the refusal, read with keys") {
      $0.credssp?.decrypted?.errorCode
    },
    .text("credssp.decrypted.error_name", "its name") { $0.credssp?.decrypted?.errorName },
    .text("credssp.decrypted.mechanism", "NTLM, Kerberos, …, read with keys") {
      $0.credssp?.decrypted?.mechanism
    },
    .text("credssp.decrypted.user", "account, read with keys") { $0.credssp?.decrypted?.user },
    .text("credssp.decrypted.domain", "its domain") { $0.credssp?.decrypted?.domain },
    .text("credssp.decrypted.workstation", "the client's name for itself") {
      $0.credssp?.decrypted?.workstation
    },
    .text("credssp.decrypted.server_name", "the server's name for itself") {
      $0.credssp?.decrypted?.serverName
    },
  ]
}
