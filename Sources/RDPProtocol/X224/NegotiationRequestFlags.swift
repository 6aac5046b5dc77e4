/// Flags of RDP_NEG_REQ ([MS-RDPBCGR] 2.2.1.1.1).
public struct NegotiationRequestFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let restrictedAdmin = NegotiationRequestFlags(rawValue: 0x01)
  public static let remoteGuard = NegotiationRequestFlags(rawValue: 0x02)
  public static let correlationInfo = NegotiationRequestFlags(rawValue: 0x08)

  public var names: [String] { Self.known[UInt32(rawValue)] }

  private static let known = FlagNames([
    (0x01, "RESTRICTED_ADMIN_MODE_REQUIRED"),
    (0x02, "REDIRECTED_AUTHENTICATION_MODE_REQUIRED"), (0x08, "CORRELATION_INFO_PRESENT"),
  ])
}
