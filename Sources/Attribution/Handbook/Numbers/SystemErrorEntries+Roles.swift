/// Errors of services, of WinINet and WinHTTP, and of the session host itself ([MS-ERREF] 2.2).
extension SystemErrorEntries {
  /// Alone they say what they say of any program.
  private static func anyProgram(
    _ number: UInt32, _ name: String, _ meaning: SystemErrorMeaning, names: [String] = []
  ) -> HandbookEntry {
    row(.win32, number, "Win32 \(number)", name, meaning, names: names).ofAnyProgram
  }

  private static func win32(
    _ number: UInt32, _ name: String, _ meaning: SystemErrorMeaning
  ) -> HandbookEntry {
    row(.win32, number, "Win32 \(number)", name, meaning).byCodeAlone
  }

  /// What the Service Control Manager answers.
  static let services: [HandbookEntry] = [
    anyProgram(1053, "ERROR_SERVICE_REQUEST_TIMEOUT", .serviceTimeout),
    anyProgram(1058, "ERROR_SERVICE_DISABLED", .serviceDisabled),
    anyProgram(1060, "ERROR_SERVICE_DOES_NOT_EXIST", .serviceMissing),
    anyProgram(1062, "ERROR_SERVICE_NOT_ACTIVE", .serviceStopped),
    anyProgram(1066, "ERROR_SERVICE_SPECIFIC_ERROR", .serviceFailed),
    anyProgram(1067, "ERROR_PROCESS_ABORTED", .serviceFailed),
    anyProgram(1068, "ERROR_SERVICE_DEPENDENCY_FAIL", .serviceDependency),
    anyProgram(1069, "ERROR_SERVICE_LOGON_FAILED", .serviceLogon),
    anyProgram(1115, "ERROR_SHUTDOWN_IN_PROGRESS", .shuttingDown),
    anyProgram(1130, "ERROR_NOT_ENOUGH_SERVER_MEMORY", .resources),
  ]

  /// wininet.h and winhttp.h: feeds of workspaces, gateways and web clients. 0x8007xxxx holds them in
  /// hexadecimal (0x80072EE7 is 12007).
  static let internet: [HandbookEntry] = [
    anyProgram(12002, "ERROR_INTERNET_TIMEOUT", .timeout),
    anyProgram(12007, "ERROR_INTERNET_NAME_NOT_RESOLVED", .nameUnknown),
    anyProgram(12029, "ERROR_INTERNET_CANNOT_CONNECT", .cannotConnect),
    anyProgram(12030, "ERROR_INTERNET_CONNECTION_ABORTED", .aborted),
    anyProgram(12031, "ERROR_INTERNET_CONNECTION_RESET", .reset),
    anyProgram(12037, "ERROR_INTERNET_SEC_CERT_DATE_INVALID", .certificateExpired),
    anyProgram(12038, "ERROR_INTERNET_SEC_CERT_CN_INVALID", .certificateName),
    anyProgram(12044, "ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED", .clientCertificate),
    anyProgram(12045, "ERROR_INTERNET_INVALID_CA", .certificateUntrusted),
    anyProgram(12057, "ERROR_INTERNET_SEC_CERT_REV_FAILED", .revocationUnknown),
    anyProgram(12152, "ERROR_HTTP_INVALID_SERVER_RESPONSE", .notHTTP),
    anyProgram(12157, "ERROR_INTERNET_SECURITY_CHANNEL_ERROR", .secureChannel),
    anyProgram(12169, "ERROR_INTERNET_SEC_INVALID_CERT", .certificateInvalid),
    anyProgram(12170, "ERROR_INTERNET_SEC_CERT_REVOKED", .certificateRevoked),
    anyProgram(
      12175, "ERROR_WINHTTP_SECURE_FAILURE", .secureChannel,
      names: ["ERROR_INTERNET_DECODING_FAILED"]),
    anyProgram(12178, "ERROR_WINHTTP_AUTO_PROXY_SERVICE_ERROR", .proxy),
    anyProgram(12180, "ERROR_WINHTTP_AUTODETECTION_FAILED", .proxy),
  ]

  /// What the session host answers commands about sessions, and what its events carry: the same error
  /// is a Win32 error and an NTSTATUS.
  static let sessionHost: [HandbookEntry] = [
    pair(7022, 0x15, "CTX_WINSTATION_NOT_FOUND", .sessionMissing),
    pair(7024, 0x17, "CTX_WINSTATION_BUSY", .sessionBusy),
    pair(7037, 0x37, "CTX_LOGON_DISABLED", .logonDisabled),
    pair(7044, 0x2A, "CTX_SHADOW_DENIED", .shadowing),
    pair(7045, 0x2B, "CTX_WINSTATION_ACCESS_DENIED", .sessionDenied),
    pair(7050, 0x30, "CTX_SHADOW_INVALID", .shadowing),
    pair(7051, 0x31, "CTX_SHADOW_DISABLED", .shadowing),
    pair(7052, 0x34, "CTX_CLIENT_LICENSE_IN_USE", .licence),
    pair(7053, 0x33, "CTX_CLIENT_LICENSE_NOT_SET", .licence),
    pair(7054, 0x13, "CTX_LICENSE_NOT_AVAILABLE", .licence),
    pair(7055, 0x12, "CTX_LICENSE_CLIENT_INVALID", .licence),
    pair(7056, 0x14, "CTX_LICENSE_EXPIRED", .licence),
    pair(7057, 0x36, "CTX_SHADOW_NOT_RUNNING", .shadowing),
    pair(7058, 0x35, "CTX_SHADOW_ENDED_BY_MODE_CHANGE", .shadowing),
    pair(7065, 0x32, "RDP_PROTOCOL_ERROR", .protocolError),
    pair(7068, 0x38, "CTX_SECURITY_LAYER_ERROR", .securityLayer),
    pair(7069, 0x39, "TS_INCOMPATIBLE_SESSIONS", .sessionsDiffer),
    pair(7070, 0x3A, "TS_VIDEO_SUBSYSTEM_ERROR", .video),
  ].flatMap { $0 }

  private static func pair(
    _ number: UInt32, _ status: UInt32, _ name: String, _ meaning: SystemErrorMeaning
  ) -> [HandbookEntry] {
    let status = 0xC00A_0000 | status
    return [
      win32(number, "ERROR_\(name)", meaning),
      row(
        .ntStatus, status, "NTSTATUS 0x\(status.hexadecimal(width: 8))", "STATUS_\(name)", meaning
      ).byCodeAlone,
    ]
  }
}
