/// `<place>.<detail>`: the stable name of one kind of observation.
///
/// Declared once in this folder; its weights and its handbook page stand in the catalogue of
/// Attribution. Codes of other versions stay visible.
public struct EvidenceCode: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  public let rawValue: String
  @usableFromInline let mark: CodeMark

  public init(rawValue: String) {
    self.rawValue = rawValue
    mark = CodeMark(rawValue)
  }

  public init(_ rawValue: String) { self.init(rawValue: rawValue) }

  /// Others are told apart without a look at the text.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.mark == right.mark && left.rawValue == right.rawValue
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  public func hash(into hasher: inout Hasher) { hasher.combine(mark.number) }
}
