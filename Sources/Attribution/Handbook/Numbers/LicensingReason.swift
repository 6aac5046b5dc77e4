import RDPProtocol

/// The licensing reasons 0x100…0x10B, which Set Error Info and the extended error code share.
struct LicensingReason {
  let number: UInt32
  /// Name in the client's list of extended codes.
  let extendedName: String
  let meaning: String
  let fixes: [Explanation.Fix]

  private init(
    _ number: UInt32, _ extendedName: String, _ meaning: String,
    _ fixes: [Explanation.Fix]
  ) {
    self.number = number
    self.extendedName = extendedName
    self.meaning = meaning
    self.fixes = fixes
  }

  /// Name in [MS-RDPBCGR] 2.2.5.1.1 without its prefix; nil where only the client's list has the
  /// number.
  var errorInfoName: Substring? {
    ErrorInfoCode(rawValue: number).name?.dropFirst("ERRINFO_".count)
  }

  private static let server = [CommonFix.licensing]
  private static let client = [CommonFix.licenseStore, CommonFix.licensing]

  static let all: [LicensingReason] = [
    LicensingReason(
      0x100, "Internal", "Internal error of the server's licensing.", server),
    LicensingReason(
      0x101, "NoLicenseServer",
      "The session host reached no licence server.", server),
    LicensingReason(
      0x102, "NoLicense", "No free client access licence was left.", server),
    LicensingReason(
      0x103, "ErrClientMsg",
      "The client sent a licensing message the server could not use.", client),
    LicensingReason(
      0x104, "HwidDoesntMatchLicense",
      "The stored licence belongs to another computer, as after cloning the client.", client),
    LicensingReason(
      0x105, "ErrClientLicense",
      "The client's stored licence is not valid.", client),
    LicensingReason(
      0x106, "CantFinishProtocol",
      "The licensing exchange could not be finished, usually because the network failed in it.",
      [CommonFix.clientLink, CommonFix.licensing]),
    LicensingReason(
      0x107, "ClientEndedProtocol",
      "The client broke the licensing exchange off.", [CommonFix.updateClient] + client),
    LicensingReason(
      0x108, "ErrClientEncryption",
      "The client's licensing message was encrypted wrongly.", client),
    LicensingReason(
      0x109, "CantUpgradeLicense",
      "The client's licence could not be upgraded or renewed.", server),
    LicensingReason(
      0x10A, "NoRemoteConnections",
      "The server is not licensed to accept remote connections.", server),
    LicensingReason(
      0x10B, "CreatingLicStoreAccDenied",
      "The client may not write its licence store.",
      [
        Explanation.Fix(
          """
          Start the client once as administrator, so that it can create the store under \
          HKLM\\SOFTWARE\\Microsoft\\MSLicensing.
          """)
      ]),
  ]
}
