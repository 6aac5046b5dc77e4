extension MessageEntries {
  /// Lines of devices in the path, and of programs that lack a part.
  static let lines: [HandbookEntry] = [
    row(
      "firewall log", "a firewall's log says how it saw the connection end",
      """
      The end as the device in the path saw it: server-rst, tcp-rst-from-server or Reset-O is a reset from the server's side (its service ended it, or the host behind it was gone), client-rst, tcp-rst-from-client or Reset-I one from the client's side; timeout and aged-out mean that the device itself forgot an idle connection; FIN is an orderly end; deny a rule. A device may also send a reset of its own and log it as one of the sides.
      """,
      confirm: [
        "Duration and bytes of the line: seconds and few bytes are a refused start, a round number of minutes is an idle timer.",
        "rdpwhy on captures of both sides of the device: whether the reset came in, or began there.",
        "The host's log at that second.",
      ],
      fixes: [
        Fix(
          "Reset from the server's side: read the host's events of that second, and the page of what rdpwhy finds."
        ),
        CommonFix.idleTimer,
        Fix("Denied: allow TCP and UDP 3389 from the clients' network in the rule that it names."),
      ],
      seeAlso: ["subject idle timers", "subject firewall", "server.terminated"]),
    row(
      "client parts", "the program lacks a part: plug-in, module or library",
      """
      The program was installed without the part that speaks Remote Desktop, or with one that does not fit its version. Nothing was sent to the server; it is no fault of the connection.
      """,
      confirm: ["The name in the line; the list of the program's packages or plug-ins."],
      fixes: [
        Fix(
          "Install the part of the same version: the program's RDP plug-in or module.",
          command: "apt install remmina-plugin-rdp"),
        Fix("Restart the program, and the service that loads it."),
      ],
      seeAlso: ["message guacd internal", "subject client crash"]),
  ]
}
