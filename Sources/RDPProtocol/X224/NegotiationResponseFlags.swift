/// Flags of RDP_NEG_RSP ([MS-RDPBCGR] 2.2.1.2.1).
public struct NegotiationResponseFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let restrictedAdmin = NegotiationResponseFlags(rawValue: 0x08)
  public static let remoteGuard = NegotiationResponseFlags(rawValue: 0x10)

  public var names: [String] { Self.known[UInt32(rawValue)] }

  private static let known = FlagNames([
    (0x01, "EXTENDED_CLIENT_DATA_SUPPORTED"), (0x02, "DYNVC_GFX_PROTOCOL_SUPPORTED"),
    (0x04, "NEGRSP_FLAG_RESERVED"), (0x08, "RESTRICTED_ADMIN_MODE_SUPPORTED"),
    (0x10, "REDIRECTED_AUTHENTICATION_MODE_SUPPORTED"),
  ])
}
