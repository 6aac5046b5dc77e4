extension Explanation {
  /// The table a code belongs to, in the order the handbook lists them.
  public enum Family: String, Sendable, Hashable, Codable, CaseIterable {
    /// `verdict.code` of a report.
    case verdict
    /// `evidence[].code` of a report.
    case evidence
    /// An mstsc error code together with its extended error code.
    case codePair = "code_pair"
    /// The "error code" of the Windows client (disconnect reason of its ActiveX control).
    case disconnectReason = "disconnect_reason"
    /// The "extended error code" of the Windows client.
    case extendedDisconnectReason = "extended_disconnect_reason"
    /// Set Error Info PDU, [MS-RDPBCGR] 2.2.5.1.1.
    case errorInfo = "error_info"
    /// RDP Negotiation Failure, [MS-RDPBCGR] 2.2.1.2.2.
    case negotiationFailure = "negotiation_failure"
    /// TLS alert description, RFC 8446 §6.
    case tlsAlert = "tls_alert"
    /// NTSTATUS, [MS-ERREF] 2.3.1.
    case ntStatus = "nt_status"
    /// SSPI status (`SEC_E_…`), [MS-ERREF] 2.1.1.
    case securityStatus = "security_status"
    /// Licensing Error Message, [MS-RDPBCGR] 2.2.1.12.1.3.
    case licensingError = "licensing_error"
    /// `ERRCONNECT_…` of FreeRDP.
    case freeRDP = "freerdp"
    /// Process exit status of xfreerdp.
    case freeRDPExit = "freerdp_exit"
    /// Event id of a Windows log.
    case windowsEvent = "windows_event"
    /// Windows Sockets error (`WSAE…`), 10000 and above.
    case winsock
    /// Win32 error, alone or inside an HRESULT 0x8007xxxx ([MS-ERREF] 2.2).
    case win32
    /// errno of Linux, as logs of FreeRDP, xrdp and guacd write it.
    case errno
    /// errno of macOS and BSD.
    case errnoBSD = "errno_bsd"
    /// Kerberos error (RFC 4120 §7.5.9), as events 4768, 4769 and 4771 write it.
    case kerberos
    /// Status of a Remote Desktop Gateway ([MS-TSGU] 2.2.6).
    case gateway
    /// Symbolic error name of Azure Virtual Desktop.
    case virtualDesktop = "avd"
    /// Error of a sign-in to Entra ID (`AADSTS…`), which web sign-in and its logs show.
    case entra
    /// RdpCoreTS event 103's reasons beyond Set Error Info.
    case coreReason = "core_reason"
    /// A message of a program, known by what it says.
    case message
    /// A subject: NLA, certificates, sleep, MTU.
    case subject

    /// The family's name for a heading.
    public var label: String {
      switch self {
      case .verdict: "verdict"
      case .evidence: "evidence"
      case .codePair: "error code and extended error code"
      case .disconnectReason: "mstsc error code"
      case .extendedDisconnectReason: "mstsc extended error code"
      case .errorInfo: "Set Error Info (sent by the server)"
      case .negotiationFailure: "RDP negotiation failure"
      case .tlsAlert: "TLS alert"
      case .ntStatus: "NTSTATUS"
      case .securityStatus: "security status (SEC_E)"
      case .licensingError: "RDP licensing error"
      case .freeRDP: "FreeRDP error"
      case .freeRDPExit: "xfreerdp exit status"
      case .windowsEvent: "Windows event"
      case .winsock: "Windows Sockets error"
      case .win32: "Win32 error"
      case .errno: "Linux errno"
      case .errnoBSD: "macOS errno"
      case .kerberos: "Kerberos error"
      case .gateway: "Remote Desktop Gateway status"
      case .virtualDesktop: "Azure Virtual Desktop error"
      case .entra: "Entra ID sign-in error"
      case .coreReason: "RdpCoreTS disconnect reason"
      case .message: "message"
      case .subject: "subject"
      }
    }

    /// Whether people write this family's numbers in hexadecimal, with or without `0x`.
    var isWrittenInHexadecimal: Bool {
      switch self {
      case .disconnectReason, .errorInfo, .ntStatus, .securityStatus, .freeRDP, .gateway: true
      case .verdict, .evidence, .codePair, .extendedDisconnectReason, .negotiationFailure,
        .tlsAlert, .licensingError, .freeRDPExit, .windowsEvent, .winsock, .win32, .errno,
        .errnoBSD, .kerberos, .virtualDesktop, .entra, .coreReason, .message, .subject:
        false
      }
    }
  }
}
