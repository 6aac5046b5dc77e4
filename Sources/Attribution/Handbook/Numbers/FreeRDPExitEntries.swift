/// Exit statuses of xfreerdp.
enum FreeRDPExitEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = ends + licensing + program + connection

  private static func row(
    _ number: UInt32, _ name: String, _ meaning: String, fixes: [Fix], seeAlso: [String] = []
  ) -> HandbookEntry {
    .numbered(
      .freeRDPExit, number, code: "xfreerdp exit \(number)", names: ["XF_EXIT_\(name)"],
      title: name, meaning,
      confirm: [
        "The last lines of the client's output name the error.",
        "echo $? right after the client ended.",
      ],
      fixes: fixes, seeAlso: seeAlso)
  }

  private static let ends: [HandbookEntry] =
    [
      row(0, "SUCCESS", "Ended without an error.", fixes: [CommonFix.nothing]),
      row(
        8, "CONN_DENIED_FIPS", "The server refused because of its FIPS policy.",
        fixes: [CommonFix.updateClient], seeAlso: ["extended 0x8"]),
    ]
    + [
      (1, "DISCONNECT", "error info 0x01"), (2, "LOGOFF", "error info 0x02"),
      (3, "IDLE_TIMEOUT", "error info 0x03"), (4, "LOGON_TIMEOUT", "error info 0x04"),
      (5, "CONN_REPLACED", "error info 0x05"), (6, "OUT_OF_MEMORY", "error info 0x06"),
      (7, "CONN_DENIED", "error info 0x07"), (9, "USER_PRIVILEGES", "error info 0x09"),
      (10, "FRESH_CREDENTIALS_REQUIRED", "error info 0x0A"),
      (11, "DISCONNECT_BY_USER", "error info 0x0B"),
    ].map { number, name, reason in
      row(
        number, name,
        """
        The server ended the session; the number repeats its reason (\(reason)), or the reason \
        FreeRDP made of the goodbye message.
        """,
        fixes: [Fix("Read the page of that reason.", command: "rdpwhy explain \(reason)")],
        seeAlso: [reason])
    }

  /// 16…26 repeat the licensing reasons 0x100…0x10A.
  private static let licensing: [HandbookEntry] = LicensingReason.all.compactMap { reason in
    reason.errorInfoName.map {
      row(
        reason.number - 0x100 + 16, String($0), reason.meaning, fixes: reason.fixes,
        seeAlso: ["error info 0x\(reason.number.hexadecimal())"])
    }
  }

  private static let program: [HandbookEntry] = [
    row(
      32, "RDP", "The server reported a protocol error; the client's output has its number.",
      fixes: [CommonFix.updateBoth], seeAlso: ["protocol.malformed"]),
    row(
      128, "PARSE_ARGUMENTS", "The command line was not understood.",
      fixes: [Fix("Correct the options.", command: "xfreerdp /help")]),
    row(
      129, "MEMORY", "The client ran out of memory.",
      fixes: [Fix("Close programs and start again; use a smaller screen.")]),
    row(
      130, "PROTOCOL", "A protocol error. A shell also shows 130 for a program ended with Ctrl+C.",
      fixes: [CommonFix.updateBoth], seeAlso: ["protocol.malformed"]),
    row(
      131, "CONN_FAILED",
      """
      The connection failed, without a more special status. FreeRDP 2 also ends like this after \
      a server's error path that says goodbye with reason 3.
      """,
      fixes: [
        Fix("Look for the ERRCONNECT or ERRINFO line in the client's output and explain that."),
        CommonFix.serverLog,
      ],
      seeAlso: ["ERRCONNECT_CONNECT_TRANSPORT_FAILED", "error info 0x0C", "server.closed"]),
    row(255, "UNKNOWN", "An error without a status of its own.", fixes: [CommonFix.updateClient]),
  ]

  /// The statuses that stand for one connection error each.
  private static let connectionErrors: [(UInt32, String)] = [
    (132, "AUTHENTICATION_FAILED"), (133, "SECURITY_NEGO_CONNECT_FAILED"),
    (134, "LOGON_FAILURE"), (135, "ACCOUNT_LOCKED_OUT"), (136, "PRE_CONNECT_FAILED"),
    (137, "CONNECT_UNDEFINED"), (138, "POST_CONNECT_FAILED"), (139, "DNS_ERROR"),
    (140, "DNS_NAME_NOT_FOUND"), (141, "CONNECT_FAILED"), (142, "MCS_CONNECT_INITIAL_ERROR"),
    (143, "TLS_CONNECT_FAILED"), (144, "INSUFFICIENT_PRIVILEGES"), (145, "CONNECT_CANCELLED"),
    (147, "CONNECT_TRANSPORT_FAILED"), (148, "PASSWORD_EXPIRED"),
    (149, "PASSWORD_MUST_CHANGE"), (150, "KDC_UNREACHABLE"), (151, "ACCOUNT_DISABLED"),
    (152, "PASSWORD_CERTAINLY_EXPIRED"), (153, "CLIENT_REVOKED"), (154, "WRONG_PASSWORD"),
    (155, "ACCESS_DENIED"), (156, "ACCOUNT_RESTRICTION"), (157, "ACCOUNT_EXPIRED"),
    (158, "LOGON_TYPE_NOT_GRANTED"), (159, "NO_OR_MISSING_CREDENTIALS"),
    (160, "TARGET_BOOTING"), (161, "HYBRID_REQUIRED_BY_SERVER"),
  ]

  private static let connection: [HandbookEntry] = connectionErrors.map { number, name in
    let error = FreeRDPEntries.all.first { $0.explanation.code == "ERRCONNECT_\(name)" }?
      .explanation
    /// Shells add 128 to the number of the signal that ended a program.
    let signal = number == 137 || number == 143 ? number - 128 : nil
    let killed = signal.map {
      " A shell shows the same number for a program killed by signal \($0)."
    }
    return row(
      number, name, (error?.meaning ?? "") + (killed ?? ""), fixes: error?.fixes ?? [],
      seeAlso: ["ERRCONNECT_\(name)"])
  }
}
