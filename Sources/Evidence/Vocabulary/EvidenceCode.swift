/// `<place>.<detail>`: the stable name of one kind of observation.
///
/// Declared once in this folder; its weights and its handbook page stand in the catalogue of
/// Attribution. Codes of other versions stay visible.
public struct EvidenceCode: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// Most differ in length, which is known without a look at the text.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.count == right.rawValue.utf8.count && left.rawValue == right.rawValue
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
