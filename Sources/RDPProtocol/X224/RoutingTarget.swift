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
