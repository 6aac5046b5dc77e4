/// Error numbers of operating systems that logs and dialogs about RDP show.
enum SystemErrorEntries {
  static let all: [HandbookEntry] =
    winsock + win32 + services + internet + sessionHost + hresult + certificates + smartCards
    + errno
    + errnoBSD

  static func row(
    _ family: HandbookEntry.Family, _ number: UInt32, _ code: String, _ name: String,
    _ meaning: SystemErrorMeaning, names: [String] = []
  ) -> HandbookEntry {
    .numbered(
      family, number, code: code, names: [name] + names, title: "\(name): \(meaning.title)",
      meaning.text,
      confirm: meaning.confirm, fixes: meaning.fixes, seeAlso: meaning.seeAlso)
  }

  /// winsock2.h
  private static let winsock: [HandbookEntry] = [
    row(.winsock, 10054, "Winsock 10054", "WSAECONNRESET", .reset),
    row(.winsock, 10060, "Winsock 10060", "WSAETIMEDOUT", .timeout),
    row(.winsock, 10061, "Winsock 10061", "WSAECONNREFUSED", .refused),
    row(.winsock, 10053, "Winsock 10053", "WSAECONNABORTED", .aborted),
    row(.winsock, 10065, "Winsock 10065", "WSAEHOSTUNREACH", .hostUnreachable),
    row(.winsock, 10051, "Winsock 10051", "WSAENETUNREACH", .networkUnreachable),
    row(.winsock, 10050, "Winsock 10050", "WSAENETDOWN", .networkUnreachable),
    row(.winsock, 10052, "Winsock 10052", "WSAENETRESET", .networkReset),
    row(.winsock, 10057, "Winsock 10057", "WSAENOTCONN", .notConnected),
    row(.winsock, 10064, "Winsock 10064", "WSAEHOSTDOWN", .hostUnreachable),
    row(.winsock, 10013, "Winsock 10013", "WSAEACCES", .forbidden),
    row(.winsock, 10048, "Winsock 10048", "WSAEADDRINUSE", .inUse),
    row(.winsock, 10049, "Winsock 10049", "WSAEADDRNOTAVAIL", .badAddress),
    row(.winsock, 10055, "Winsock 10055", "WSAENOBUFS", .resources),
    row(.winsock, 10058, "Winsock 10058", "WSAESHUTDOWN", .notConnected),
    row(.winsock, 10038, "Winsock 10038", "WSAENOTSOCK", .notConnected),
    row(.winsock, 11001, "Winsock 11001", "WSAHOST_NOT_FOUND", .nameUnknown),
    row(.winsock, 11002, "Winsock 11002", "WSATRY_AGAIN", .nameUnknown),
    row(.winsock, 11003, "Winsock 11003", "WSANO_RECOVERY", .nameUnknown),
    row(.winsock, 11004, "Winsock 11004", "WSANO_DATA", .nameUnknown),
  ]

  /// [MS-ERREF] 2.2; 0x8007xxxx as an HRESULT, where xxxx is the number in hexadecimal.
  private static let win32: [HandbookEntry] = [
    row(.win32, 64, "Win32 64", "ERROR_NETNAME_DELETED", .reset),
    row(.win32, 121, "Win32 121", "ERROR_SEM_TIMEOUT", .timeout),
    row(.win32, 1460, "Win32 1460", "ERROR_TIMEOUT", .timeout),
    row(.win32, 258, "Win32 258", "WAIT_TIMEOUT", .timeout),
    row(.win32, 1225, "Win32 1225", "ERROR_CONNECTION_REFUSED", .refused),
    row(.win32, 1236, "Win32 1236", "ERROR_CONNECTION_ABORTED", .aborted),
    row(.win32, 995, "Win32 995", "ERROR_OPERATION_ABORTED", .aborted),
    row(.win32, 1231, "Win32 1231", "ERROR_NETWORK_UNREACHABLE", .networkUnreachable),
    row(.win32, 1232, "Win32 1232", "ERROR_HOST_UNREACHABLE", .hostUnreachable),
    row(.win32, 1234, "Win32 1234", "ERROR_PORT_UNREACHABLE", .portUnreachable),
    row(.win32, 109, "Win32 109", "ERROR_BROKEN_PIPE", .closed),
    row(.win32, 1229, "Win32 1229", "ERROR_CONNECTION_INVALID", .closed),
    row(.win32, 38, "Win32 38", "ERROR_HANDLE_EOF", .closed),
    row(.win32, 53, "Win32 53", "ERROR_BAD_NETPATH", .notFoundPath),
    row(.win32, 67, "Win32 67", "ERROR_BAD_NET_NAME", .notFoundPath),
    row(.win32, 5, "Win32 5", "ERROR_ACCESS_DENIED", .denied, names: ["E_ACCESSDENIED"]),
    row(.win32, 1722, "Win32 1722", "RPC_S_SERVER_UNAVAILABLE", .rpc),
    row(.win32, 1723, "Win32 1723", "RPC_S_SERVER_TOO_BUSY", .rpc),
    row(.win32, 1753, "Win32 1753", "EPT_S_NOT_REGISTERED", .rpc),
    row(.win32, 8, "Win32 8", "ERROR_NOT_ENOUGH_MEMORY", .resources),
    row(.win32, 14, "Win32 14", "ERROR_OUTOFMEMORY", .resources, names: ["E_OUTOFMEMORY"]),
    row(.win32, 1450, "Win32 1450", "ERROR_NO_SYSTEM_RESOURCES", .resources),
    row(.win32, 5023, "Win32 5023", "ERROR_INVALID_STATE", .state),
    row(.win32, 1168, "Win32 1168", "ERROR_NOT_FOUND", .notFoundElement),
    row(.win32, 87, "Win32 87", "ERROR_INVALID_PARAMETER", .parameter, names: ["E_INVALIDARG"]),
    row(.win32, 50, "Win32 50", "ERROR_NOT_SUPPORTED", .unsupported),
    row(.win32, 1223, "Win32 1223", "ERROR_CANCELLED", .cancelled),
    row(.win32, 1326, "Win32 1326", "ERROR_LOGON_FAILURE", .password),
    row(.win32, 1317, "Win32 1317", "ERROR_NO_SUCH_USER", .noUser),
    row(.win32, 1327, "Win32 1327", "ERROR_ACCOUNT_RESTRICTION", .restricted),
    row(.win32, 1328, "Win32 1328", "ERROR_INVALID_LOGON_HOURS", .restricted),
    row(.win32, 1329, "Win32 1329", "ERROR_INVALID_WORKSTATION", .restricted),
    row(.win32, 1330, "Win32 1330", "ERROR_PASSWORD_EXPIRED", .expiredPassword),
    row(.win32, 1907, "Win32 1907", "ERROR_PASSWORD_MUST_CHANGE", .expiredPassword),
    row(.win32, 1331, "Win32 1331", "ERROR_ACCOUNT_DISABLED", .restricted),
    row(.win32, 1793, "Win32 1793", "ERROR_ACCOUNT_EXPIRED", .restricted),
    row(.win32, 1909, "Win32 1909", "ERROR_ACCOUNT_LOCKED_OUT", .locked),
    row(.win32, 1385, "Win32 1385", "ERROR_LOGON_TYPE_NOT_GRANTED", .logonType),
    row(.win32, 1311, "Win32 1311", "ERROR_NO_LOGON_SERVERS", .authority),
    row(.win32, 1355, "Win32 1355", "ERROR_NO_SUCH_DOMAIN", .authority),
    row(.win32, 1787, "Win32 1787", "ERROR_NO_TRUST_SAM_ACCOUNT", .authority),
    row(.win32, 1789, "Win32 1789", "ERROR_TRUSTED_RELATIONSHIP_FAILURE", .authority),
    row(.win32, 1786, "Win32 1786", "ERROR_NO_TRUST_LSA_SECRET", .authority).byCodeAlone,
    row(.win32, 1788, "Win32 1788", "ERROR_TRUSTED_DOMAIN_FAILURE", .authority).byCodeAlone,
    row(.win32, 1908, "Win32 1908", "ERROR_DOMAIN_CONTROLLER_NOT_FOUND", .authority).byCodeAlone,
    row(.win32, 1396, "Win32 1396", "ERROR_WRONG_TARGET_NAME", .targetName).ofAnyProgram,
    row(.win32, 1312, "Win32 1312", "ERROR_NO_SUCH_LOGON_SESSION", .logonSession).ofAnyProgram,
    row(.win32, 1314, "Win32 1314", "ERROR_PRIVILEGE_NOT_HELD", .denied).ofAnyProgram,
    row(.win32, 1398, "Win32 1398", "ERROR_TIME_SKEW", .clock),
    row(.win32, 1935, "Win32 1935", "ERROR_AUTHENTICATION_FIREWALL_FAILED", .logonType),
  ]

  /// HRESULTs that say nothing of their own ([MS-ERREF] 2.1.1).
  private static let hresult: [HandbookEntry] = [
    row(.win32, 0x8000_4005, "HRESULT 0x80004005", "E_FAIL", .unspecified),
    row(.win32, 0x8000_4004, "HRESULT 0x80004004", "E_ABORT", .unspecified),
    row(.win32, 0x8000_FFFF, "HRESULT 0x8000FFFF", "E_UNEXPECTED", .unspecified),
    row(.win32, 0x8004_0154, "HRESULT 0x80040154", "REGDB_E_CLASSNOTREG", .notRegistered)
      .ofAnyProgram,
  ]

  /// errno(3) of Linux.
  private static let errno: [HandbookEntry] = [
    row(.errno, 104, "errno 104", "ECONNRESET", .reset),
    row(.errno, 110, "errno 110", "ETIMEDOUT", .timeout),
    row(.errno, 111, "errno 111", "ECONNREFUSED", .refused),
    row(.errno, 113, "errno 113", "EHOSTUNREACH", .hostUnreachable),
    row(.errno, 112, "errno 112", "EHOSTDOWN", .hostUnreachable),
    row(.errno, 101, "errno 101", "ENETUNREACH", .networkUnreachable),
    row(.errno, 100, "errno 100", "ENETDOWN", .networkUnreachable),
    row(.errno, 103, "errno 103", "ECONNABORTED", .aborted),
    row(.errno, 102, "errno 102", "ENETRESET", .networkReset),
    row(.errno, 32, "errno 32", "EPIPE", .closed),
    row(.errno, 107, "errno 107", "ENOTCONN", .notConnected),
    row(.errno, 11, "errno 11", "EAGAIN", .again),
    row(.errno, 115, "errno 115", "EINPROGRESS", .again),
    row(.errno, 98, "errno 98", "EADDRINUSE", .inUse),
    row(.errno, 99, "errno 99", "EADDRNOTAVAIL", .badAddress),
    row(.errno, 105, "errno 105", "ENOBUFS", .resources),
    row(.errno, 13, "errno 13", "EACCES", .forbidden),
    row(.errno, 1, "errno 1", "EPERM", .forbidden),
    row(.errno, 0, "errno 0", "SUCCESS", .eof),
    row(.errno, 9, "errno 9", "EBADF", .notConnected),
    row(.errno, 5, "errno 5", "EIO", .io),
    row(.errno, 90, "errno 90", "EMSGSIZE", .tooBig),
  ]

  /// sys/errno.h of macOS.
  private static let errnoBSD: [HandbookEntry] = [
    row(.errnoBSD, 54, "macOS errno 54", "ECONNRESET", .reset),
    row(.errnoBSD, 60, "macOS errno 60", "ETIMEDOUT", .timeout),
    row(.errnoBSD, 61, "macOS errno 61", "ECONNREFUSED", .refused),
    row(.errnoBSD, 65, "macOS errno 65", "EHOSTUNREACH", .hostUnreachable),
    row(.errnoBSD, 64, "macOS errno 64", "EHOSTDOWN", .hostUnreachable),
    row(.errnoBSD, 51, "macOS errno 51", "ENETUNREACH", .networkUnreachable),
    row(.errnoBSD, 50, "macOS errno 50", "ENETDOWN", .networkUnreachable),
    row(.errnoBSD, 53, "macOS errno 53", "ECONNABORTED", .aborted),
    row(.errnoBSD, 52, "macOS errno 52", "ENETRESET", .networkReset),
    row(.errnoBSD, 57, "macOS errno 57", "ENOTCONN", .notConnected),
    row(.errnoBSD, 48, "macOS errno 48", "EADDRINUSE", .inUse),
    row(.errnoBSD, 49, "macOS errno 49", "EADDRNOTAVAIL", .badAddress),
    row(.errnoBSD, 40, "macOS errno 40", "EMSGSIZE", .tooBig),
    row(.errnoBSD, 32, "macOS errno 32", "EPIPE", .closed),
  ]
}
