import Evidence

extension Catalogue {
  static let clientVerdicts: [VerdictEntry] = [clientTerminated, clientUnresponsive]

  private static let clientTerminated = VerdictEntry(
    .clientTerminated,
    summary: "The client's program ended without closing the session.",
    title: "the client program went away",
    """
    The client's connection ended without a goodbye from the client's side: the program crashed \
    or was killed, the computer slept or restarted, or something on it (antivirus, VPN agent) \
    cut the connection.
    """,
    confirm: [
      """
      FIN or RST comes from the client, with its own TTL, in an active session and without a \
      disconnect ultimatum.
      """,
      """
      Client logs at that second: Application 1000 (crash), Kernel-Power 42 (sleep), \
      TerminalServices-RDPClient 1026 and 226.
      """,
      Check.corePeerClosed,
    ],
    fixes: [
      Fix(
        """
        Ask what happened on the client at that minute (lid closed, program killed, update), and \
        read its Application and System logs.
        """,
        command: """
          Get-WinEvent -FilterHashtable @{LogName='Application';Id=1000,1001,1002} -MaxEvents 10
          """),
      CommonFix.updateClient,
      Fix(
        "Forbid sleep on the client while a session is open.",
        command: "powercfg /change standby-timeout-ac 0", risk: "The computer uses more power."),
      CommonFix.clientSecuritySoftware,
    ],
    seeAlso: [
      "client.reset_mid_session", "client.fin_mid_session", "clean.client_closed",
      "client.unresponsive",
    ])

  private static let clientUnresponsive = VerdictEntry(
    .clientUnresponsive,
    summary: "The client hung: it no longer read what the server sent.",
    title: "the client is there but takes nothing",
    """
    The client's TCP stack answers, but the program does not read any more: its receive window \
    is closed or it leaves requests unanswered. The program or its computer hangs; the path \
    works.
    """,
    confirm: [
      "Window 0 from the client for seconds: tcp.analysis.zero_window.",
      "Client Application log: event 1002 (program stopped responding).",
    ],
    fixes: [
      CommonFix.updateClient,
      Fix(
        """
        Look at the client's processor, memory and graphics driver; test with a smaller screen and \
        without redirected printers, drives and USB devices.
        """),
      CommonFix.clientSecuritySoftware,
    ],
    seeAlso: ["client.zero_window", "client.terminated"])
}
