import Evidence

/// The sentences of a verdict.
enum VerdictText {
  static func summary(of code: VerdictCode) -> String {
    texts[code.rawValue]?.summary ?? code.rawValue
  }

  static func nextAction(for code: VerdictCode) -> String {
    texts[code.rawValue]?.nextAction ?? nothing
  }

  private static let nothing = "Nothing to do."

  private static let texts: [String: (summary: String, nextAction: String)] = {
    var texts = sentences.mapValues { (summary: $0, nextAction: nothing) }
    for page in VerdictEntries.all.map(\.explanation) {
      let action = page.fixes.first.map { fix in
        fix.command.map { "\(fix.step) (\($0))" } ?? fix.step
      }
      texts[page.code] = (sentences[page.code] ?? page.title, action ?? nothing)
    }
    return texts
  }()

  private static let sentences: [String: String] = [
    "clean.client_closed": "The client closed the session in the usual way.",
    "clean.server_closed":
      "The server closed the session in the usual way (log-off or disconnect).",
    "clean.auth_only": "The client only authenticated: NLA went through, then it left.",
    "clean.probe": "A short connection that was not meant to be a session.",
    "clean.superseded": "Refused, and replaced by a fallback that worked.",
    "clean.redirected": "The server sent the client on to another server, as a broker does.",
    "clean.running": "The session was still running when the capture ended.",
    "network.loss": "The path lost too many packets for the session to go on.",
    "network.path_outage": "The path failed: data was sent again and again and nothing came back.",
    "network.pmtu_blackhole":
      "Large packets vanish on the path while small ones pass (path MTU black hole).",
    "network.reset_injected": "Something on the path tore the connection down with a forged RST.",
    "network.idle_timeout":
      "A device on the path had forgotten the idle connection when it was used again.",
    "network.unreachable": "A router reports that the server cannot be reached.",
    "network.syn_unanswered":
      "Nothing answers: filtered, switched off, asleep, or a wrong address.",
    "network.latency": "The path is too slow for the session.",
    "negotiation.ssl_required": "The server insists on TLS and the client did not offer it.",
    "negotiation.ssl_not_allowed": "The server is set to RDP security and refuses TLS.",
    "negotiation.ssl_cert_not_on_server": "The server has no usable certificate for TLS.",
    "negotiation.inconsistent_flags": "The server found the requested protocols contradictory.",
    "negotiation.hybrid_required": "The server requires NLA and the client did not offer it.",
    "negotiation.ssl_with_user_auth_required":
      "The server wants TLS with a client certificate.",
    "negotiation.refused": "Client and server do not agree on a security protocol.",
    "negotiation.gateway_refused": "The gateway refused to carry the session.",
    "tls.version_mismatch": "Client and server have no TLS version in common.",
    "tls.cipher_mismatch": "Client and server have no cipher suite in common.",
    "tls.certificate_rejected": "The client did not accept the server's certificate.",
    "tls.certificate_expired": "The server's certificate has expired.",
    "tls.closed_on_client_hello":
      "The server closed on the client's TLS hello without saying why.",
    "tls.bad_record": "A TLS record arrived damaged, and the receiver broke the session off.",
    "tls.alert": "The TLS handshake was broken off with an alert.",
    "credssp.logon_failure":
      "The server refused the log-on: wrong user name or password, or the account may not log on.",
    "credssp.account_restricted": "The server refused the log-on of this account.",
    "credssp.password_expired": "The server refused the log-on: the password has expired.",
    "credssp.encryption_oracle":
      "Client and server disagree on the CredSSP version (Encryption Oracle Remediation).",
    "credssp.client_withdrew":
      "The client broke off NLA: cancelled, no credentials, or it did not trust the server.",
    "credssp.access_denied":
      "The log-on was right, but the user may not use Remote Desktop on this server.",
    "credssp.server_dropped": "The server broke NLA off.",
    "credssp.server_identity":
      "The client broke NLA off when the server could not prove its identity.",
    "credssp.gateway_refused": "The gateway refused the user's sign-in.",
    "credssp.stalled": "NLA came to a stop: the server never answered.",
    "server.port_closed": "The server is up, but nothing listens on the port.",
    "server.unresponsive": "The server hung: it acknowledged everything and answered nothing.",
    "server.closed": "The server closed the connection before a session came about.",
    "server.terminated": "The server's end of the running session died.",
    "server.disconnected": "The server disconnected the session.",
    "client.terminated": "The client's program ended without closing the session.",
    "client.unresponsive": "The client hung: it no longer read what the server sent.",
    "protocol.malformed": "One side sent what the other could not accept as RDP.",
    "protocol.mac_error":
      "Client and server disagree in standard RDP security (message authentication).",
    "undetermined.capture_ends": "The capture ends before the outcome.",
    "undetermined.mid_session": "The capture holds only a piece of the session.",
    "undetermined.one_sided": "Only one direction was captured; that does not decide.",
    "undetermined.conflicting": "The evidence does not decide.",
    "undetermined.tunnelled":
      "The session ran inside a tunnel; only the tunnel's end is visible.",
    "undetermined.not_rdp": "This connection did not speak RDP.",
  ]
}
