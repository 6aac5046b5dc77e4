/// What a Licensing Error Message says ([MS-RDPBCGR] 2.2.1.12.1.3).
public struct LicensingErrorCode: OpenCode {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let validClient = LicensingErrorCode(rawValue: 7)

  public static let names: [UInt32: String] = [
    1: "ERR_INVALID_SERVER_CERTIFICATE",
    2: "ERR_NO_LICENSE",
    3: "ERR_INVALID_MAC",
    4: "ERR_INVALID_SCOPE",
    6: "ERR_NO_LICENSE_SERVER",
    7: "STATUS_VALID_CLIENT",
    8: "ERR_INVALID_CLIENT",
    11: "ERR_INVALID_PRODUCTID",
    12: "ERR_INVALID_MESSAGE_LEN",
  ]
}
