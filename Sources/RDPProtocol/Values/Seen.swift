public import CaptureReader

/// A value with the packet that completed it.
public struct Seen<Value: Sendable>: Sendable {
  public var value: Value
  public var frame: ItemReference

  public init(_ value: Value, _ frame: ItemReference) {
    self.value = value
    self.frame = frame
  }
}

extension Seen: Equatable where Value: Equatable {}

extension Seen: Hashable where Value: Hashable {}

extension Seen: Encodable where Value: Encodable {}

extension Seen: Decodable where Value: Decodable {}
