/// The licensing reasons 0x100…0x10B, which Set Error Info and the extended error code share.
struct LicensingReason {
  let number: UInt32
  /// Name in [MS-RDPBCGR] 2.2.5.1.1, or nil where only the client's list has the number.
  let errorInfoName: String?
  /// Name in the client's list of extended codes.
  let extendedName: String
  let meaning: String
  let fixes: [Explanation.Fix]

  private init(
    _ number: UInt32, _ errorInfoName: String?, _ extendedName: String, _ meaning: String,
    _ fixes: [Explanation.Fix]
  ) {
    self.number = number
    self.errorInfoName = errorInfoName
    self.extendedName = extendedName
    self.meaning = meaning
    self.fixes = fixes
  }

  private static let server = [CommonFix.licensing]
  private static let client = [CommonFix.licenseStore, CommonFix.licensing]

  static let all: [LicensingReason] = [
    LicensingReason(
      0x100, "LICENSE_INTERNAL", "Internal", "Internal error of the server's licensing.", server),
    LicensingReason(
      0x101, "LICENSE_NO_LICENSE_SERVER", "NoLicenseServer",
      "The session host reached no licence server.", server),
    LicensingReason(
      0x102, "LICENSE_NO_LICENSE", "NoLicense", "No free client access licence was left.", server),
    LicensingReason(
      0x103, "LICENSE_BAD_CLIENT_MSG", "ErrClientMsg",
      "The client sent a licensing message the server could not use.", client),
    LicensingReason(
      0x104, "LICENSE_HWID_DOESNT_MATCH_LICENSE", "HwidDoesntMatchLicense",
      "The stored licence belongs to another computer, as after cloning the client.", client),
    LicensingReason(
      0x105, "LICENSE_BAD_CLIENT_LICENSE", "ErrClientLicense",
      "The client's stored licence is not valid.", client),
    LicensingReason(
      0x106, "LICENSE_CANT_FINISH_PROTOCOL", "CantFinishProtocol",
      "The licensing exchange could not be finished, usually because the network failed in it.",
      [CommonFix.clientLink, CommonFix.licensing]),
    LicensingReason(
      0x107, "LICENSE_CLIENT_ENDED_PROTOCOL", "ClientEndedProtocol",
      "The client broke the licensing exchange off.", [CommonFix.updateClient] + client),
    LicensingReason(
      0x108, "LICENSE_BAD_CLIENT_ENCRYPTION", "ErrClientEncryption",
      "The client's licensing message was encrypted wrongly.", client),
    LicensingReason(
      0x109, "LICENSE_CANT_UPGRADE_LICENSE", "CantUpgradeLicense",
      "The client's licence could not be upgraded or renewed.", server),
    LicensingReason(
      0x10A, "LICENSE_NO_REMOTE_CONNECTIONS", "NoRemoteConnections",
      "The server is not licensed to accept remote connections.", server),
    LicensingReason(
      0x10B, nil, "CreatingLicStoreAccDenied",
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
