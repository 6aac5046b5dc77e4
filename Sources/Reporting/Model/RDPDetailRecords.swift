/// What the client said of itself in MCS Connect Initial ([MS-RDPBCGR] 2.2.1.3).
public struct ClientDataRecord: Codable, Sendable {
  /// RDP version, as `10.7`.
  @ExplicitNull public var version: String?
  public var build: UInt32
  public var name: String
  public var desktopWidth: UInt16
  public var desktopHeight: UInt16
  public var keyboardLayout: String
  @ExplicitNull public var connectionType: String?
  @ExplicitNull public var earlyCapabilities: [String]?
  @ExplicitNull public var encryptionMethods: [String]?
  public var channels: [String]
  @ExplicitNull public var monitors: UInt32?
  @ExplicitNull public var redirectedSessionID: UInt32?

  enum CodingKeys: String, CodingKey {
    case version, build, name
    case desktopWidth = "desktop_width"
    case desktopHeight = "desktop_height"
    case keyboardLayout = "keyboard_layout"
    case connectionType = "connection_type"
    case earlyCapabilities = "early_capabilities"
    case encryptionMethods = "encryption_methods"
    case channels, monitors
    case redirectedSessionID = "redirected_session_id"
  }
}

/// The account that the client named in Client Info; never its password.
public struct ClientInfoRecord: Codable, Sendable {
  @ExplicitNull public var domain: String?
  @ExplicitNull public var user: String?
  /// The client's own address.
  @ExplicitNull public var address: String?
  public var autoLogon: Bool
  public var remoteApp: Bool

  enum CodingKeys: String, CodingKey {
    case domain, user, address
    case autoLogon = "auto_logon"
    case remoteApp = "remote_app"
  }
}

/// Where the server sent the client.
public struct RedirectionRecord: Codable, Sendable {
  @ExplicitNull public var target: String?
  @ExplicitNull public var address: String?
  @ExplicitNull public var loadBalanceInfo: String?
  @ExplicitNull public var user: String?
  @ExplicitNull public var domain: String?
  public var sessionID: UInt32
  public var flags: [String]
  public var frame: FrameRecord

  enum CodingKeys: String, CodingKey {
    case target, address
    case loadBalanceInfo = "load_balance_info"
    case user, domain
    case sessionID = "session_id"
    case flags, frame
  }
}

/// Automatic reconnection: logon identifiers only, never cookies.
public struct AutoReconnectRecord: Codable, Sendable {
  /// The server handed out a cookie for this session.
  @ExplicitNull public var offered: UInt32?
  /// The client came with a cookie for this session.
  @ExplicitNull public var used: UInt32?
  @ExplicitNull public var refused: FrameRecord?
}

/// Logon error of Save Session Info, as numbers ([MS-RDPBCGR] 2.2.10.1.1.4.1.1).
public struct LogonNoticeRecord: Codable, Sendable {
  public var type: String
  public var data: String
  public var frame: FrameRecord
}

/// A UDP transport that the server asked for, and the client's answer.
public struct MultitransportRecord: Codable, Sendable {
  public var requestID: UInt32
  public var kind: String
  /// HRESULT; `null` where no answer was read.
  @ExplicitNull public var result: String?
  public var frame: FrameRecord

  enum CodingKeys: String, CodingKey {
    case requestID = "request_id"
    case kind, result, frame
  }
}
