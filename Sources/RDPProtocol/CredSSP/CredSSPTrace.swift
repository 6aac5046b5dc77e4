public import CaptureReader
public import TCPStreams

/// CredSSP as read ([MS-CSSP] 2.2.1).
public struct CredSSPTrace: Sendable, Hashable, Codable {
  /// Version of each side's latest message.
  public var version = PerSide<Int?>(client: nil, server: nil)
  /// NTSTATUS of the server's refusal.
  public var errorCode: Seen<NTStatus>?
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
  public var kerberosError: Seen<KerberosErrorCode>?
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
    public var errorCode: NTStatus?
    /// Bytes of the whole message.
    public var length: Int
  }

  public init() {}
}
