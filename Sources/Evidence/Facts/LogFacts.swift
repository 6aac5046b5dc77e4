public import CaptureReader

/// What one log shows of one session.
public struct LogFacts: Sendable, Hashable, Codable {
  /// First and last record that belongs to the session.
  public var first: ItemReference
  public var last: ItemReference

  public init(first: ItemReference, last: ItemReference) {
    self.first = first
    self.last = last
  }
}
