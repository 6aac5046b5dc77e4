/// SSPI status values of Kerberos, of smart cards, and of contexts that were misused
/// ([MS-ERREF] 2.1.1).
extension SecurityStatusEntries {
  private static let name = [CommonFix.kerberosName, CommonFix.domainController]
  private static let withdrew = ["credssp.client_withdrew", "subject Kerberos"]

  static let kerberos: [HandbookEntry] = [
    row(
      0x8009_0324, "TIME_SKEW",
      "The clocks of client and server (or domain controller) differ by more than five minutes.",
      fixes: [CommonFix.fixClock], seeAlso: ["Kerberos 37", "credssp.client_withdrew"]),
    row(
      0x8009_0334, "NO_TGT_REPLY",
      "The other side did not answer with a ticket: it is not joined to a domain that both know.",
      fixes: name, seeAlso: withdrew),
    row(
      0x8009_0335, "NO_IP_ADDRESSES",
      "The client found no address of its own to put into a ticket.",
      fixes: [CommonFix.clientLink], seeAlso: withdrew),
    row(
      0x8009_0338, "MAX_REFERRALS_EXCEEDED",
      "Domain controllers sent the client from one to the next without end: wrong trusts or names.",
      fixes: name, seeAlso: withdrew),
    row(
      0x8009_033B, "TOO_MANY_PRINCIPALS",
      "The domain holds the server's name more than once.", fixes: name, seeAlso: withdrew),
    row(
      0x8009_033C, "NO_PA_DATA", "The domain controller sent no data that Kerberos needs.",
      fixes: [CommonFix.domainController], seeAlso: withdrew),
    row(
      0x8009_0340, "KDC_INVALID_REQUEST", "The domain controller refused the request as invalid.",
      fixes: name, seeAlso: withdrew),
    row(
      0x8009_0341, "KDC_UNABLE_TO_REFER",
      "The domain controller could not send the client to the server's domain: missing trust.",
      fixes: name, seeAlso: withdrew),
    row(
      0x8009_0342, "KDC_UNKNOWN_ETYPE",
      """
      The domain controller and the account have no encryption type in common: RC4 was switched off \
      while the account has no AES keys yet (reset its password), or the other way round.
      """,
      fixes: [CommonFix.changePassword, CommonFix.domainController],
      seeAlso: ["Kerberos 14"] + withdrew),
    row(
      0x8009_0343, "UNSUPPORTED_PREAUTH",
      "The domain controller does not support this way to prove who logs on.",
      fixes: [CommonFix.smartCard, CommonFix.domainController], seeAlso: withdrew),
    row(
      0x8009_0345, "DELEGATION_REQUIRED",
      "The server asks for credentials that may be passed on, and the account may not.",
      fixes: [CommonFix.delegationPolicy], seeAlso: withdrew),
    row(
      0x8009_0347, "MULTIPLE_ACCOUNTS", "More than one account of the domain has this name.",
      fixes: name, seeAlso: withdrew),
    row(
      0x8009_0348, "NO_KERB_KEY", "There is no key of Kerberos for this account.",
      fixes: [CommonFix.changePassword], seeAlso: withdrew),
    row(
      0x8009_0350, "DOWNGRADE_DETECTED",
      """
      No domain controller could be asked, or something tried to push the logon down to NTLM. Behind \
      a VPN it mostly means that the controller is not reached.
      """,
      fixes: [CommonFix.domainController, CommonFix.kerberosName],
      seeAlso: ["NTSTATUS 0xC0000388", "credssp.client_withdrew"]),
    row(
      0x8009_0357, "CROSSREALM_DELEGATION_FAILURE",
      "Credentials may not be passed on across the border of a domain.",
      fixes: [CommonFix.delegationPolicy], seeAlso: withdrew),
    row(
      0x8009_035E, "DELEGATION_POLICY",
      "Policy does not allow credentials to be passed on to this server.",
      fixes: [CommonFix.delegationPolicy], seeAlso: ["mstsc 0x1607"] + withdrew),
    row(
      0x8009_0362, "PKU2U_CERT_FAILURE",
      "The certificates by which two hosts of Entra ID or two home computers know one another failed.",
      fixes: [CommonFix.fixClock], seeAlso: ["subject Entra"]),
    row(
      0x8009_0363, "MUTUAL_AUTH_FAILED",
      "The server could not prove to the client who it is.",
      fixes: name, seeAlso: ["credssp.server_identity"] + withdrew),
  ]

  static let smartCard: [HandbookEntry] = [
    card(
      0x8009_033D, "PKINIT_NAME_MISMATCH",
      "The name in the smart card's certificate is not the account's."),
    card(
      0x8009_033E, "SMARTCARD_LOGON_REQUIRED",
      "The account may log on with a smart card only; a password was used."),
    card(0x8009_0351, "SMARTCARD_CERT_REVOKED", "The smart card's certificate was revoked."),
    card(
      0x8009_0352, "ISSUING_CA_UNTRUSTED",
      "The authority that issued the smart card's certificate is not trusted for logons."),
    card(
      0x8009_0353, "REVOCATION_OFFLINE_C",
      """
      Whether the smart card's certificate was revoked could not be found out: the revocation list \
      is not reachable, or too old.
      """),
    card(
      0x8009_0354, "PKINIT_CLIENT_FAILURE",
      "The smart card's certificate is not trusted by the domain controller."),
    card(0x8009_0355, "SMARTCARD_CERT_EXPIRED", "The smart card's certificate has expired."),
    card(
      0x8009_0358, "REVOCATION_OFFLINE_KDC",
      "Whether the domain controller's certificate was revoked could not be found out."),
    card(
      0x8009_0359, "ISSUING_CA_UNTRUSTED_KDC",
      "The authority that issued the domain controller's certificate is not trusted."),
    card(0x8009_035A, "KDC_CERT_EXPIRED", "The domain controller's certificate has expired."),
    card(0x8009_035B, "KDC_CERT_REVOKED", "The domain controller's certificate was revoked."),
  ]

  private static func card(_ number: UInt32, _ name: String, _ meaning: String) -> HandbookEntry {
    row(
      number, name, meaning, fixes: [CommonFix.smartCard, CommonFix.domainController],
      seeAlso: ["credssp.client_withdrew", "NTSTATUS 0xC0000320"])
  }

  /// What follows from an end, or from a program's own fault.
  static let rare: [HandbookEntry] = [
    row(
      0x8009_0300, "INSUFFICIENT_MEMORY", "The host lacks memory for the logon.",
      fixes: [CommonFix.serverLoad], seeAlso: ["server.unresponsive"]),
    row(
      0x8009_0301, "INVALID_HANDLE",
      "The security context was gone already; it follows from the end and does not explain it.",
      fixes: [CommonFix.serverLog], seeAlso: ["server.closed"]),
    row(
      0x8009_0305, "SECPKG_NOT_FOUND",
      "The security package that was asked for does not exist here.",
      fixes: [CommonFix.patchCredSSP, CommonFix.updateBoth],
      seeAlso: ["credssp.client_withdrew"]),
    row(
      0x8009_0310, "OUT_OF_SEQUENCE", "A security message came out of turn, or twice.",
      fixes: [CommonFix.updateBoth, CommonFix.exemptInspection], seeAlso: ["protocol.malformed"]),
    row(
      0x8009_0317, "CONTEXT_EXPIRED",
      """
      The security context is over: the other side has closed TLS, or the ticket ran out. Alone it \
      is the mark of an end, not its reason.
      """,
      fixes: [CommonFix.serverLog, CommonFix.captureBothEnds],
      seeAlso: ["server.closed", "clean.client_closed"], names: ["SEC_I_CONTEXT_EXPIRED"]),
    row(
      0x8009_0318, "INCOMPLETE_MESSAGE",
      """
      More bytes of the message are to come: while reading this is no failure. At the end of a log \
      it means that the connection ended in the middle of a handshake.
      """,
      fixes: [CommonFix.captureBothEnds], seeAlso: ["server.closed", "network.path_outage"]),
    row(
      0x8009_0320, "INCOMPLETE_CREDENTIALS",
      """
      Credentials were not complete: on a server often a certificate without its private key, on a \
      client a certificate that the server asked for and nobody gave.
      """,
      fixes: [CommonFix.privateKey, CommonFix.retypeCredentials], seeAlso: ["event 36870"]),
    row(
      0x8009_0329, "ENCRYPT_FAILURE", "Data could not be encrypted.",
      fixes: [CommonFix.updateBoth], seeAlso: ["tls.bad_record"]),
    row(
      0x8009_0332, "SECURITY_QOS_FAILED",
      "What was asked of the security context cannot be had from the other side.",
      fixes: [CommonFix.patchCredSSP, CommonFix.kerberosName],
      seeAlso: ["credssp.client_withdrew"]),
    row(
      0x8009_0333, "UNFINISHED_CONTEXT_DELETED",
      "The logon was given up before it was finished.",
      fixes: [CommonFix.serverLog], seeAlso: ["credssp.client_withdrew", "server.closed"]),
    row(
      0x8009_033A, "STRONG_CRYPTO_NOT_SUPPORTED",
      "One side does not support the strong encryption that the other one asks for.",
      fixes: [CommonFix.cipherSuites, CommonFix.enableTLS12], seeAlso: ["tls.cipher_mismatch"]),
    row(
      0x8009_033F, "SHUTDOWN_IN_PROGRESS", "The host is shutting down.",
      fixes: [CommonFix.restartReason], seeAlso: ["server.closed"]),
    row(
      0x8009_035D, "INVALID_PARAMETER", "A value of the request cannot be used.",
      fixes: [CommonFix.updateBoth], seeAlso: ["protocol.malformed"]),
  ]
}
