extension MessageBook {
  /// Texts of FreeRDP, Remmina, guacd, xrdp and gnome-remote-desktop.
  static let programs: [MessagePattern] = [
    MessagePattern(
      "ERRCONNECT_CONNECT_FAILED",
      [
        ["freerdp_tcp_connect"],
        ["failed to connect"],
      ]),
    MessagePattern(
      "negotiation.refused",
      [
        [
          "protocol security negotiation failure",
          "protocol security negotiation or connection failure", "security negotiation failed",
        ]
      ]),
    MessagePattern(
      "credssp.server_identity",
      [
        [
          "could not verify server s public key", "could not verify public key echo",
          "failed to verify server public key",
        ]
      ]),
    MessagePattern(
      "credssp.encryption_oracle",
      [
        ["credssp peer changed protocol version"]
      ]),
    MessagePattern(
      "credssp.access_denied",
      [
        ["failure authorization result"]
      ]),
    MessagePattern(
      "subject auto-reconnect",
      [
        ["maximum reconnect retries exceeded", "network disconnect"],
        ["freerdp", "com", "reconnect"],
      ]),
    MessagePattern(
      "subject certificate",
      [
        [
          "certificate name mismatch", "certificate not trusted",
          "remote host identification has changed", "host key verification failed",
          "self-signed certificate", "self signed certificate", "certificate verify failed",
          "unable to get local issuer certificate", "certificate has expired",
          "does not match the name", "certificate changed",
        ]
      ]),
    MessagePattern(
      "subject TLS versions",
      [
        [
          "unsupported protocol", "dh key too small", "wrong version number",
          "no protocols available", "common tls version", "no ciphers available",
          "ee key too small", "ca md too weak", "wrong signature type",
          "illegal or unsupported version",
        ]
      ]),
    MessagePattern(
      "TLS alert 40",
      [
        ["handshake failed"],
        ["tls fatal alert", "gnutls"],
      ]),
    MessagePattern(
      "message TLS ended without goodbye",
      [
        [
          "unexpected eof while reading", "tls connection was non-properly terminated",
          "error in the pull function",
        ]
      ]),
    MessagePattern(
      "message guacd wrong security",
      [
        ["wrong security type"]
      ]),
    MessagePattern(
      "credssp.logon_failure",
      [
        ["authentication failure invalid credentials"]
      ]),
    MessagePattern(
      "credssp.logon_failure",
      [
        ["access to rdp server"],
        ["failed"],
      ]),
    MessagePattern(
      "credssp.logon_failure",
      [
        ["user is not valid", "check username and password", "authfail"]
      ]),
    MessagePattern(
      "error info 0x0C",
      [
        ["manually logged off"]
      ]),
    MessagePattern(
      "error info 0x0B",
      [
        ["manually disconnected"]
      ]),
    MessagePattern(
      "extended 0x5",
      [
        ["disconnected by other connection", "disconnected by another connection"]
      ]),
    MessagePattern(
      "error info 0x01",
      [
        ["forcibly disconnected"]
      ]),
    MessagePattern(
      "extended 0x6",
      [
        ["out of memory"],
        ["rdp server", "server"],
      ]),
    MessagePattern(
      "message guacd unreachable",
      [
        ["connection failed server unreachable", "upstream error"]
      ]),
    MessagePattern(
      "message Remmina cannot connect",
      [
        [
          "unable to connect to rdp server", "couldn t connect to rdp server",
          "could not connect to the rdp server", "cannot connect to the rdp server",
        ]
      ]),
    MessagePattern(
      "message xrdp TLS accept",
      [
        [
          "ssl_accept i o error", "ssl_tls_accept failed", "trans_set_tls_mode",
          "failure in ssl library",
        ]
      ]),
    MessagePattern(
      "message xrdp certificate",
      [
        ["cannot accept tls connections because certificate", "private key file is not readable"]
      ]),
    MessagePattern(
      "message xrdp no protocols",
      [
        ["no ssl tls protocols enabled"]
      ]),
    MessagePattern(
      "protocol.mac_error",
      [
        ["mac checksum error", "xrdp_sec_recv failed"]
      ]),
    MessagePattern(
      "message xrdp peer gone",
      [
        [
          "trans_write_copy_s failed", "xrdp_iso_send",
          "sending itu t.125 disconnectproviderultimatum failed",
        ]
      ]),
    MessagePattern(
      "message xrdp no X server",
      [
        [
          "error occurred waiting for the x server", "x server could not be started",
          "could not start x server", "error starting x server",
        ]
      ]),
    MessagePattern(
      "message xrdp stopped",
      [
        ["received termination signal"]
      ]),
    MessagePattern(
      "message xrdp sesman",
      [
        ["connecting to sesman"],
        ["error", "sesman connect error", "connection to sesman ip", "login failed for display"],
      ]),
    MessagePattern(
      "credssp.access_denied",
      [
        ["access denied for user"]
      ]),
    MessagePattern(
      "message GNOME credentials",
      [
        [
          "couldn t retrieve rdp credentials", "credentials are not set denying client",
          "rdp credentials not set", "no credentials",
        ]
      ]),
    MessagePattern(
      "message GNOME client too old",
      [
        [
          "did not advertise support for the graphics pipeline", "doesn t support desktop resizing",
          "client did not advertise", "doesn t support the drdynvc",
          "does not support fastpath output",
        ]
      ]),
    MessagePattern(
      "message GNOME disconnect",
      [
        ["network or intentional disconnect"]
      ]),
    MessagePattern(
      "message GNOME certificate",
      [
        ["rdp tls certificate and key not yet configured"]
      ]),
    MessagePattern(
      "message GNOME port",
      [
        ["failed to bind port", "failed to bind to port"]
      ]),
  ]
}
