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
      }
    }

    /// Whether people write this family's numbers in hexadecimal, with or without `0x`.
    var isWrittenInHexadecimal: Bool {
      switch self {
      case .disconnectReason, .errorInfo, .ntStatus, .securityStatus, .freeRDP: true
      case .verdict, .evidence, .codePair, .extendedDisconnectReason, .negotiationFailure,
        .tlsAlert, .licensingError, .freeRDPExit, .windowsEvent:
        false
      }
    }
  }
}
