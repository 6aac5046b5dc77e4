/// What a program's line says in words that all programs use: refused, timed out, reset, not trusted.
///
/// Counts only where the text is about Remote Desktop, and where no table knows the line itself.
enum GeneralLines {
  private static let patterns: [MessagePattern] = MessageTable.patterns(table)

  /// The pages of what the lines say, causes before consequences; at most three.
  static func pages(in text: SearchedText, _ index: HandbookIndex) -> [Explanation] {
    var codes: [String] = []
    for pattern in patterns where !codes.contains(pattern.code) {
      if pattern.length(in: text) != nil { codes.append(pattern.code) }
    }
    return codes.prefix(3).compactMap { index.page($0) }
  }

  /// Whether a page says why, not only that it ended or where.
  static func tellsReason(_ page: Explanation) -> Bool { !withoutReason.contains(page.code) }

  private static let withoutReason: Set<String> = [
    "subject gateway", "subject tunnel", "errno 32", "message TLS ended without goodbye",
  ]

  /// Whether a text is written by a program: it has marks that people do not write.
  static func isProgramText(_ text: String) -> Bool {
    marks.contains { text.contains($0) }
  }

  private static let marks: [String] = [
    "[", "=", "::", "error:", "Error:", "ERROR", "WARN", "ERR ", "INFO", "DEBUG", "Exception",
    "failed:", "(0x", "{", "(): ", "E: ", "panicked", "Traceback", "->", "rror(", ".c:", ".go:",
    ".rs:", "ailed to ",
  ]

  /// Causes first: a line that ends a list of lines says that it ended.
  private static let table = """
    subject licensing :: license; licence; licensing & error; failed; denied; expired; invalid; refused; aborted; not implemented; not found; missing; reject
    subject session limits :: max sessions; maximum sessions; maximum number of; too many connections; too many sessions; session limit; connection limit; no free session; concurrent sessions; limit reached; limit exceeded; quota exceeded; already in use
    extended 0x3 :: idle timeout; idle time out; inactivity timeout; due to inactivity; idle for too long; was idle; idle limit; session idle; inactive for; inactivity; idle session
    error info 0x0C :: log off by user; logoff by user; logoff_by_user; user logged off; log out initiated by user; logout initiated by user; logged off by the user; user initiated log off; user initiated logoff; session logoff; user logged out
    extended 0x5 :: replaced by another; taken over by; session taken over; connected elsewhere; another connection for; preempted; kicked by another
    negotiation failure 2 :: server selected standard_rdp_security; server selected standard rdp security; selected standard rdp; only supports standard rdp
    negotiation failure 5 :: requires nla; nla required; requires credssp; hybrid required; requires network level
    subject certificate :: certificate; x509; cert_ & verify failed; not trusted; untrusted; unknown authority; self-signed; expired; mismatch; does not match; not valid; invalid; verification; unknown ca; not verify; rejected; bad certificate; unknown issuer; no alternative
    subject TLS versions :: unsupported protocol; protocol version; no shared cipher; no cipher; handshake failure; wrong version; unsupported version; no common; sslv3; insufficient security; legacy renegotiation; no protocols & tls; ssl; handshake; cipher
    credssp.logon_failure :: authentication failed; authentication failure; auth failed; auth failure; log on failed; log on failure; invalid credentials; bad credentials; invalid password; wrong password; bad password; incorrect password; invalid username; could not authenticate; credentials rejected; not authenticate; status_logon_failure; user or password
    credssp.access_denied :: not authorized; access denied; permission denied; forbidden; not allowed to log on; is not permitted & user; session; rdp; log on; desktop; account
    subject name resolution :: no such host; name or service not known; nodename nor servname; could not resolve; can not resolve; unknown host; unknownhost; enotfound; getaddrinfo; temporary failure in name; name resolution failed; dns lookup; failed to resolve; hostname could not; failed to lookup
    errno 111 :: connection refused; econnrefused; actively refused; connectionrefused; refused the connection; connect refused
    errno 113 :: no route to host; host is unreachable; ehostunreach; hostunreachable; host unreachable
    errno 101 :: network is unreachable; enetunreach; network unreachable
    message port taken :: address already in use; eaddrinuse; port is already in use; port already in use; only one usage of each socket
    message client parts :: plugin; plug-in; module; library; shared object & install; not installed; missing; not found; can not be loaded; could not be loaded; failed to load; can not load; no such file
    subject client crash :: segmentation fault; sigsegv; core dumped; access violation; panicked; null pointer; unhandled exception; abort trap; sigabrt; stack overflow; fatal exception; traceback
    server.terminated :: service stopped; service is stopping; server is shutting down; server shutdown; shutting down server; received sigterm; stopped by systemd; going down for; main process exited; killed by signal; out of memory; oom-kill
    subject graphics :: h264; h.264; avc420; avc444; gfx; rdpgfx; egfx; codec; encoder; decoder; framebuffer; surface & fail; failed; error; unsupported; not supported; invalid; exception
    subject stuck connecting :: handshake timeout; handshake timed out; timeout waiting for; timed out waiting for; handshake time out; negotiation timeout; activation timeout; log on timeout; logon timeout; waiting for capabilities
    errno 110 :: connection timed out; etimedout; connect timeout; connection timeout; i/o timeout; i o timeout; operation timed out; timed out after; timeout expired; deadline exceeded; connection time out; connect timed out; read timed out
    subject gateway :: gateway; rpcproxy; tsgateway & failed; error; refused; denied; unavailable; timeout; 401; 403; 404; 500; 502; 503
    subject tunnel :: proxy; tunnel; relay; websocket; bastion & failed; error; closed; refused; lost; timeout; broken; disconnected
    errno 104 :: connection reset; econnreset; reset by peer; forcibly closed; connectionreset; 10054
    errno 32 :: broken pipe; epipe
    message TLS ended without goodbye :: unexpected eof; unexpectedeof; eof occurred; end of file; closed by remote; closed by peer; remote host closed; closed by the remote; connection closed by; closed cleanly; connectiondone; closed by server; peer closed; server closed; closed the connection
    """
}
