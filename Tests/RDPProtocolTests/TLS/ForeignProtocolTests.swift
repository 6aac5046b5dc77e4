import Testing

@testable import RDPProtocol

@Suite("Protocols that stand where TLS was due")
struct ForeignProtocolTests {
  @Test(
    "are named by their first bytes",
    arguments: [
      ("HTTP/1.1 400 Bad", .http), ("<html><head>", .http), ("SSH-2.0-OpenSSH", .ssh),
      ("220 mail ESMTP", .smtp), ("+OK ready", .pop3), ("* OK IMAP", .imap), ("RFB 003.008", .vnc),
    ] as [(String, ForeignProtocol)])
  func texts(text: String, name: ForeignProtocol) {
    #expect(ForeignProtocol(firstBytes: Array(text.utf8)) == name)
  }

  @Test("RDP, MySQL and SMB are named by their framing")
  func binaries() {
    #expect(ForeignProtocol(firstBytes: hex("0300000b06d0000012")) == .rdp)
    #expect(ForeignProtocol(firstBytes: hex("4a0000000a352e37")) == .mysql)
    #expect(ForeignProtocol(firstBytes: hex("00000045ff534d42")) == .smb)
  }

  @Test("others have no name, however short", arguments: ["", "H", "HTTP", "SSH", "xyz 12345"])
  func unknown(text: String) {
    #expect(ForeignProtocol(firstBytes: Array(text.utf8)) == nil)
  }
}
