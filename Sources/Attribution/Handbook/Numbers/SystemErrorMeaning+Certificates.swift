/// What errors of certificates, keys and smart cards mean.
extension SystemErrorMeaning {
  private typealias Fix = Explanation.Fix

  static let certificateExpired = SystemErrorMeaning(
    title: "the certificate is not valid at this time",
    text: """
      The certificate has expired or is not valid yet, or the clock of the host that checks it is wrong.
      """,
    confirm: [Check.certificateDates, Check.clock],
    fixes: [CommonFix.renewCertificate, CommonFix.fixClock],
    seeAlso: ["tls.certificate_expired", "subject certificate"])

  static let certificateUntrusted = SystemErrorMeaning(
    title: "the certificate's issuer is not trusted",
    text: """
      The chain of the certificate does not lead to an authority that this host trusts: self-signed, an own authority that was not distributed, a certificate between that is missing, or a device that breaks TLS open.
      """,
    confirm: [Check.schannel],
    fixes: [CommonFix.trustCertificate, CommonFix.renewCertificate, CommonFix.exemptInspection],
    seeAlso: ["tls.certificate_rejected", "subject certificate"])

  static let certificateRevoked = SystemErrorMeaning(
    title: "the certificate was revoked",
    text: """
      Its issuer has taken the certificate back.
      """,
    confirm: [Check.schannel], fixes: [CommonFix.renewCertificate],
    seeAlso: ["tls.certificate_rejected", "TLS alert 44"])

  static let revocationUnknown = SystemErrorMeaning(
    title: "whether the certificate was revoked could not be found out",
    text: """
      The revocation list or the issuer's responder was not reached from this host, or the list is too old. Mostly a firewall or proxy keeps the host from the address that stands in the certificate.
      """,
    confirm: ["certutil -url CERTIFICATE.cer"],
    fixes: [
      Fix(
        "Open the way to the addresses of the revocation list (HTTP, port 80), through the proxy where there is one.",
        command: "certutil -verify -urlfetch CERTIFICATE.cer")
    ],
    seeAlso: ["subject certificate", "tls.certificate_rejected"])

  static let certificateName = SystemErrorMeaning(
    title: "the certificate is made out for another name",
    text: """
      The name that was connected to is not in the certificate: an address, a short name or an alias was used, or a device between shows its own certificate.
      """,
    confirm: [Check.certificateDates],
    fixes: [CommonFix.connectByName, CommonFix.renewCertificate],
    seeAlso: ["subject certificate", "tls.certificate_rejected"])

  static let certificateUsage = SystemErrorMeaning(
    title: "the certificate is not meant for this",
    text: """
      The certificate lacks the usage Server Authentication (for a card: Smart Card Logon).
      """,
    confirm: [Check.certificateDates],
    fixes: [CommonFix.certificateBinding, CommonFix.renewCertificate],
    seeAlso: ["subject certificate", "tls.certificate_rejected"])

  static let certificateInvalid = SystemErrorMeaning(
    title: "the certificate is not valid",
    text: """
      Something is wrong with the certificate: its dates, its name, its issuer or its signature.
      """,
    confirm: [Check.certificateDates, Check.schannel],
    fixes: [CommonFix.renewCertificate, CommonFix.trustCertificate],
    seeAlso: ["subject certificate", "tls.certificate_rejected"])

  static let certificateMissing = SystemErrorMeaning(
    title: "the certificate was not found",
    text: """
      The certificate or the object that was asked for is not in the store: it was deleted, is in another store, or the fingerprint that is configured is an old one.
      """,
    confirm: [Check.certificateDates], fixes: [CommonFix.certificateBinding, CommonFix.privateKey],
    seeAlso: ["subject certificate", "event 36870"])

  static let clientCertificate = SystemErrorMeaning(
    title: "the server asks for a client's certificate",
    text: """
      The server wants a certificate of the client, and none was given.
      """,
    confirm: [Check.schannel], fixes: [CommonFix.smartCard],
    seeAlso: ["subject certificate", "subject gateway"])

  static let privateKey = SystemErrorMeaning(
    title: "the private key is not there or may not be read",
    text: """
      The certificate's private key is missing, damaged, or the service has no right to read it. On a client that is joined to Entra ID it can be the TPM's key that was lost with a reset.
      """,
    confirm: [Check.schannel], fixes: [CommonFix.privateKey],
    seeAlso: ["event 36870", "subject certificate", "subject Entra"])

  static let keyDevice = SystemErrorMeaning(
    title: "the device that keeps the key is not ready",
    text: """
      The TPM or the security module that holds the key does not answer.
      """,
    confirm: [Check.schannel], fixes: [CommonFix.privateKey, CommonFix.updateBoth],
    seeAlso: ["event 36870", "subject Entra"])

  static let smartCardMissing = SystemErrorMeaning(
    title: "no smart card in the reader",
    text: """
      The card is not in the reader, or was taken out. In a remote session the reader has to be redirected: in mstsc Local Resources > More > Smart cards.
      """,
    confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard],
    seeAlso: ["NTSTATUS 0xC0000383", "credssp.client_withdrew"])

  static let smartCardReader = SystemErrorMeaning(
    title: "no reader for smart cards",
    text: """
      No reader was found: it is not plugged in, its driver is missing, or it is not redirected into the remote session.
      """,
    confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard],
    seeAlso: ["NTSTATUS 0xC0000383", "credssp.client_withdrew"])

  static let smartCardService = SystemErrorMeaning(
    title: "the smart card service does not run",
    text: """
      The service Smart Card (SCardSvr) is stopped or was just stopped; on a server it stops when the last redirected reader goes.
      """,
    confirm: ["Get-Service SCardSvr"],
    fixes: [Fix("Start the service.", command: "Start-Service SCardSvr"), CommonFix.smartCard],
    seeAlso: ["NTSTATUS 0xC0000321"])

  static let smartCardInUse = SystemErrorMeaning(
    title: "another program holds the smart card",
    text: """
      Another program uses the card for itself, or has reset it.
      """,
    confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard],
    seeAlso: ["NTSTATUS 0xC0000321"])

  static let smartCardPIN = SystemErrorMeaning(
    title: "the smart card's PIN was wrong, or was not given",
    text: """
      The card did not accept the PIN, or was not asked with one. A few wrong ones block it.
      """,
    confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard],
    seeAlso: ["NTSTATUS 0xC0000380", "credssp.logon_failure"])

  static let smartCardBlocked = SystemErrorMeaning(
    title: "the smart card is blocked",
    text: """
      Too many wrong PINs have blocked the card. Whoever issues the cards unblocks it with its PUK.
      """,
    confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard],
    seeAlso: ["NTSTATUS 0xC0000381", "credssp.logon_failure"])

  static let smartCardFailed = SystemErrorMeaning(
    title: "the smart card could not be used",
    text: """
      The card did not answer, is of a kind that has no driver here, or the link to it is too slow: over a remote session each question to the card takes a round trip.
      """,
    confirm: ["certutil -scinfo"], fixes: [CommonFix.smartCard],
    seeAlso: ["NTSTATUS 0xC0000387", "network.latency"])
}
