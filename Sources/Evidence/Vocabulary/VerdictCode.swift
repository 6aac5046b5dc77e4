/// `<cause>.<detail>`; unknown details stay visible.
public struct VerdictCode: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  /// The word before the dot.
  public let cause: Cause

  public init(rawValue: String) {
    self.rawValue = rawValue
    let word = rawValue.utf8.prefix { $0 != UInt8(ascii: ".") }
    cause = Cause(rawValue: String(Substring(word))) ?? .undetermined
  }

  public init(_ rawValue: String) { self.init(rawValue: rawValue) }

  /// Most differ in length, which is known without a look at the text.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.count == right.rawValue.utf8.count && left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
