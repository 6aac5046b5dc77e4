/// Why a line of facts could not be used.
public struct FactsError: Error, Hashable, CustomStringConvertible {
  /// Counts from 1.
  public let line: Int
  /// Path of the field, as `facts.connection.sent.client.packets`; nil where it is the whole line.
  public let field: String?
  public let reason: String

  public var description: String {
    "line \(line): \(field.map { "\($0): " } ?? "")\(reason)"
  }
}

extension FactsError {
  init(line: Int, _ error: any Error) {
    self.line = line
    if let error = error as? RecordError {
      field = nil
      reason = error.description
      return
    }
    switch error as? DecodingError {
    case .typeMismatch(_, let context)?:
      field = Self.path(context.codingPath)
      reason = "is of the wrong type"
    case .valueNotFound(_, let context)?:
      field = Self.path(context.codingPath)
      reason = "is null"
    case .keyNotFound(let key, let context)?:
      field = Self.path(context.codingPath + [key])
      reason = "is missing (written by another version?)"
    case .dataCorrupted(let context)?:
      field = Self.path(context.codingPath)
      reason = context.debugDescription
    case nil:
      field = nil
      reason = "is not JSON"
    @unknown default:
      field = nil
      reason = "cannot be read"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String? {
    guard !keys.isEmpty else { return nil }
    return keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }
}
