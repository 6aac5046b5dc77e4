/// What the words of a TLS library say.
enum TLSWords {
  private static let rows: [(Needle, String, String)] = [
    ("bad record mac", "log.tls_bad_record", "a TLS record was damaged on the way"),
    ("decryption failed", "log.tls_bad_record", "a TLS record was damaged on the way"),
    ("unsupported protocol", "log.tls_version", "no common TLS version"),
    ("no protocols available", "log.tls_version", "no common TLS version"),
    ("alert protocol version", "log.tls_version", "no common TLS version"),
    (
      "wrong version number", "log.tls_version",
      "the other side speaks no TLS, or no common version"
    ),
    ("wrong ssl version", "log.tls_version", "no common TLS version"),
    ("no shared cipher", "log.tls_cipher", "no common cipher suite"),
    ("no common cipher", "log.tls_cipher", "no common cipher suite"),
    ("handshake failure", "log.tls_cipher", "no common cipher suite or parameters"),
    ("dh key too small", "log.tls_cipher", "the server's key exchange is too weak for the client"),
    ("certificate expired", "log.certificate_expired", "the certificate is expired"),
    ("certificate has expired", "log.certificate_expired", "the certificate is expired"),
    ("unknown ca", "log.certificate_refused", "the certificate's issuer is not trusted"),
    ("bad certificate", "log.certificate_refused", "the certificate was refused"),
    ("certificate unknown", "log.certificate_refused", "the certificate was refused"),
    ("internal error", "log.tls_internal_alert", "the server sent the alert internal_error"),
    ("access denied", "log.logon_refused", "the server sent the alert access_denied"),
    ("unexpected eof", "log.peer_killed", "the other side was gone without a word of TLS"),
  ]

  /// The library complains of a connection that is being closed.
  static func isOfFarewell(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)[...]
    return bytes.has("after close notify") || bytes.has("shutdown while in init")
      || bytes.has("protocol is shutdown")
  }

  static func finding(_ text: String) -> (code: String, words: String)? {
    let bytes = Array(text.lowercased().utf8)[...]
    return rows.first { bytes.has($0.0) }.map { ($0.1, $0.2) }
  }

  static func finding(alert: UInt32) -> (code: String, words: String) {
    switch alert {
    case 20, 21: ("log.tls_bad_record", "a TLS record was damaged on the way")
    case 70: ("log.tls_version", "no common TLS version")
    case 40, 71: ("log.tls_cipher", "no common cipher suite or parameters")
    case 45: ("log.certificate_expired", "the certificate is expired")
    case 42, 43, 44, 46, 48: ("log.certificate_refused", "the certificate was refused")
    case 49: ("log.logon_refused", "the server sent the alert access_denied")
    case 80: ("log.tls_internal_alert", "the server sent the alert internal_error")
    default: ("log.tls_alert", "a TLS alert")
    }
  }
}
