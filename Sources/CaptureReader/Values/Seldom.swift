/// An optional value that is seldom there, kept apart so that its holder stays small without it.
///
/// Stored like any optional: where there is none, its key is left out.
@propertyWrapper
public struct Seldom<Value: Sendable>: Sendable {
  /// Empty or one element: an array is the smallest storage with value semantics.
  @usableFromInline var storage: [Value] = []

  @inlinable
  public init(wrappedValue: Value? = nil) {
    if let wrappedValue { storage = [wrappedValue] }
  }

  @inlinable
  public var wrappedValue: Value? {
    get { storage.first }
    _modify {
      // Taken out, so that it is changed in its place.
      var value = storage.popLast()
      defer { if let value { storage.append(value) } }
      yield &value
    }
    set {
      if let newValue {
        if storage.isEmpty { storage.append(newValue) } else { storage[0] = newValue }
      } else if !storage.isEmpty {
        storage = []
      }
    }
  }
}

extension Seldom: Equatable where Value: Equatable {}
extension Seldom: Hashable where Value: Hashable {}

extension Seldom: Encodable where Value: Encodable {
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension Seldom: Decodable where Value: Decodable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try Value?(from: decoder))
  }
}

/// What the coding of a type that has such values calls in place of the general ones.
extension KeyedEncodingContainer {
  public mutating func encode<Value: Encodable>(
    _ value: Seldom<Value>, forKey key: Key
  ) throws {
    try encodeIfPresent(value.wrappedValue, forKey: key)
  }
}

extension KeyedDecodingContainer {
  public func decode<Value: Decodable>(
    _ type: Seldom<Value>.Type, forKey key: Key
  ) throws -> Seldom<Value> {
    Seldom(wrappedValue: try decodeIfPresent(Value.self, forKey: key))
  }
}
