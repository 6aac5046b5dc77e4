// MARK: Host, services and firewall

extension CommonFix {
  static let hostAwake = Fix(
    """
    See whether the host is on and awake; if it slept, forbid sleep on mains power: Settings > \
    System > Power > Sleep = Never.
    """,
    command: "powercfg /change standby-timeout-ac 0",
    risk: "The host uses more power.")
  static let powerRequests = Fix(
    "List what keeps the host awake and which devices may wake it.",
    command: "powercfg /requests; powercfg /devicequery wake_armed")
  static let wakeOnLAN = Fix(
    """
    Where the host must be allowed to sleep, set up Wake-on-LAN: enable it in the firmware, and \
    in Device Manager > the adapter > Power Management > "Allow this device to wake the \
    computer"; then send the wake packet before connecting.
    """,
    command: "powercfg /deviceenablewake \"NAME\"",
    risk: "Anyone on that network segment can wake the host.")
  static let firewallRule = Fix(
    """
    Enable the host firewall rules of the group "Remote Desktop", for the domain and private \
    profiles only.
    """,
    command: """
      Set-NetFirewallRule -DisplayGroup "Remote Desktop" -Enabled True -Profile Domain,Private
      """,
    risk: "Opens TCP and UDP 3389 to those networks; narrow it with -RemoteAddress where you can.")
  static let firewallPublic = Fix(
    """
    Only where the client really sits on a network with the public profile, allow the group \
    "Remote Desktop" there too.
    """,
    command: """
      Set-NetFirewallRule -DisplayGroup "Remote Desktop" -Enabled True -Profile Any \
      -RemoteAddress ADDRESS
      """,
    risk: "Exposes the logon service to an untrusted network.", lowersSecurity: true,
    saferAlternative: """
      Connect through a VPN or an RD Gateway, or correct the network profile: \
      Set-NetConnectionProfile -NetworkCategory Private.
      """)
  static let firewallWebSocket = Fix(
    """
    Enable the rules of the group "Remote Desktop (WebSocket)" only if the client really \
    connects to TCP 3387 or 3392.
    """,
    command: "Enable-NetFirewallRule -DisplayGroup \"Remote Desktop (WebSocket)\"",
    risk: """
      Opens two more ports. A classic session on port 3389 never uses the WebSocket ports, so \
      these rules cannot repair one.
      """,
    lowersSecurity: true,
    saferAlternative: "Leave the group off and use the group \"Remote Desktop\" (3389).")
  static let pathFirewall = Fix(
    """
    If the connection request never reaches the server, let the owner of the firewall, security \
    group or VPN between allow TCP 3389 from this client.
    """)
  static let enableRemoteDesktop = Fix(
    """
    Check that Remote Desktop is switched on and listens on the port the client uses: \
    fDenyTSConnections = 0, PortNumber = 3389 (0xd3d), service TermService running.
    """,
    command: """
      reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server" /v \
      fDenyTSConnections; Get-Service TermService
      """)
  static let portOwner = Fix(
    """
    Find which program owns the port; move it or correct the port forwarding if it is not \
    TermService or the RDP server you expect.
    """,
    command: "netstat -abno | findstr 3389")
  static let restartService = Fix(
    "Restart the Remote Desktop service from the console or another management path.",
    command: "Restart-Service TermService -Force",
    risk: "It ends every session on this server at once: announce it, or do it after hours.")
  static let stuckSessions = Fix(
    "Look for stuck sessions and reset the one that hangs.",
    command: "qwinsta /server:HOST; rwinsta ID /server:HOST",
    risk: "Unsaved work in the reset session is lost.")
  static let serverLoad = Fix(
    """
    See what the server's processor, memory and disk did at that minute: its monitoring, or its System \
    log (2004 memory, 129 and 153 disk, 4227 ports). Move sessions away or add resources.
    """,
    command: """
      Get-WinEvent -FilterHashtable @{LogName='System';Id=129,153,2004,4227} -MaxEvents 20
      """)
  static let sessionLimits = Fix(
    """
    Check the session limits: GPO Computer Configuration > Administrative Templates > Windows \
    Components > Remote Desktop Services > Remote Desktop Session Host > Session Time Limits \
    (MaxIdleTime, MaxDisconnectionTime, MaxConnectionTime) and Connections (limit number of \
    connections).
    """,
    command: "gpresult /H report.html")
  static let restartReason = Fix(
    """
    Read the System log around that minute: 7031 and 7034 (service crashed), 6008 and \
    Kernel-Power 41 (unexpected restart), User32 1074 (planned restart), 7036 (service stopped).
    """,
    command: """
      Get-WinEvent -FilterHashtable @{LogName='System';Id=41,1074,6008,7031,7034} -MaxEvents 20
      """)
  static let serverLog = Fix(
    """
    Read the RDP server's own log for that second: Windows RdpCoreTS and \
    RemoteConnectionManager, xrdp /var/log/xrdp.log and xrdp-sesman.log, GNOME the journal of \
    gnome-remote-desktop.
    """)
  static let updateClient = Fix(
    """
    Update the client program, and repeat the connection with a second client (another host or \
    another program) to see whether the fault follows the client.
    """)
  static let updateBoth = Fix(
    "Install the current updates on client and server, graphics and network drivers included.")
  static let clientSecuritySoftware = Fix(
    "Test once with the client's antivirus network filter or VPN agent updated, then stopped.",
    risk: """
      The client is less protected while the filter is stopped; end the test after one connection.
      """,
    lowersSecurity: true,
    saferAlternative: "Test from a second client without that agent, and keep the filter running.")
  static let licensing = Fix(
    """
    Check the licensing of the session host: a reachable licence server, the right mode, free \
    licences (RD Licensing Diagnoser).
    """,
    command: "lsdiag.msc")
  static let licenseStore = Fix(
    """
    Delete the client's stored licence and start the client once as administrator, so that it \
    fetches a new one.
    """,
    command: "reg delete HKLM\\SOFTWARE\\Microsoft\\MSLicensing /f",
    risk: "The client must reach the licence server at the next connection.")
  static let graphics = Fix(
    """
    Update the graphics driver on the server; if it recurs, turn hardware graphics and H.264/AVC \
    off by policy: Remote Desktop Session Host > Remote Session Environment.
    """,
    risk: "More processor load, less fluid video.")
  static let dns = Fix(
    """
    Check the name: it must resolve to the server's present address on this client; test once by \
    address.
    """,
    command: "Resolve-DnsName HOST")
  static let nothing = Fix("Nothing to do.")
}
