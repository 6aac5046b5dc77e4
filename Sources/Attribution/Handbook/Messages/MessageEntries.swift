/// Pages of messages that no code and no subject speaks for.
enum MessageEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] =
    servers + dialogs + takeovers + programs + webPrograms + guacamole + roles + lines

  private static let servers: [HandbookEntry] = [
    row(
      "TLS ended without goodbye", "the peer closed TCP without ending TLS first",
      """
      The connection closed without a TLS close_notify: the peer's program ended, was killed, or closes this way by habit (Windows does). Alone it is no fault.
      """,
      fixes: [CommonFix.serverLog],
      seeAlso: ["server.terminated", "client.terminated", "tls.alert"]),
    row(
      "guacd wrong security", "guacd: the server refused the requested security",
      """
      The server closed during the negotiation or TLS. Often the connection's security mode (any, nla, tls, rdp) does not fit the server, or the certificate is not accepted; with NLA also a refused logon.
      """,
      fixes: [
        Fix(
          "Set the connection's security mode to nla, with user name and password in the connection; set ignore-cert only to tell a certificate fault apart, and undo it afterwards."
        )
      ],
      seeAlso: ["negotiation.refused", "subject security layer", "subject NLA"]),
    row(
      "guacd unreachable", "guacd: the server was not reached",
      """
      guacd could not connect to the server: nothing answers, the port is closed, or it dropped the connection.
      """,
      fixes: [CommonFix.pathFirewall],
      seeAlso: ["network.syn_unanswered", "server.port_closed"]),
    row(
      "Remmina cannot connect", "Remmina: no connection to the server",
      """
      Remmina's general text for a failed connection; the reason stands in its debug log (FreeRDP error name).
      """,
      fixes: [
        Fix(
          "Run Remmina with debug output and read the ERRCONNECT name.",
          command: "G_MESSAGES_DEBUG=remmina remmina")
      ],
      seeAlso: ["ERRCONNECT_CONNECT_TRANSPORT_FAILED", "ERRCONNECT_TLS_CONNECT_FAILED"]),
    row(
      "xrdp TLS accept", "xrdp: the client left during the TLS handshake",
      """
      xrdp could not finish TLS: the client closed (certificate not accepted, probe, port scan), or they share no TLS version. Health checks and scans write this line all day.
      """,
      fixes: [
        Fix(
          "Compare with the client's message at that second; a line without a client that complains is a probe."
        )
      ],
      seeAlso: ["tls.client_left_in_handshake", "subject certificate", "subject TLS versions"]),
    row(
      "xrdp certificate", "xrdp: certificate or key not readable",
      """
      The user xrdp may not read key.pem or cert.pem, so TLS is not offered and clients fall back or are refused.
      """,
      fixes: [
        Fix("Let xrdp read the key.", command: "adduser xrdp ssl-cert; systemctl restart xrdp")
      ],
      seeAlso: ["negotiation.ssl_cert_not_on_server"]),
    row(
      "xrdp no protocols", "xrdp: no TLS protocol enabled",
      """
      ssl_protocols in xrdp.ini names no version that the library knows; TLS is not offered.
      """,
      fixes: [Fix("Set ssl_protocols=TLSv1.2, TLSv1.3 in xrdp.ini and restart xrdp.")],
      seeAlso: ["tls.version_mismatch"]),
    row(
      "xrdp peer gone", "xrdp: the client had closed already",
      """
      xrdp wrote to a client that was gone. It follows from the end and does not explain it.
      """,
      fixes: [CommonFix.serverLog],
      seeAlso: ["client.terminated", "clean.client_closed"]),
    row(
      "xrdp no X server", "xrdp: the session's X server did not come up",
      """
      The logon was right and the desktop could not start: Xorg or Xvnc missing, a broken session script, or a session of the same user on the console.
      """,
      fixes: [Fix("Read ~/.xorgxrdp.N.log and ~/.xsession-errors; test with another user.")],
      seeAlso: ["subject black screen", "server.disconnected"]),
    row(
      "xrdp stopped", "xrdp was stopped",
      """
      The service was stopped or restarted; every session ended with it.
      """,
      fixes: [
        Fix("See who stopped it.", command: "journalctl -u xrdp -u xrdp-sesman --since today")
      ],
      seeAlso: ["server.terminated"]),
    row(
      "xrdp sesman", "xrdp: the session manager was not reached or refused",
      """
      xrdp could not get a session from xrdp-sesman: not running, its port taken, or the logon refused.
      """,
      fixes: [Fix("Check the session manager.", command: "systemctl status xrdp-sesman")],
      seeAlso: ["server.closed"]),
    row(
      "GNOME credentials", "gnome-remote-desktop: no credentials set",
      """
      The server has no user name and password for Remote Desktop, or the keyring that holds them is locked; every client is refused.
      """,
      fixes: [
        Fix(
          "Set them anew; with automatic logon unlock the keyring, or use the headless or system service.",
          command: "grdctl rdp set-credentials")
      ],
      seeAlso: ["credssp.server_dropped"]),
    row(
      "GNOME client too old", "gnome-remote-desktop: the client lacks a feature",
      """
      The server demands features (graphics pipeline, resizing) that this client does not offer.
      """,
      fixes: [CommonFix.updateClient],
      seeAlso: ["server.closed"]),
    row(
      "GNOME disconnect", "gnome-remote-desktop: the session ended",
      """
      Written for a closed window and for a lost network alike; the log does not tell them apart.
      """,
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["clean.client_closed", "network.path_outage"]),
    row(
      "GNOME certificate", "gnome-remote-desktop: no TLS certificate set",
      """
      The server has no TLS certificate and key and does not listen.
      """,
      fixes: [
        Fix(
          "Make a certificate and set it.",
          command: "grdctl rdp set-tls-cert PATH; grdctl rdp set-tls-key PATH")
      ],
      seeAlso: ["server.port_closed"]),
    row(
      "GNOME port", "gnome-remote-desktop: port taken",
      """
      Another program holds the port, so the server does not listen.
      """,
      fixes: [CommonFix.portOwner],
      seeAlso: ["server.port_closed"]),
  ]

  static func row(
    _ code: String, _ title: String, _ meaning: String,
    confirm: [String] = ["The lines before it in the same log.", Check.resetFilter], fixes: [Fix],
    seeAlso: [String]
  ) -> HandbookEntry {
    HandbookEntry(
      explanation: Explanation(
        code: "message \(code)", family: .message, title: title, meaning: meaning,
        confirm: confirm, fixes: fixes,
        seeAlso: seeAlso),
      numbers: nil, names: [])
  }
}
