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

  public var flagNames: [String] { Self.known[flags] }

  private static let known = FlagNames(
    [
      (0x1, "TARGET_NET_ADDRESS"), (0x2, "LOAD_BALANCE_INFO"), (0x4, "USERNAME"),
      (0x8, "DOMAIN"), (0x10, "PASSWORD"), (0x20, "DONTSTOREUSERNAME"), (0x40, "SMARTCARD_LOGON"),
      (0x80, "NOREDIRECT"), (0x100, "TARGET_FQDN"), (0x200, "TARGET_NETBIOS_NAME"),
      (0x800, "TARGET_NET_ADDRESSES"), (0x1000, "CLIENT_TSV_URL"),
      (0x2000, "SERVER_TSV_CAPABLE"), (0x4000, "PASSWORD_IS_PK_ENCRYPTED"),
      (0x8000, "REDIRECTION_GUID"), (0x10000, "TARGET_CERTIFICATE"),
    ])

  /// The client shall stay: the PDU only brings information.
  public var isNoRedirect: Bool { flags & 0x80 != 0 }
  public var target: String? { fullyQualifiedName ?? netBIOSName ?? address }
}
