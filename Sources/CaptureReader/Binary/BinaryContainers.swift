/// Members of a record, as `BinaryEncoder` writes them: by their order.
struct BinaryMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: BinaryEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey _: Key) { encoder.byte(0) }
  func encode(_ value: Bool, forKey _: Key) { encoder.byte(value ? 1 : 0) }
  func encode(_ value: String, forKey _: Key) { encoder.text(value) }
  func encode(_ value: Double, forKey _: Key) { encoder.real(value) }
  func encode(_ value: Float, forKey _: Key) { encoder.real(Double(value)) }
  func encode(_ value: Int, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: Int8, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: Int16, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: Int32, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: Int64, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: UInt, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: UInt8, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: UInt16, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: UInt32, forKey _: Key) { encoder.integer(value) }
  func encode(_ value: UInt64, forKey _: Key) { encoder.integer(value) }
  func encode<T: Encodable>(_ value: T, forKey _: Key) throws { try encoder.write(value) }

  @inline(__always)
  private func present<T>(_ value: T?, _ write: (T) throws -> Void) rethrows {
    guard let value else { return encoder.byte(0) }
    encoder.byte(1)
    try write(value)
  }

  func encodeIfPresent(_ value: Bool?, forKey _: Key) {
    present(value) { encoder.byte($0 ? 1 : 0) }
  }
  func encodeIfPresent(_ value: String?, forKey _: Key) { present(value, encoder.text) }
  func encodeIfPresent(_ value: Double?, forKey _: Key) { present(value, encoder.real) }
  func encodeIfPresent(_ value: Float?, forKey _: Key) {
    present(value) { encoder.real(Double($0)) }
  }
  func encodeIfPresent(_ value: Int?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: Int8?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: Int16?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: Int32?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: Int64?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: UInt?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: UInt8?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: UInt16?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: UInt32?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent(_ value: UInt64?, forKey _: Key) { present(value) { encoder.integer($0) } }
  func encodeIfPresent<T: Encodable>(_ value: T?, forKey _: Key) throws {
    if encoder.isWritten(value) { return }
    try present(value) { try encoder.write($0) }
  }

  /// An enumeration's case: its name is the only key that is written.
  func nestedContainer<NestedKey>(
    keyedBy _: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    encoder.text(key.stringValue)
    return encoder.container(keyedBy: NestedKey.self)
  }

  func nestedUnkeyedContainer(forKey _: Key) -> any UnkeyedEncodingContainer {
    encoder.unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder }
  func superEncoder(forKey _: Key) -> any Encoder { encoder }
}

struct BinaryElements: UnkeyedEncodingContainer {
  let encoder: BinaryEncoder
  let level: Int
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.elementCount(at: level) }

  func encodeNil() {
    encoder.addElement(at: level)
    encoder.byte(0)
  }

  func encode<T: Encodable>(_ value: T) throws {
    encoder.addElement(at: level)
    try encoder.write(value)
  }

  func nestedContainer<NestedKey>(
    keyedBy _: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    encoder.addElement(at: level)
    return encoder.container(keyedBy: NestedKey.self)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    encoder.addElement(at: level)
    return encoder.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    encoder.addElement(at: level)
    return encoder
  }
}

/// A value by itself. What an optional holds stands behind a 1, where `nil` is a 0.
struct BinaryValue: SingleValueEncodingContainer {
  let encoder: BinaryEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoder.byte(0) }
  func encode(_ value: Bool) { encoder.byte(value ? 1 : 0) }
  func encode(_ value: String) { encoder.text(value) }
  func encode(_ value: Double) { encoder.real(value) }
  func encode(_ value: Float) { encoder.real(Double(value)) }
  func encode(_ value: Int) { encoder.integer(value) }
  func encode(_ value: Int8) { encoder.integer(value) }
  func encode(_ value: Int16) { encoder.integer(value) }
  func encode(_ value: Int32) { encoder.integer(value) }
  func encode(_ value: Int64) { encoder.integer(value) }
  func encode(_ value: UInt) { encoder.integer(value) }
  func encode(_ value: UInt8) { encoder.integer(value) }
  func encode(_ value: UInt16) { encoder.integer(value) }
  func encode(_ value: UInt32) { encoder.integer(value) }
  func encode(_ value: UInt64) { encoder.integer(value) }
  func encode<T: Encodable>(_ value: T) throws {
    encoder.byte(1)
    try encoder.write(value)
  }
}
