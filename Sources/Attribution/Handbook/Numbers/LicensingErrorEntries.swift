import RDPProtocol

/// Error codes of the Licensing Error Message, [MS-RDPBCGR] 2.2.1.12.1.3.
enum LicensingErrorEntries {
  typealias Fix = Explanation.Fix

  private static func row(
    _ code: LicensingErrorCode, _ meaning: String, fixes: [Fix]
  ) -> HandbookEntry {
    let number = code.rawValue
    let name = code.name ?? ""
    return .numbered(
      .licensingError, number, code: "licensing error \(number)", names: [name], title: name,
      meaning,
      confirm: [
        "The connection ends in the licensing phase, after the client's info packet.",
        Check.decrypted,
      ], fixes: fixes, seeAlso: ["server.disconnected", "mstsc 0x808"])
  }

  static let all: [HandbookEntry] = [
    row(
      1, "The client could not use the server's licensing certificate.",
      fixes: [CommonFix.licensing, CommonFix.updateBoth]),
    row(
      2, "The client has no licence.",
      fixes: [CommonFix.licenseStore, CommonFix.licensing]),
    row(
      3, "A licensing message failed its integrity check.",
      fixes: [CommonFix.licenseStore, CommonFix.updateBoth]),
    row(
      4, "The licence was issued for another scope.",
      fixes: [CommonFix.licenseStore, CommonFix.licensing]),
    row(
      6, "The session host reached no licence server.",
      fixes: [CommonFix.licensing]),
    row(
      7, "The client is valid: this is the success message.",
      fixes: [CommonFix.nothing]),
    row(
      8, "The server does not accept this client for licensing.",
      fixes: [CommonFix.licenseStore, CommonFix.updateClient]),
    row(
      11, "The licence is for another product.",
      fixes: [CommonFix.licensing, CommonFix.licenseStore]),
    row(
      12, "A licensing message had a wrong length.",
      fixes: [CommonFix.updateBoth]),
  ]
}
