public import CaptureReader
public import TCPStreams

/// What was read inside TLS with the session's keys.
public struct DecryptedTrace: Sendable, Codable {
  /// Records opened, and records that did not open (lost before, or another key).
  public var records = PerSide<Int>(client: 0, server: 0)
  public var failedRecords = PerSide<Int>(client: 0, server: 0)
  /// Records whose content the capture does not hold whole.
  public var missedRecords = PerSide<Int>(client: 0, server: 0)
  /// Keys are there, but records of the chosen version and suite are not opened by this reader.
  public var isUnsupported = false
  /// Alerts with their codes, close_notify included.
  public var alerts: [TLSAlert] = []
  public var credssp = DecryptedCredSSP()
  /// Win32 error of RDSTLS, or HRESULT of RDSAAD, where one of them stood in CredSSP's place.
  public var redirectedResult: Seen<UInt32>?
  /// First bytes inside TLS that are neither CredSSP nor RDP (16 at most).
  public var foreign = PerSide<Seen<[UInt8]>?>(client: nil, server: nil)
  /// The last record of each side that opened.
  public var lastOpened = PerSide<ItemReference?>(client: nil, server: nil)

  public init() {}
}

/// CredSSP as read ([MS-CSSP] 2.2.1).
public struct DecryptedCredSSP: Sendable, Hashable, Codable {
  /// Version of each side's latest message.
  public var version = PerSide<Int?>(client: nil, server: nil)
  /// NTSTATUS of the server's refusal.
  public var errorCode: Seen<UInt32>?
  /// Early User Authorization Result: 0 is success, 5 access denied ([MS-RDPBCGR] 2.2.10.2).
  public var earlyAuthorization: Seen<UInt32>?
  /// The furthest stage that the messages reached.
  public var stage = CredSSPStage.notStarted
  /// How the server refused, where a message of its says so.
  public var refusal: CredSSPRefusalKind?
  public var refusalFrame: ItemReference?
  /// The client ended the exchange with an alert.
  public var clientLeft: ItemReference?
  /// Authentication mechanism in use: NTLM, Kerberos, ….
  public var mechanism: String?
  /// SPNEGO state of the server's last token: 2 is rejected.
  public var negotiationState: UInt8?
  /// KRB-ERROR inside a token.
  public var kerberosError: Seen<UInt32>?
  public var usesClientNonce = false
  public var account = NTLMAccount()
  public var server = NTLMServer()
  public var messages: [Message] = []

  public struct Message: Sendable, Hashable, Codable {
    public var side: Side
    public var frame: ItemReference
    public var version: Int
    public var tokens: Int
    public var hasPubKeyAuth: Bool
    public var hasAuthInfo: Bool
    public var errorCode: UInt32?
    /// Bytes of the whole message.
    public var length: Int
  }

  public init() {}
}

/// The account that the client's NTLM AUTHENTICATE names.
public struct NTLMAccount: Sendable, Hashable, Codable {
  public var user: String?
  public var domain: String?
  public var workstation: String?

  public init() {}
}

/// What the server's NTLM CHALLENGE tells of it.
public struct NTLMServer: Sendable, Hashable, Codable {
  public var targetName: String?
  public var netBIOSComputer: String?
  public var netBIOSDomain: String?
  public var dnsComputer: String?
  public var dnsDomain: String?
  public var dnsForest: String?
  /// The server's clock when it made the challenge.
  public var time: Timestamp?

  public init() {}
}
