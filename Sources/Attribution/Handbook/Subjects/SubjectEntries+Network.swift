extension SubjectEntries {
  /// The path, names and ports.
  static let network: [HandbookEntry] = [
    row(
      "network", "unstable network: Wi-Fi, loss, outages",
      names: [
        "network", "packet loss", "unstable network", "Wi-Fi", "WLAN", "wifi drops",
        "network drops", "connection lost", "bad connection", "latency", "Netzwerk", "réseau",
        "red", "ネットワーク",
      ],
      """
      Packets are lost or the path falls silent for seconds. The client then freezes, reconnects, or ends with 0x904, 0x404 or 0x108; the server logs event 143 with error 121.
      """,
      confirm: [
        """
        rdpwhy on a capture of the drop: network.loss, network.path_outage, and the health of both directions.
        """,
        Check.coreTimeout,
        Check.bothEnds,
      ],
      fixes: [
        CommonFix.clientLink,
        CommonFix.findHop,
        CommonFix.interfaceErrors,
        CommonFix.adapterPower,
        CommonFix.disableUDP,
      ], seeAlso: ["network.loss", "network.path_outage", "network.latency"]),
    row(
      "MTU", "MTU: large packets vanish",
      names: [
        "MTU", "path MTU", "PMTU", "MSS", "MSS clamping", "fragmentation needed", "black hole",
        "MTU black hole", "jumbo frames",
      ],
      """
      A link on the path carries only smaller packets than the hosts assume (VPN, PPPoE, tunnel), and the message that would say so is filtered. The TCP connection opens; the first large packet (certificate, first picture) never arrives, and the session stands still.
      """,
      confirm: [
        """
        rdpwhy on a capture of the failing attempt: network.pmtu_blackhole.
        """,
        """
        Windows: ping -f -l 1472 HOST; Linux: ping -M do -s 1472 HOST.
        """,
      ],
      fixes: [
        CommonFix.findMTU,
        CommonFix.clampMSS,
        CommonFix.allowTooBig,
        CommonFix.lowerMTU,
      ], seeAlso: ["network.pmtu_blackhole", "tcp.pmtu_blackhole"]),
    row(
      "VPN", "VPN between client and server",
      names: [
        "VPN", "VPN drops", "split tunnel", "OpenVPN", "WireGuard", "AnyConnect", "GlobalProtect",
        "FortiClient", "IPsec",
      ],
      """
      A VPN changes route, MTU and idle timers, and takes the connection with it when it reconnects or rekeys. Drops of all sessions at the same second, or every so many hours, point to it.
      """,
      confirm: [
        """
        rdpwhy on a capture at the client: network.path_outage, network.pmtu_blackhole or network.idle_timeout.
        """,
        """
        The VPN client's own log at the second of the drop.
        """,
      ],
      fixes: [
        Fix(
          "Connect once without the VPN, or from inside the office: if it holds there, the VPN is the place to look."
        ),
        CommonFix.findMTU,
        CommonFix.clampMSS,
        CommonFix.keepAlive,
      ], seeAlso: ["network.path_outage", "network.pmtu_blackhole", "network.idle_timeout"]),
    row(
      "sleep", "sleep, standby and Wake-on-LAN",
      names: [
        "sleep", "standby", "asleep", "hibernate", "Wake-on-LAN", "wake on lan", "WoL", "WOL",
        "Wake on LAN", "computer sleeps", "power plan", "modern standby", "host asleep",
        "Ruhezustand", "veille", "suspensión", "スリープ",
      ],
      """
      A host that sleeps answers nothing: connection requests stay unanswered, and running sessions die without a goodbye. Wake-on-LAN wakes it by a packet, where firmware, adapter and network allow it.
      """,
      confirm: [
        """
        rdpwhy on a capture: network.syn_unanswered, with ARP requests that nobody answers.
        """,
        Check.serverPower,
      ],
      fixes: [
        CommonFix.hostAwake,
        CommonFix.powerRequests,
        CommonFix.wakeOnLAN,
      ], seeAlso: ["network.syn_unanswered", "arp.unanswered", "event 42", "event 1"]),
    row(
      "firewall", "firewall rules: Remote Desktop, WebSocket, another port",
      names: [
        "firewall", "firewall rules", "Windows firewall", "Windows Defender firewall",
        "Remote Desktop rule", "WebSocket", "Remote Desktop (WebSocket)", "custom port",
        "port 3389", "3389", "change RDP port", "PortNumber", "port blocked", "Firewallregel",
        "pare-feu", "cortafuegos", "ファイアウォール",
      ],
      """
      The host's firewall must let TCP and UDP 3389 in (group \"Remote Desktop\") for the network's profile. After the port was changed (PortNumber) these rules do not fit any more, and a rule for the new port is needed. The group \"Remote Desktop (WebSocket)\" opens TCP 3387 and 3392 only, which a classic client never uses.
      """,
      confirm: [
        Check.port,
        Check.listener,
        """
        pfirewall.log, or Security events 5152 and 5157 with auditing on.
        """,
        """
        rdpwhy on a capture at the server: does the SYN arrive there?
        """,
      ],
      fixes: [
        CommonFix.firewallRule,
        Fix(
          """
          For another port, add a rule for exactly that port, and connect with HOST:PORT.
          """,
          command: """
            New-NetFirewallRule -DisplayName "RDP custom port" -Direction Inbound -Protocol TCP -LocalPort PORT -Profile Domain,Private -Action Allow
            """,
          risk: """
            Opens that port to those networks. Undo: Remove-NetFirewallRule -DisplayName "RDP custom port".
            """),
        CommonFix.pathFirewall,
        CommonFix.firewallPublic,
        CommonFix.firewallWebSocket,
      ], seeAlso: ["network.syn_unanswered", "server.port_closed", "event 5152"]),
    row(
      "remote desktop off", "Remote Desktop is switched off, or its service does not run",
      names: [
        "Remote Desktop disabled", "enable Remote Desktop", "enable RDP", "fDenyTSConnections",
        "TermService", "TermService not running", "Remote Desktop Services stopped", "port closed",
        "not listening",
      ],
      """
      The host is up, and nothing listens on the port: Remote Desktop is switched off, TermService does not run, or the port was changed. Home editions of Windows have no Remote Desktop server.
      """,
      confirm: [
        Check.listener,
        """
        rdpwhy on a capture: server.port_closed.
        """,
      ],
      fixes: [
        CommonFix.enableRemoteDesktop,
        CommonFix.restartService,
        CommonFix.portOwner,
      ], seeAlso: ["server.port_closed", "mstsc 0x204"]),
    row(
      "adapter power saving", "power saving of the network adapter",
      names: [
        "adapter power saving", "network adapter power management", "NIC power saving",
        "power management", "allow the computer to turn off this device",
        "Energy Efficient Ethernet", "EEE", "Green Ethernet", "network adapter resets", "link down",
        "adapter driver",
      ],
      """
      The network adapter saves power or resets itself: the link goes away for seconds, both directions fall silent, and address requests follow. Sessions freeze or drop at irregular times.
      """,
      confirm: [
        """
        System log: adapter events 27 and 32, NDIS 10400 and 10317, at the second of the drop.
        """,
        """
        rdpwhy on a capture at that host: network.path_outage with both directions silent.
        """,
      ],
      fixes: [
        CommonFix.adapterPower,
        CommonFix.interfaceErrors,
        CommonFix.adapterOffload,
      ], seeAlso: ["network.path_outage", "event 27", "event 10400"]),
    row(
      "idle timers", "idle timers of firewalls and load balancers",
      names: [
        "idle timer", "NAT timeout", "session timeout firewall", "keep-alive", "keepalive",
        "KeepAliveInterval", "load balancer timeout", "disconnects after inactivity",
        "drops when idle",
      ],
      """
      A device on the path forgets connections that are idle longer than its timer. The first packet afterwards is answered by a reset or by nothing.
      """,
      confirm: [
        """
        rdpwhy on a capture: network.idle_timeout, with the length of the silence.
        """,
        """
        The drop comes when the user returns to the session, always after the same idle time.
        """,
      ],
      fixes: [
        CommonFix.keepAlive,
        CommonFix.idleTimer,
      ], seeAlso: ["network.idle_timeout", "tcp.idle_then_reset"]),
    row(
      "UDP", "UDP transport of RDP",
      names: [
        "UDP", "UDP transport", "RDP UDP", "disable UDP", "multitransport", "multi-transport",
        "fClientDisableUDP", "RDPEUDP", "turn off UDP",
      ],
      """
      Beside TCP, RDP may carry picture and sound over UDP 3389. Where UDP is filtered or lossy, the session can freeze or look bad although TCP is fine. Turning UDP off on the client is a harmless test; undo it by deleting the value.
      """,
      confirm: [
        """
        rdpwhy on a capture with UDP 3389 in it: udp.* evidence.
        """,
        """
        Client events 1102 to 1105, server events 131, 135 and 138.
        """,
      ],
      fixes: [
        CommonFix.disableUDP,
        Fix(
          """
          Undo: delete the value, and let UDP 3389 through where the picture matters.
          """,
          command: """
            reg delete "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\\Client" /v fClientDisableUDP /f
            """),
        CommonFix.findMTU,
      ], seeAlso: ["udp.not_answered", "udp.path_lost", "event 1105"]),
    row(
      "name resolution", "name resolution (DNS)",
      names: [
        "DNS", "name resolution", "host not found", "unknown host", "cannot find the computer",
        "computer name", "name or service not known",
      ],
      """
      The name does not resolve, or resolves to an old address.
      """,
      confirm: [
        """
        Resolve-DnsName HOST, on the client, with and without the VPN.
        """
      ],
      fixes: [
        CommonFix.dns
      ], seeAlso: ["mstsc 0x104", "ERRCONNECT_DNS_NAME_NOT_FOUND", "Winsock 11001"]),
    row(
      "gateway", "Remote Desktop Gateway",
      names: [
        "gateway", "RD Gateway", "RDGW", "TS Gateway", "Remote Desktop Gateway", "CAP", "RAP",
        "Remotedesktopgateway", "passerelle", "puerta de enlace",
      ],
      """
      Through a gateway the client reaches TCP 443 of the gateway, which checks policies (CAP, RAP) and connects to the server itself. Each half can fail by itself.
      """,
      confirm: [
        """
        The gateway's log TerminalServices-Gateway/Operational: 200 and 300 (allowed), 201 and 301 (policy), 302 and 303 (connected, ended), 304 (server not reached).
        """,
        """
        rdpwhy on a capture between gateway and server for the second half.
        """,
      ],
      fixes: [
        Fix(
          """
          Check that the client reaches TCP 443 of the gateway and trusts its certificate.
          """,
          command: """
            Test-NetConnection GATEWAY -Port 443
            """),
        Fix(
          """
          Check that the user is in the groups of the policies, and that the gateway reaches the server.
          """,
          command: """
            Test-NetConnection HOST -Port 3389
            """),
        CommonFix.dns,
      ], seeAlso: ["credssp.gateway_refused", "negotiation.gateway_refused", "mstsc 0x300xxxx"]),
  ]
}
