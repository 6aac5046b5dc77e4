/// Ways to confirm a finding that many pages share.
enum Check {
  static let port =
    "From the client: Test-NetConnection HOST -Port 3389 (Windows) or nc -vz HOST 3389."
  static let listener = """
    On the server: qwinsta lists rdp-tcp as Listen, and netstat -ano | findstr 3389 shows \
    LISTENING.
    """
  static let bothEnds = """
    Capture on both ends at once: what one end sent and the other never received was lost between \
    them.
    """
  static let coreTimeout = """
    Server log RemoteDesktopServices-RdpCoreTS/Operational: event 143 with error 121 and event 226 \
    with 0x80070079 mean that no acknowledgement came back (network).
    """
  static let corePeerClosed = """
    Server log RemoteDesktopServices-RdpCoreTS/Operational: event 143 with error 64 or event 226 \
    with 0x80070040 means that the peer closed or reset the connection.
    """
  static let sessionManager = """
    Server log TerminalServices-LocalSessionManager/Operational: event 40 names the reason, events \
    23, 24 and 39 say logoff, disconnect and by whom.
    """
  static let schannel = """
    Schannel events in the System log of both hosts: Get-WinEvent -FilterHashtable \
    @{LogName='System';ProviderName='Schannel'} -MaxEvents 20
    """
  static let alertEvents = """
    Schannel event 36887 (alert received) or 36888 (alert generated) in the System log carries the \
    same alert number.
    """
  static let failedLogon = """
    On the server: Security event 4625, field Sub Status. Get-WinEvent -FilterHashtable \
    @{LogName='Security';Id=4625} -MaxEvents 10 | Format-List
    """
  static let certificateDates = """
    On the server: Get-ChildItem 'Cert:\\LocalMachine\\Remote Desktop' | Format-List \
    Subject,NotBefore,NotAfter,Thumbprint
    """
  static let clientLog = """
    Client log TerminalServices-RDPClient/Operational: event 1026 carries the error code in \
    decimal (2308 = 0x904).
    """
  static let resetFilter = """
    Wireshark: tcp.flags.reset == 1 || tcp.flags.fin == 1 — the first of these tells who ended the \
    connection.
    """
  static let negotiationFilter = """
    Wireshark: rdp.neg_type == 3 shows the refusal, rdp.negReq.requestedProtocols what the client \
    offered.
    """
  static let decrypted = """
    With a TLS key log (FreeRDP and OpenSSL clients can write one, mstsc cannot) the report reads \
    the exact code from the decrypted records.
    """
  static let serverPower = """
    Server System log: Kernel-Power 42 or 506 (going to sleep) at the time of the drop, \
    Power-Troubleshooter 1 or Kernel-Power 107 or 507 at wake-up.
    """
  static let oracleEvent = """
    Client System log: LsaSrv event 6041 names TERMSRV/HOST, the CredSSP version the server \
    offered, and Encryption Oracle Remediation.
    """
  static let otherSessions = """
    Compare with other sessions to the same server in the same minute: all dropped points to the \
    server, one alone to the client or its path.
    """
  static let clock =
    "Clock difference between the hosts: w32tm /stripchart /computer:HOST /samples:3"
  static let serviceState =
    "On the server: Get-Service TermService, RpcSs | Format-Table Name, Status, StartType"
  static let serviceEvents = """
    Server System log: what the Service Control Manager said at the time. Get-WinEvent \
    -FilterHashtable @{LogName='System';ProviderName='Service Control Manager'} -MaxEvents 20
    """
}
