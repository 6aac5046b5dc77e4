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
