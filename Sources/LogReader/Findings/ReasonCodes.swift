/// What the numbers of disconnect reasons say.
enum ReasonCodes {
  /// Set Error Info, LocalSessionManager's reason and RdpCoreTS 103 below 13.
  static func finding(errorInfo value: UInt32) -> (code: String, words: String)? {
    switch value {
    case 0: nil
    case 1, 2: ("log.admin_disconnect", "an administrator or a program ended the session")
    case 3: ("log.idle_limit", "the limit of idle time was reached")
    case 4: ("log.time_limit", "the limit of session time was reached")
    case 5: ("log.taken_over", "another connection took the session over")
    case 6: ("log.out_of_memory", "the server ran out of memory")
    case 7, 8: ("log.server_denied", "the server denied the connection")
    case 9: ("log.access_denied", "the user may not use Remote Desktop")
    case 0xa: ("log.server_denied", "the server demands fresh credentials")
    case 0xb: ("log.user_disconnected", "the user disconnected")
    case 0xc: ("log.logged_off", "the user logged off, or the server says so")
    case 0x10...0x1a: ("log.server_error", "the server's desktop failed")
    case 0x100...0x10b: ("log.licensing", "licensing failed")
    case 0x300: ("log.logon_refused", "wrong credentials")
    case 0x112e, 0x112f: ("log.server_error", "the server's graphics failed")
    // FreeRDP's own number for a connection that is gone.
    case 0x1196: ("log.transport_error", "the connection was lost")
    case 0x1000...0x7fff: ("log.protocol_error_info", "the server reports a protocol error")
    default: ("log.error_info", "the server gives a reason of its own")
    }
  }

  /// Disconnect reason of Microsoft's client: event 1026, dialogs, connection managers.
  static func finding(disconnectReason value: UInt32) -> (code: String, words: String) {
    switch value {
    case 0: ("log.client_no_reason", "no reason")
    case 1: ("log.user_closed", "the user closed the client")
    case 2: ("log.user_disconnected", "the user disconnected or logged off on the server")
    case 3: ("log.server_disconnected", "the server disconnected")
    case 260, 520, 1288, 1540: ("log.name_not_found", "the server's name was not found")
    case 264, 1796: ("log.client_timeout", "the server did not answer in time")
    case 516: ("log.client_connect_failed", "no TCP connection came about")
    case 772, 1028:
      ("log.client_socket_error", "sending or receiving failed: the connection was reset")
    case 2308:
      ("log.client_socket_closed", "the socket closed, which says neither who closed it nor why")
    case 2056, 2312: ("log.licensing", "licensing failed")
    case 3334: ("log.client_protocol_error", "a protocol error")
    case 3080, 4399, 4356:
      ("log.client_protocol_error", "the client could not use what the server sent")
    case 1030, 1286, 1542, 1798, 2310, 2566, 2822, 3078:
      ("log.client_security_error", "the security layer failed")
    case 0x807, 0xa07: ("log.logon_refused", "unknown user or wrong password")
    case 0xb07, 0xc07, 0xd07, 0xe07: ("log.account_restricted", "the account is restricted")
    case 0xf07, 0x1207: ("log.password_expired", "the password is expired")
    case 0x1607, 0x1707: ("log.policy", "a policy forbids the log-on")
    case 0x1807: ("log.no_authority", "no domain controller answers")
    case 0x1b07: ("log.certificate_expired", "the certificate is expired")
    case 0x907: ("log.certificate_refused", "the certificate is another than expected")
    case 0x2107: ("log.server_denied", "the server demands fresh credentials")
    case 2825: ("log.nla_required", "the server demands NLA")
    default: ("log.client_code_other", "a reason without a public meaning")
    }
  }

  /// `[MS-RDPBCGR]` 2.2.1.2.2.
  static func finding(negotiation value: UInt32) -> (code: String, words: String) {
    switch value {
    case 1: ("log.negotiation_ssl_required", "the server demands TLS")
    case 2: ("log.negotiation_ssl_not_allowed", "the server allows RDP security only")
    case 3: ("log.negotiation_no_certificate", "the server has no usable certificate or key")
    case 4: ("log.negotiation_flags", "the server refused the request's flags")
    case 5: ("log.nla_required", "the server demands NLA")
    case 6: ("log.negotiation_user_certificate", "the server demands a client certificate")
    default: ("log.negotiation_refused", "no common security protocol")
    }
  }

  /// Errors of reading and writing.
  static func finding(transport code: LogCode) -> (code: String, words: String)? {
    var value = code.value
    if code.system == .hresult {
      // HRESULT_FROM_WIN32 carries the system's number.
      guard value & 0xffff_0000 == 0x8007_0000 else { return nil }
      value &= 0xffff
    }
    switch (code.system, value) {
    case (.errno, 110), (.win32, 121), (.hresult, 121), (.win32, 10060), (.hresult, 10060),
      (.win32, 1460), (.hresult, 1460):
      return ("log.transport_timeout", "nothing was acknowledged in time: the path was silent")
    case (.errno, 104), (.win32, 10054), (.hresult, 10054), (.win32, 10053), (.hresult, 10053):
      return ("log.transport_reset", "the connection was reset")
    case (.errno, 32): return ("log.transport_broken", "the connection was gone when data was sent")
    case (.errno, 101), (.errno, 113), (.win32, 10051), (.win32, 10065), (.hresult, 10065):
      return ("log.unreachable", "the network says that the host cannot be reached")
    case (.errno, 111), (.win32, 10061), (.hresult, 10061):
      return ("log.refused", "the port is closed")
    case (.win32, 64), (.hresult, 64):
      return ("log.peer_gone", "the other side closed or reset the connection")
    case (.win32, 38), (.hresult, 38), (.win32, 109), (.hresult, 109), (.win32, 10101),
      (.hresult, 10101):
      return ("log.peer_gone", "the other side closed the connection")
    case (.win32, 1236), (.hresult, 1236), (.win32, 995), (.hresult, 995):
      return ("log.transport_error", "this side aborted the connection, which was given up before")
    case (.win32, 54), (.hresult, 54), (.win32, 59), (.hresult, 59), (.win32, 1231),
      (.hresult, 1231), (.win32, 1232), (.hresult, 1232), (.hresult, 10051):
      return ("log.transport_error", "the network failed under the connection")
    default: return nil
    }
  }
}
