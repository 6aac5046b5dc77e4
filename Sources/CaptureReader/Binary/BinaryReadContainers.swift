/// Members of a record, read in the order in which they were written.
struct BinaryReadMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: BinaryDecoder
  var codingPath: [any CodingKey] { [] }

  /// The case of an enumeration: nothing else has names here.
  var allKeys: [Key] {
    (try? decoder.name()).flatMap { Key(stringValue: $0) }.map { [$0] } ?? []
  }

  func contains(_: Key) -> Bool { true }

  func decodeNil(forKey _: Key) throws -> Bool { try decoder.isNil() }
  func decode(_: Bool.Type, forKey _: Key) throws -> Bool { try decoder.flag() }
  func decode(_: String.Type, forKey _: Key) throws -> String { try decoder.text() }
  func decode(_: Double.Type, forKey _: Key) throws -> Double { try decoder.real() }
  func decode(_: Float.Type, forKey _: Key) throws -> Float { Float(try decoder.real()) }
  func decode(_: Int.Type, forKey _: Key) throws -> Int { try decoder.integer() }
  func decode(_: Int8.Type, forKey _: Key) throws -> Int8 { try decoder.integer() }
  func decode(_: Int16.Type, forKey _: Key) throws -> Int16 { try decoder.integer() }
  func decode(_: Int32.Type, forKey _: Key) throws -> Int32 { try decoder.integer() }
  func decode(_: Int64.Type, forKey _: Key) throws -> Int64 { try decoder.integer() }
  func decode(_: UInt.Type, forKey _: Key) throws -> UInt { try decoder.integer() }
  func decode(_: UInt8.Type, forKey _: Key) throws -> UInt8 { try decoder.integer() }
  func decode(_: UInt16.Type, forKey _: Key) throws -> UInt16 { try decoder.integer() }
  func decode(_: UInt32.Type, forKey _: Key) throws -> UInt32 { try decoder.integer() }
  func decode(_: UInt64.Type, forKey _: Key) throws -> UInt64 { try decoder.integer() }
  func decode<T: Decodable>(_ type: T.Type, forKey _: Key) throws -> T { try decoder.read(type) }

  private func present<T>(_ read: () throws -> T) throws -> T? {
    try decoder.flag() ? try read() : nil
  }

  func decodeIfPresent(_: Bool.Type, forKey _: Key) throws -> Bool? { try present(decoder.flag) }
  func decodeIfPresent(_: String.Type, forKey _: Key) throws -> String? {
    try present(decoder.text)
  }
  func decodeIfPresent(_: Double.Type, forKey _: Key) throws -> Double? {
    try present(decoder.real)
  }
  func decodeIfPresent(_: Float.Type, forKey _: Key) throws -> Float? {
    try present { Float(try decoder.real()) }
  }
  func decodeIfPresent(_: Int.Type, forKey _: Key) throws -> Int? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: Int8.Type, forKey _: Key) throws -> Int8? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: Int16.Type, forKey _: Key) throws -> Int16? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: Int32.Type, forKey _: Key) throws -> Int32? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: Int64.Type, forKey _: Key) throws -> Int64? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: UInt.Type, forKey _: Key) throws -> UInt? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: UInt8.Type, forKey _: Key) throws -> UInt8? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: UInt16.Type, forKey _: Key) throws -> UInt16? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: UInt32.Type, forKey _: Key) throws -> UInt32? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent(_: UInt64.Type, forKey _: Key) throws -> UInt64? {
    try present { try decoder.integer() }
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey _: Key) throws -> T? {
    try present { try decoder.read(type) }
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    guard try decoder.text() == key.stringValue else { throw decoder.problem("another case") }
    return decoder.container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey _: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.unkeyedContainer()
  }

  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey _: Key) -> any Decoder { decoder }
}

struct BinaryReadElements: UnkeyedDecodingContainer {
  let decoder: BinaryDecoder
  let total: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  /// What is said to follow is not made room for before it is there.
  var count: Int? { total <= Self.believed ? total : nil }
  var isAtEnd: Bool { currentIndex >= total }

  private static let believed = 64

  init(decoder: BinaryDecoder, total: Int) {
    self.decoder = decoder
    self.total = total
  }

  private mutating func pass() throws {
    guard currentIndex < total else { throw decoder.problem("a list that ends too early") }
    currentIndex += 1
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, try decoder.isNil() else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try pass()
    return try decoder.read(type)
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try pass()
    return decoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try pass()
    return try decoder.unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    try pass()
    return decoder
  }
}

struct BinaryReadValue: SingleValueDecodingContainer {
  let decoder: BinaryDecoder
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { (try? decoder.isNil()) ?? true }
  func decode(_: Bool.Type) throws -> Bool { try decoder.flag() }
  func decode(_: String.Type) throws -> String { try decoder.text() }
  func decode(_: Double.Type) throws -> Double { try decoder.real() }
  func decode(_: Float.Type) throws -> Float { Float(try decoder.real()) }
  func decode(_: Int.Type) throws -> Int { try decoder.integer() }
  func decode(_: Int8.Type) throws -> Int8 { try decoder.integer() }
  func decode(_: Int16.Type) throws -> Int16 { try decoder.integer() }
  func decode(_: Int32.Type) throws -> Int32 { try decoder.integer() }
  func decode(_: Int64.Type) throws -> Int64 { try decoder.integer() }
  func decode(_: UInt.Type) throws -> UInt { try decoder.integer() }
  func decode(_: UInt8.Type) throws -> UInt8 { try decoder.integer() }
  func decode(_: UInt16.Type) throws -> UInt16 { try decoder.integer() }
  func decode(_: UInt32.Type) throws -> UInt32 { try decoder.integer() }
  func decode(_: UInt64.Type) throws -> UInt64 { try decoder.integer() }
  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    guard try decoder.flag() else { throw decoder.problem("a value that is missing") }
    return try decoder.read(type)
  }
}
