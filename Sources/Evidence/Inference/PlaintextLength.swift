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
  /// errorCode beside a pubKeyAuth reply (FreeRDP 3): the replies of 59 and, with the client's
  /// nonce, 95 bytes, and the eight of `[4] INTEGER`.
  static let errorCodeAndReply = [67, 68, 103, 104]
  /// Longest of Erect Domain (12), Attach User (8, 11) and Channel Join (12, 15) with their TPKT and
  /// X.224 headers.
  static let channelMessage = 15
  /// Set Error Info with its headers: 36, and one more where a length takes two bytes.
  static let errorInfo = 36...37
  /// Licensing error alert with its headers: 34 measured, an error blob allowed for.
  static let licensingError = 30...60
  /// Shortest server licence request: it carries a certificate (2,200 measured).
  static let licenceRequest = 600
  /// Longest fast-path input of one event: header, time stamp, count, extended mouse event.
  static let input = 20
  /// Shutdown Request and Shutdown Request Denied with all their headers.
  static let shutdown = 32
  /// MCS Disconnect Provider Ultimatum with its TPKT and X.224 headers.
  static let ultimatum = 9
}
