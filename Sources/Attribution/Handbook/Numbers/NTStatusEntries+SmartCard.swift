import RDPProtocol

/// NTSTATUS values of logons with a smart card ([MS-ERREF] 2.3.1).
extension NTStatusEntries {
  static let smartCard: [HandbookEntry] = [
    card(0xC000_0380, "The smart card's PIN was wrong."),
    card(
      0xC000_0381,
      """
      The smart card is blocked: too many wrong PINs. Whoever issues the cards unblocks it with its \
      PUK; further tries change nothing.
      """),
    card(0xC000_0382, "No PIN was given to the smart card."),
    card(
      0xC000_0383,
      """
      No smart card was found. In a remote session the reader must be redirected: in mstsc Local \
      Resources > More > Smart cards.
      """),
    card(0xC000_0384, "The card does not hold the key that was asked for."),
    card(0xC000_0385, "The card does not hold the certificate that was asked for."),
    card(0xC000_0386, "The card's key set was not found: another card, or its driver is missing."),
    card(0xC000_0387, "The card could not be read: contact, reader or driver."),
    card(0xC000_0389, "The smart card's certificate was revoked.", isCertificate: true),
    card(
      0xC000_038A,
      """
      The authority that issued the smart card's certificate is not trusted for logons: it is \
      missing in the NTAuth store of the domain, or the chain is not complete.
      """, isCertificate: true),
    card(
      0xC000_038B,
      """
      Whether the smart card's certificate was revoked could not be found out: the revocation list \
      is not reachable from here, or too old.
      """, isCertificate: true),
    card(
      0xC000_038C, "The smart card's certificate is not trusted by who checked it.",
      isCertificate: true),
    card(0xC000_038D, "The smart card's certificate has expired.", isCertificate: true),
    card(0xC000_0320, "The Kerberos logon with the smart card failed.", isCertificate: true),
    card(0xC000_0321, "The smart card subsystem failed."),
  ]

  /// - Parameter isCertificate: it is about the certificate, which the domain's controllers check.
  private static func card(
    _ status: NTStatus, _ meaning: String, isCertificate: Bool = false
  ) -> HandbookEntry {
    row(
      status, meaning,
      fixes: [CommonFix.smartCard] + (isCertificate ? [CommonFix.domainController] : []),
      seeAlso: ["credssp.logon_failure"]
    ).byCodeAlone
  }
}
