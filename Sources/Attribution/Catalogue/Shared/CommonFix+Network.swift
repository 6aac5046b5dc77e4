/// Steps that many pages share, written once.
enum CommonFix {
  typealias Fix = Explanation.Fix
}

// MARK: Network

extension CommonFix {
  static let tryPort = Fix(
    """
    From the client try the port, and see whether the name leads to the right address and the VPN is \
    up. If the server answers others, a firewall drops this client; if nobody, see whether it is on \
    and awake.
    """,
    command: "Test-NetConnection HOST -Port 3389")
  static let clientLink = Fix(
    """
    Check the client's own link first: signal, cable, VPN client; repeat the session once on a \
    cable and once without the VPN.
    """,
    command: "pathping HOST")
  static let findHop = Fix(
    """
    Find the hop that loses while the fault lasts, from both ends, and hand the result to \
    whoever runs that link.
    """,
    command: "mtr -n -T -P 3389 -c 100 HOST")
  static let interfaceErrors = Fix(
    """
    Read the error counters of both network adapters and of the switch ports: errors, discards, \
    duplex mismatch.
    """,
    command: "Get-NetAdapterStatistics | Format-List")
  static let disableUDP = Fix(
    """
    If only the UDP side channel stalls, turn it off on the client: GPO Computer Configuration > \
    Administrative Templates > Windows Components > Remote Desktop Services > Remote Desktop \
    Connection Client > Turn Off UDP On Client.
    """,
    command: """
      reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\\Client" /v \
      fClientDisableUDP /t REG_DWORD /d 1 /f
      """,
    risk: "The picture gets slower on long or lossy paths; security is unchanged.")
  static let adapterPower = Fix(
    """
    Stop the network adapter from saving power: Device Manager > the adapter > Power Management \
    > untick "Allow the computer to turn off this device to save power"; switch Energy \
    Efficient Ethernet (Green Ethernet) off; update the driver.
    """,
    command: "Disable-NetAdapterPowerManagement -Name \"Ethernet\"",
    risk: """
      The adapter restarts, so a session over it drops once. Wake-on-LAN settings may have to be \
      set again.
      """)
  static let adapterOffload = Fix(
    """
    As a test, switch receive coalescing and large send offload off on the adapter of the host that \
    sent or received the damaged data (Get-NetAdapter lists their names).
    """,
    command: "Disable-NetAdapterRsc -Name \"Ethernet\"; Disable-NetAdapterLso -Name \"Ethernet\"",
    risk:
      "More processor load; the adapter restarts, which cuts the sessions over it, your own too.")
  static let findMTU = Fix(
    """
    Measure the largest packet that passes: lower 1472 until the reply comes; the path MTU is \
    that number plus 28.
    """,
    command: "ping -f -l 1472 HOST")
  static let clampMSS = Fix(
    """
    Clamp the TCP maximum segment size on the router, VPN or firewall at the narrow place (shown \
    for a Linux router).
    """,
    command: """
      iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
      """)
  static let allowTooBig = Fix(
    """
    Let ICMP "fragmentation needed" (IPv4 type 3 code 4) and "packet too big" (ICMPv6 type \
    2) through every firewall on the path.
    """)
  static let lowerMTU = Fix(
    "Where the narrow place is not yours, lower the MTU on the host to what passed the test.",
    command: "netsh interface ipv4 set subinterface \"Ethernet\" mtu=1400 store=persistent",
    risk: "All traffic of that adapter uses smaller packets.")
  static let keepAlive = Fix(
    """
    Let the server send RDP keep-alives more often than the shortest idle timer on the path: GPO \
    Computer Configuration > Administrative Templates > Windows Components > Remote Desktop \
    Services > Remote Desktop Session Host > Connections > Configure keep-alive connection \
    interval = Enabled, 1 minute.
    """,
    command: """
      reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services" /v \
      KeepAliveEnable /t REG_DWORD /d 1 /f; reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows \
      NT\\Terminal Services" /v KeepAliveInterval /t REG_DWORD /d 1 /f
      """)
  static let idleTimer = Fix(
    """
    Raise the TCP idle timeout for port 3389 on the firewall, NAT or load balancer. Known \
    defaults: Azure Load Balancer 4 minutes, AWS Network Load Balancer 350 seconds, many \
    firewalls 3600 seconds.
    """,
    risk: "The device keeps more idle connections in its table.")
  static let exemptInspection = Fix(
    """
    Exempt TCP 3389 between these hosts from TLS inspection and application control on the \
    device that interferes, and update its application signatures.
    """,
    risk: "That device no longer looks into these connections.", lowersSecurity: true,
    saferAlternative: """
      Let the device permit RDP between exactly these two addresses, with NLA required on the \
      server; a TLS proxy cannot inspect NLA in any case, it only breaks it.
      """)
  static let whoInterferes = Fix(
    """
    Find out which device it is: compare the certificate's fingerprint at the client with the \
    server's own, and ask the owners of firewall, proxy and IPS on the path for their logs of \
    this connection.
    """,
    command: "Get-ChildItem 'Cert:\\LocalMachine\\Remote Desktop' | Format-List Thumbprint,Issuer")
  static let captureBothEnds = Fix(
    """
    Capture the next failure on both ends, from before the connection starts until after it \
    ended (then pktmon stop, and pktmon etl2pcap rdp.etl).
    """,
    command: """
      pktmon filter add RDP -p 3389; pktmon start --capture --pkt-size 0 --file-name rdp.etl
      """)
  static let moreMemory = Fix(
    """
    Analyse with a larger budget, or only the packets of the two hosts.
    """,
    command: "rdpwhy --max-memory 4G capture.pcapng")

  static let captureLonger = Fix(
    """
    Capture again without gaps: whole packets, a ring of large files, started before the user \
    connects.
    """,
    command: "dumpcap -i 1 -f \"port 3389\" -s 0 -b filesize:200000 -b files:20 -w rdp.pcapng")
}
