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
