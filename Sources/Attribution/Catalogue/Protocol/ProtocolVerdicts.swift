import Evidence

extension Catalogue {
  static let protocolVerdicts: [VerdictEntry] = [malformed, macError]

  private static let malformed = VerdictEntry(
    .protocolMalformed,
    summary: "One side sent what the other could not accept as RDP.",
    title: "one side sent what the other could not read",
    """
    Network and logon were fine; then one side sent a message that breaks the protocol, or that \
    the other does not understand, and the connection was closed. A program fault, a version \
    difference, or a device that rewrites traffic.
    """,
    confirm: [
      """
      The last message before the close, and who sent it; lengths that do not fit are named in \
      the evidence.
      """,
      "RdpCoreTS 97 or System log TermDD 50 on the server: error in the protocol stream.",
      "mstsc shows \"protocol error (code: 0x…)\"; look that number up.",
    ],
    fixes: [
      CommonFix.updateBoth, CommonFix.updateClient, CommonFix.graphics,
      Fix(
        """
        Connect without the proxy, gateway or port forwarding between, to see whether it changes \
        the traffic.
        """),
    ],
    seeAlso: ["mstsc 0x1104", "mstsc 0x112F", "error info 0x112F", "event 97", "event 50"])

  private static let macError = VerdictEntry(
    .protocolMacError,
    summary: "Client and server disagree in standard RDP security (message authentication).",
    title: "a message failed its integrity check",
    """
    With RDP's own encryption (no TLS) one side found that a message's checksum does not fit, \
    and closed. The two sides disagree on the encryption method, a library fault breaks it (seen \
    with xrdp and some clients), or bytes were changed on the way.
    """,
    confirm: [
      """
      The server selected RDP security (protocol 0), and closes right after a message of the \
      client.
      """,
      "xrdp log: MAC checksum error for non-FIPS PDU; System log TermDD 50 on Windows.",
    ],
    fixes: [
      Fix(
        """
        Use TLS instead of RDP security on both sides: SecurityLayer 2 on Windows, \
        security_layer=tls in xrdp.ini, /sec:tls or /sec:nla in FreeRDP.
        """),
      CommonFix.securityLayer, CommonFix.updateBoth, CommonFix.adapterOffload,
    ],
    seeAlso: ["tls.bad_record", "negotiation.ssl_not_allowed", "mstsc 0xC06", "error info 0x1192"])
}
