/// Lengths of plaintext in bytes that tell one message from another, with their source.
enum PlaintextLength {
  /// errorCode-only TSRequest is 15 or 16 (RFC layout; 15 measured from FreeRDP and Windows); the
  /// shortest pubKeyAuth reply is 59 (measured, Windows).
  static let errorCode = 3...50
  /// Early User Authorization Result ([MS-RDPBCGR] 2.2.10.2).
  static let earlyAuthorization = 4
  /// Shortest MCS Connect Initial: 380 measured, smaller clients allowed for.
  static let connectInitial = 250
  /// Connect Initials stay below 700 bytes with all their blocks; a token with a Kerberos ticket
  /// does not (a PAC alone takes 500).
  static let ticket = 1000
  /// MCS Disconnect Provider Ultimatum with its TPKT and X.224 headers.
  static let ultimatum = 9
}
