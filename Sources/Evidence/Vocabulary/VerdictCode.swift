/// `<cause>.<detail>`; unknown details stay visible.
public struct VerdictCode: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  /// The word before the dot.
  public let cause: Cause
  @usableFromInline let mark: CodeMark

  public init(rawValue: String) {
    self.rawValue = rawValue
    mark = CodeMark(rawValue)
    let word = rawValue.utf8.prefix { $0 != UInt8(ascii: ".") }
    cause = Cause(rawValue: String(Substring(word))) ?? .undetermined
  }

  public init(_ rawValue: String) { self.init(rawValue: rawValue) }

  /// Others are told apart without a look at the text.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.mark == right.mark && left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(mark.number) }
}
