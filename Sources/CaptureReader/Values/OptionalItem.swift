/// A reference that may be missing, in the 16 bytes of one that is there: an optional one takes 24, and a session
/// has dozens.
@propertyWrapper
public struct OptionalItem: Hashable, Sendable {
  /// Where there is none, a place that no item has: beyond the last of the last input.
  @usableFromInline var item: ItemReference

  @inlinable
  public init(wrappedValue: ItemReference? = nil) {
    item = wrappedValue ?? .nowhere
  }

  @inlinable
  public var wrappedValue: ItemReference? {
    @inline(__always) get { item.place == ItemReference.noPlace ? nil : item }
    @inline(__always) set { item = newValue ?? .nowhere }
  }
}

extension ItemReference {
  @usableFromInline static var noPlace: UInt64 {
    @inlinable get { .max }
  }

  @usableFromInline static var nowhere: ItemReference {
    @inlinable get { ItemReference(place: noPlace, time: Timestamp(nanoseconds: 0)) }
  }

  @inlinable
  init(place: UInt64, time: Timestamp) {
    self.place = place
    self.time = time
  }
}

extension OptionalItem: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try ItemReference?(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

/// What the coding of a type that has such references calls in place of the general ones.
extension KeyedEncodingContainer {
  public mutating func encode(_ value: OptionalItem, forKey key: Key) throws {
    try encodeIfPresent(value.wrappedValue, forKey: key)
  }
}

extension KeyedDecodingContainer {
  public func decode(_ type: OptionalItem.Type, forKey key: Key) throws -> OptionalItem {
    OptionalItem(wrappedValue: try decodeIfPresent(ItemReference.self, forKey: key))
  }
}
