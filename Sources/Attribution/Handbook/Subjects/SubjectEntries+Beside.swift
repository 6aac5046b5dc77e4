extension SubjectEntries {
  /// What stands in front of, around or behind a session.
  static let beside: [HandbookEntry] = [
    row(
      "tunnel", "a tunnel or relay carries the connection",
      names: [
        "relay tunnel", "cloudflared", "ngrok", "MeshCentral", "Teleport", "SSH tunnel",
        "port proxy",
      ],
      """
      The client talks to a relay (Cloudflare, MeshCentral, Teleport, ngrok, SSH, a port proxy), which opens a connection of its own to the host. The client sees the relay's end only: its idle timer, its certificate, its sign-in or the host that it cannot reach all look like a fault of Remote Desktop.
      """,
      confirm: [
        "Connect from the relay's own machine straight to the host: does it stay up?",
        "The relay's log at that second; \"bad handshake\" and HTTP codes are its sign-in or policy, \"refused\" is the host.",
        "rdpwhy on captures of both sides of the relay: the side that ends first.",
      ],
      fixes: [
        Fix("Mend the relay: sign-in, the address and port behind it, its idle time-out."),
        Fix("Turn on keep-alives, or raise the relay's time-out above the pauses of your users."),
        Fix(
          "Use a VPN or a Remote Desktop Gateway instead, where the relay cannot be made to stay."),
      ],
      seeAlso: ["subject idle timers", "subject firewall", "subject gateway", "subject VPN"]),
    row(
      "RDP Wrapper", "RDP Wrapper and other changes of termsrv.dll",
      names: ["RDP Wrapper", "rdpwrap", "RDPConf", "termsrv.dll", "not listening [not supported]"],
      """
      RDP Wrapper changes Microsoft's service in memory, by a list of versions. An update of Windows brings a termsrv.dll that the list does not know: the listener stays down ("not supported", "not listening"), or the service stops. It is not supported by Microsoft and against the licence of client Windows.
      """,
      confirm: [
        "RDPConf: state of the listener, version of termsrv.dll.", Check.listener,
        "Settings, Windows Update, History: what was installed before it failed.",
      ],
      fixes: [
        Fix(
          "Remove it, and use Windows Pro or a server with the session host role and licences.",
          command: "RDPWInst.exe -u"),
        Fix("Otherwise wait for a list that knows the version, and restart the service."),
      ],
      seeAlso: ["subject remote desktop off", "subject updates", "subject session limits"]),
    row(
      "RemoteApp", "RemoteApp: sessions stay, windows are lost, a second one opens",
      names: [
        "RemoteApp session", "RemoteApp", "remote app", "published program", "RemoteApp log off",
      ],
      """
      Closing the last window does not sign the user out: the session stays disconnected for a while, so that the next program starts quickly, and holds licences and files until then. A window that is missing or cut off belongs to the session that still runs; a further start may open a second session on another host.
      """,
      confirm: [
        "On the host: quser shows the user's session, its state and idle time.",
        "The policy \"Set time limit for logoff of RemoteApp sessions\".",
      ],
      fixes: [
        Fix(
          "Set the time limit for logoff of RemoteApp sessions, and a limit for disconnected sessions."
        ),
        Fix("Sign the user out once, and start the program again.", command: "logoff ID"),
        Fix("After shadowing or a change of monitors: disconnect and connect again."),
      ],
      seeAlso: ["message RemoteApp program", "subject session limits", "subject stuck sessions"]),
    row(
      "screen lock", "the session locks its screen; it is not disconnected",
      names: [
        "screen lock", "lock screen", "session locks", "screen saver", "inactivity limit",
        "sign-in screen after minutes",
      ],
      """
      The session goes on, and asks for the password again: a screen saver with password, the machine inactivity limit, or a display time-out of the power plan inside the session. It is no time-out of Remote Desktop; programs stay open.
      """,
      confirm: [
        "Inside the session: gpresult /r, and the policies \"Interactive logon: Machine inactivity limit\" and \"Screen saver timeout\".",
        "The host's log of sessions: no event 24 says disconnected at that time.",
      ],
      fixes: [
        Fix(
          "Tell the users that nothing is lost: after the password all programs are as they were."),
        Fix(
          "Change the policy that locks, for the group of session hosts only.",
          risk: "An unattended screen stays open to whoever passes the client.",
          lowersSecurity: true, saferAlternative: "Lock the client, and leave the session open."),
      ],
      seeAlso: ["subject session limits", "subject idle timers"]),
    row(
      "VMConnect", "Virtual Machine Connection: the console of Hyper-V",
      names: [
        "VMConnect", "Virtual Machine Connection", "enhanced session", "Hyper-V console",
        "vmconnect.exe", "video remoting",
      ],
      """
      VMConnect speaks RDP with the Hyper-V host (port 2179), not with the machine inside. "Video remoting was disconnected" and "could not connect" are the host's: the machine is off or restarts, the management service or its certificate, or no permission. An enhanced session goes on into the machine and needs its Remote Desktop service, or xrdp over a virtual socket in Linux.
      """,
      confirm: [
        "Does the basic session (View, Enhanced Session off) come up? Then the fault is inside the machine.",
        "On the Hyper-V host: log Hyper-V-VMMS Admin; state of the machine in Hyper-V Manager.",
      ],
      fixes: [
        Fix(
          "Permission: put the user into the local group Hyper-V Administrators, or grant this machine only.",
          command: "Grant-VMConnectAccess -VMName NAME -UserName DOMAIN\\USER"),
        Fix(
          "Certificate of the management service expired: restart the service, which makes a new one.",
          command: "Restart-Service vmms",
          risk: "Running machines stay up; their management stands still for a moment."),
        Fix(
          "Enhanced session ends at the logon: the user must not be signed in at the basic console at the same time (Linux), and must be allowed to use Remote Desktop (Windows)."
        ),
      ],
      seeAlso: ["message xrdp session ended", "subject remote desktop right", "mstsc 0x204"]),
  ]
}
