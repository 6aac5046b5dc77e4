public import CaptureReader

/// What PDUs of the running connection tell beside its phases: of its account, its transports, and
/// where it is to go next. Never passwords or cookies.
public struct SessionDetails: Sendable, Hashable, Codable {
  public var clientInfo: ClientInfo?
  public var redirection: Seen<Redirection>?
  /// The server handed out an auto-reconnect cookie for this session.
  public var autoReconnectOffered: Seen<UInt32>?
  /// The client came with a cookie: it reconnects to this session by itself.
  public var autoReconnectUsed: UInt32?
  /// Auto-Reconnect Status: the server refused the client's cookie.
  public var autoReconnectRefused: ItemReference?
  /// Logon error or notification of Save Session Info ([MS-RDPBCGR] 2.2.10.1.1.4.1.1).
  public var logonNotice: Seen<LogonNotice>?
  /// What the server asked for and the client answered about UDP transports; two at most.
  public var multitransport: [MultitransportOffer] = []

  public init() {}
}

/// Client Info PDU ([MS-RDPBCGR] 2.2.1.11.1.1) without the password.
public struct ClientInfo: Sendable, Hashable, Codable {
  public var domain: String?
  public var user: String?
  /// The client's own address: differs from the connection's behind NAT.
  public var address: String?
  /// Logs on with the credentials it brings.
  public var isAutoLogon: Bool
  /// RemoteApp.
  public var isRemoteApp: Bool
}

/// Server redirection ([MS-RDPBCGR] 2.2.13.1): the client shall go to another server.
public struct Redirection: Sendable, Hashable, Codable {
  public var sessionID: UInt32
  public var flags: UInt32
  public var address: String?
  public var fullyQualifiedName: String?
  public var netBIOSName: String?
  /// A routing token for the next connection request.
  public var loadBalanceInfo: String?
  public var user: String?
  public var domain: String?

  public var flagNames: [String] {
    FlagName.names(
      of: flags,
      [
        (0x1, "TARGET_NET_ADDRESS"), (0x2, "LOAD_BALANCE_INFO"), (0x4, "USERNAME"),
        (0x8, "DOMAIN"), (0x10, "PASSWORD"), (0x20, "DONTSTOREUSERNAME"), (0x40, "SMARTCARD_LOGON"),
        (0x80, "NOREDIRECT"), (0x100, "TARGET_FQDN"), (0x200, "TARGET_NETBIOS_NAME"),
        (0x800, "TARGET_NET_ADDRESSES"), (0x1000, "CLIENT_TSV_URL"),
        (0x2000, "SERVER_TSV_CAPABLE"), (0x4000, "PASSWORD_IS_PK_ENCRYPTED"),
        (0x8000, "REDIRECTION_GUID"), (0x10000, "TARGET_CERTIFICATE"),
      ])
  }

  /// The client shall stay: the PDU only brings information.
  public var isNoRedirect: Bool { flags & 0x80 != 0 }
  public var target: String? { fullyQualifiedName ?? netBIOSName ?? address }
}

/// Logon error of Save Session Info: type and data as on the wire.
public struct LogonNotice: Sendable, Hashable, Codable {
  public var type: UInt32
  public var data: UInt32
}

/// Initiate Multitransport Request and its response ([MS-RDPBCGR] 2.2.15).
public struct MultitransportOffer: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case reliable, lossy
  }
  public var requestID: UInt32
  public var kind: Kind
  /// SHA-256 of the request's cookie, by which the UDP connection names itself.
  public var cookieHash: [UInt8]
  public var frame: ItemReference
  /// HRESULT of the client's answer; 0 is success, 0x80004004 that UDP did not come up.
  public var result: Seen<UInt32>?
}
