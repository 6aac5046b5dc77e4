/// FreeRDP's errors by their names, for lines that were cut or wrapped before the number.
enum FreeRDPNames {
  private static let prefix = "ERRCONNECT_"
  /// The first of the errors of a connection; by itself it tells no reason.
  private static let first: UInt32 = 0x2_0000

  private static let connectErrors: [String: UInt32] = [
    "AUTHENTICATION_FAILED": 0x2_0009, "PASSWORD_EXPIRED": 0x2_000e, "CLIENT_REVOKED": 0x2_0010,
    "KDC_UNREACHABLE": 0x2_0011, "ACCOUNT_DISABLED": 0x2_0012, "PASSWORD_MUST_CHANGE": 0x2_0013,
    "LOGON_FAILURE": 0x2_0014, "WRONG_PASSWORD": 0x2_0015, "ACCESS_DENIED": 0x2_0016,
    "ACCOUNT_RESTRICTION": 0x2_0017, "ACCOUNT_LOCKED_OUT": 0x2_0018, "ACCOUNT_EXPIRED": 0x2_0019,
    "LOGON_TYPE_NOT_GRANTED": 0x2_001a, "NO_OR_MISSING_CREDENTIALS": 0x2_001b,
  ]

  /// `LOGON_FAILURE [0x00020014]` behind `ERRCONNECT_`: the number, else the name. A name that is not known
  /// is no wrong password.
  static func connectError(_ rest: LineBytes, _ event: inout LogEvent) {
    LineDetails.bracketedCode(.freeRDP, prefix: prefix)(rest, &event)
    guard event.code == nil else { return }
    let name = rest.prefix { (0x41...0x5a).contains($0) || $0 == UInt8(ascii: "_") }.text
    event.code = LogCode(
      .freeRDP, connectErrors[name] ?? first, name: (prefix + name).shortened(80))
  }
}
