/// Records that may lie in the memory of a longer list; stored as a list of their own.
@propertyWrapper
public struct RecordSlice: Sendable {
  public var wrappedValue: ArraySlice<EncryptedRecord>

  public init(wrappedValue: ArraySlice<EncryptedRecord>) { self.wrappedValue = wrappedValue }
}

extension RecordSlice: Codable {
  public init(from decoder: any Decoder) throws {
    wrappedValue = try [EncryptedRecord](from: decoder)[...]
  }

  public func encode(to encoder: any Encoder) throws {
    try Array(wrappedValue).encode(to: encoder)
  }
}
