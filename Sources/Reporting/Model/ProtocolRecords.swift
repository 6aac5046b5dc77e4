/// What was read of RDP itself ([MS-RDPBCGR]).
public struct RDPRecord: Codable, Sendable {
  @ExplicitNull public var cookie: String?
  @ExplicitNull public var routingToken: String?
  @ExplicitNull public var correlationID: String?
  /// `null` where the client sent no negotiation request, or it was not seen.
  @ExplicitNull public var requestedProtocols: [String]?
  @ExplicitNull public var selectedProtocol: [String]?
  @ExplicitNull public var failureCode: UInt32?
  @ExplicitNull public var failureName: String?
  @ExplicitNull public var clientName: String?
  @ExplicitNull public var clientBuild: UInt32?
  @ExplicitNull public var encryptionMethod: UInt32?
  @ExplicitNull public var encryptionLevel: UInt32?
  @ExplicitNull public var licensingError: UInt32?
  @ExplicitNull public var errorInfo: UInt32?
  @ExplicitNull public var errorInfoName: String?
  public var disconnects: [Disconnect]
  /// Flags of the negotiation request and response, by name.
  @ExplicitNull public var requestFlags: [String]?
  @ExplicitNull public var responseFlags: [String]?
  /// The server that a load balancer's routing token names.
  @ExplicitNull public var routingTarget: String?
  @ExplicitNull public var encryptionMethodName: String?
  @ExplicitNull public var encryptionLevelName: String?
  @ExplicitNull public var clientData: ClientDataRecord?
  @ExplicitNull public var clientInfo: ClientInfoRecord?
  @ExplicitNull public var redirection: RedirectionRecord?
  @ExplicitNull public var autoReconnect: AutoReconnectRecord?
  @ExplicitNull public var logonNotice: LogonNoticeRecord?
  @ExplicitNull public var multitransport: [MultitransportRecord]?
  /// What carries the session; `null` where it is a plain connection to the server.
  @ExplicitNull public var carrier: CarrierRecord?

  enum CodingKeys: String, CodingKey {
    case cookie
    case routingToken = "routing_token"
    case correlationID = "correlation_id"
    case requestedProtocols = "requested_protocols"
    case selectedProtocol = "selected_protocol"
    case failureCode = "failure_code"
    case failureName = "failure_name"
    case clientName = "client_name"
    case clientBuild = "client_build"
    case encryptionMethod = "encryption_method"
    case encryptionLevel = "encryption_level"
    case licensingError = "licensing_error"
    case errorInfo = "error_info"
    case errorInfoName = "error_info_name"
    case disconnects
    case requestFlags = "request_flags"
    case responseFlags = "response_flags"
    case routingTarget = "routing_target"
    case encryptionMethodName = "encryption_method_name"
    case encryptionLevelName = "encryption_level_name"
    case clientData = "client_data"
    case clientInfo = "client_info"
    case redirection
    case autoReconnect = "auto_reconnect"
    case logonNotice = "logon_notice"
    case multitransport, carrier
  }

  /// An MCS Disconnect Provider Ultimatum; the reason is `null` where it is encrypted.
  public struct Disconnect: Codable, Sendable {
    public var side: String
    @ExplicitNull public var reason: UInt8?
    public var frame: FrameRecord
  }
}

/// How far network level authentication came.
public struct CredSSPRecord: Codable, Sendable {
  public var expected: Bool
  public var stage: String
  @ExplicitNull public var refusal: String?
  @ExplicitNull public var refusalFrame: FrameRecord?
  /// The client ended the exchange by itself here.
  @ExplicitNull public var clientLeft: FrameRecord?
  /// What was read with the session's keys.
  @ExplicitNull public var decrypted: Decrypted?
  public var messages: [Message]

  enum CodingKeys: String, CodingKey {
    case expected, stage, refusal
    case refusalFrame = "refusal_frame"
    case clientLeft = "client_left"
    case decrypted, messages
  }

  public struct Decrypted: Codable, Sendable {
    /// NTSTATUS of the server's refusal, hexadecimal.
    @ExplicitNull public var errorCode: String?
    @ExplicitNull public var errorName: String?
    @ExplicitNull public var clientVersion: Int?
    @ExplicitNull public var serverVersion: Int?
    @ExplicitNull public var mechanism: String?
    @ExplicitNull public var user: String?
    @ExplicitNull public var domain: String?
    @ExplicitNull public var workstation: String?
    @ExplicitNull public var serverName: String?
    /// KRB-ERROR in the server's token.
    @ExplicitNull public var kerberosError: UInt32?
    @ExplicitNull public var kerberosErrorName: String?
    /// Early User Authorization Result: 0 is success.
    @ExplicitNull public var earlyAuthorization: UInt32?

    enum CodingKeys: String, CodingKey {
      case errorCode = "error_code"
      case errorName = "error_name"
      case clientVersion = "client_version"
      case serverVersion = "server_version"
      case mechanism, user, domain, workstation
      case serverName = "server_name"
      case kerberosError = "kerberos_error"
      case kerberosErrorName = "kerberos_error_name"
      case earlyAuthorization = "early_authorization"
    }
  }

  public struct Message: Codable, Sendable {
    public var side: String
    public var plaintextLength: Int
    public var frame: FrameRecord

    enum CodingKeys: String, CodingKey {
      case side
      case plaintextLength = "plaintext_length"
      case frame
    }
  }
}
