/// A load balancer's token in the connection request: which server the client was sent to.
public struct RoutingTarget: Sendable, Hashable {
  /// IPv4 in dotted form.
  public var address: String
  public var port: UInt16

  /// Decodes `<address>.<port>.0000`: decimal numbers of the byte-swapped address and port
  /// ([MS-RDPBCGR] 1.3.1.1 and 3.2.5.3.1; an "IP-based" token of the session broker). Nil where the
  /// token is of another kind.
  public init?(_ token: String) {
    let fields = token.split(separator: ".", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[2] == "0000", let address = Self.number(fields[0], UInt32.self),
      let port = Self.number(fields[1], UInt16.self), address != 0, port != 0
    else { return nil }
    let octets = [0, 8, 16, 24].map { String(address >> UInt32($0) & 0xFF) }
    self.address = octets.joined(separator: ".")
    self.port = port.byteSwapped
  }

  /// Digits only: no sign.
  private static func number<T: FixedWidthInteger>(_ text: Substring, _: T.Type) -> T? {
    text.allSatisfy(\.isASCII) && text.allSatisfy(\.isNumber) ? T(text) : nil
  }
}

/// Flags of RDP_NEG_REQ ([MS-RDPBCGR] 2.2.1.1.1).
public struct NegotiationRequestFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let restrictedAdmin = NegotiationRequestFlags(rawValue: 0x01)
  public static let remoteGuard = NegotiationRequestFlags(rawValue: 0x02)
  public static let correlationInfo = NegotiationRequestFlags(rawValue: 0x08)

  public var names: [String] {
    FlagName.names(
      of: UInt32(rawValue),
      [
        (0x01, "RESTRICTED_ADMIN_MODE_REQUIRED"),
        (0x02, "REDIRECTED_AUTHENTICATION_MODE_REQUIRED"), (0x08, "CORRELATION_INFO_PRESENT"),
      ])
  }
}

/// Flags of RDP_NEG_RSP ([MS-RDPBCGR] 2.2.1.2.1).
public struct NegotiationResponseFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let restrictedAdmin = NegotiationResponseFlags(rawValue: 0x08)
  public static let remoteGuard = NegotiationResponseFlags(rawValue: 0x10)

  public var names: [String] {
    FlagName.names(
      of: UInt32(rawValue),
      [
        (0x01, "EXTENDED_CLIENT_DATA_SUPPORTED"), (0x02, "DYNVC_GFX_PROTOCOL_SUPPORTED"),
        (0x04, "NEGRSP_FLAG_RESERVED"), (0x08, "RESTRICTED_ADMIN_MODE_SUPPORTED"),
        (0x10, "REDIRECTED_AUTHENTICATION_MODE_SUPPORTED"),
      ])
  }
}

/// Names of the bits of a number; bits without a name are told together as a number.
enum FlagName {
  static func names(of value: UInt32, _ known: [(bit: UInt32, name: String)]) -> [String] {
    var names: [String] = []
    var unknown = value
    for flag in known where value & flag.bit != 0 {
      names.append(flag.name)
      unknown &= ~flag.bit
    }
    if unknown != 0 { names.append("0x" + String(unknown, radix: 16)) }
    return names
  }
}
