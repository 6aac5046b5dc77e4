/// What speaks where TLS was due, told by its first bytes.
public enum ForeignProtocol: String, Sendable, CaseIterable {
  case http = "HTTP"
  case ssh = "SSH"
  /// RDP in the clear: X.224 or MCS on TPKT.
  case rdp = "RDP"
  case smtp = "SMTP or FTP"
  case pop3 = "POP3"
  case imap = "IMAP"
  case vnc = "VNC"
  case mysql = "MySQL"
  case socks = "SOCKS"
  case smb = "SMB"

  /// - Parameter firstBytes: 16 suffice.
  public init?(firstBytes bytes: [UInt8]) {
    if bytes.count >= 4, bytes[0] == 3, bytes[1] == 0 {
      self = .rdp
      return
    }
    // Length (three bytes), sequence number 0, protocol version 10, a printable version.
    if bytes.count >= 6, bytes[2] == 0, bytes[3] == 0, bytes[4] == 10, (0x30...0x39) ~= bytes[5] {
      self = .mysql
      return
    }
    if bytes.count >= 8, bytes[4] == 0xFF || bytes[4] == 0xFE,
      bytes[5...7].elementsEqual("SMB".utf8)
    {
      self = .smb
      return
    }
    if bytes.count == 2, bytes[0] == 5 {
      self = .socks
      return
    }
    for (start, name) in Self.starts where bytes.starts(with: start.utf8) {
      self = name
      return
    }
    return nil
  }

  private static let starts: [(String, ForeignProtocol)] = [
    ("HTTP/", .http), ("GET ", .http), ("POST ", .http), ("HEAD ", .http), ("PUT ", .http),
    ("CONNECT ", .http), ("OPTIONS ", .http), ("PRI * HTTP/2", .http), ("<!DOCTYPE", .http),
    ("<html", .http), ("SSH-", .ssh), ("220 ", .smtp), ("220-", .smtp), ("421 ", .smtp),
    ("554 ", .smtp), ("+OK", .pop3), ("-ERR", .pop3), ("* OK", .imap), ("* BYE", .imap),
    ("RFB 0", .vnc),
  ]
}
