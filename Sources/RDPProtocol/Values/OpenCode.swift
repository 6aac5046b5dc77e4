/// A number on the wire whose known values have names.
///
/// A value without a name stays what it is: a new version of a protocol breaks no parser. Each code
/// has one table of names, which text, JSON and the handbook share.
public protocol OpenCode: RawRepresentable, Hashable, Comparable, Sendable, Codable,
  ExpressibleByIntegerLiteral, CustomStringConvertible
where RawValue: FixedWidthInteger & Sendable & Codable, IntegerLiteralType == RawValue {
  init(rawValue: RawValue)
  /// Names as the specification writes them.
  static var names: [RawValue: String] { get }
  /// Nil where the value has none.
  var name: String? { get }
}

extension OpenCode {
  public var name: String? { Self.names[rawValue] }
  /// The number in decimal digits.
  public var description: String { "\(rawValue)" }

  public init(integerLiteral value: RawValue) { self.init(rawValue: value) }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension OpenCode where RawValue == UInt16 {
  /// Four digits: `0xc030`.
  public var hexadecimal: String {
    let digits = String(rawValue, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension OpenCode where RawValue == UInt32 {
  /// `0xC000006D`.
  public var hexadecimal: String { "0x" + String(rawValue, radix: 16, uppercase: true) }
}
