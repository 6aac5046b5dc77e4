/// Why bytes could not be read as what they were expected to be, and where.
public struct WireError: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// Fewer bytes were there than the field needs.
    case truncated(needed: Int, available: Int)
    /// The named field holds a value that its specification does not allow.
    case invalid(field: String)
  }

  public let code: Code
  /// Bytes from the start of the input that was being parsed.
  public let offset: Int

  public init(_ code: Code, offset: Int) {
    self.code = code
    self.offset = offset
  }
}

extension WireError: CustomStringConvertible {
  public var description: String {
    switch code {
    case .truncated(let needed, let available):
      "needs \(needed) bytes at offset \(offset), \(available) are there"
    case .invalid(let field):
      "invalid \(field) at offset \(offset)"
    }
  }
}
