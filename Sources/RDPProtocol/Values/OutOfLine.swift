/// A value that is rarely there, kept apart so that its holder stays small without it.
@propertyWrapper
public struct OutOfLine<Value: Sendable>: Sendable {
  /// Empty or one element: an array is the smallest storage with value semantics.
  @usableFromInline var storage: [Value] = []

  public init(wrappedValue: Value? = nil) { self.wrappedValue = wrappedValue }

  /// Asked without a copy of the value.
  var isEmpty: Bool { storage.isEmpty }

  @inlinable
  public var wrappedValue: Value? {
    get { storage.first }
    set {
      guard let newValue else {
        storage = []
        return
      }
      if storage.isEmpty { storage = [newValue] } else { storage[0] = newValue }
    }
  }

  /// Looks at the value in place, where there is one.
  func read<Result>(_ body: (borrowing Value) -> Result) -> Result? {
    storage.isEmpty ? nil : body(storage[0])
  }

  /// Changes the value in place, where there is one.
  mutating func update<Result>(_ body: (inout Value) -> Result) -> Result? {
    storage.isEmpty ? nil : body(&storage[0])
  }
}

extension OutOfLine: Encodable where Value: Encodable {
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension OutOfLine: Decodable where Value: Decodable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try Value?(from: decoder))
  }
}
