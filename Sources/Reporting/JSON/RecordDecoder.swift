import CaptureReader

/// Reads records back from JSON, a few times as fast as the general decoder, which makes a tree of
/// dictionaries for each object first.
///
/// Records need nothing but `Decodable`. It reads what `RecordEncoder` writes.
final class RecordDecoder: Decoder {
  let userInfo: [CodingUserInfoKey: Any]
  var codingPath: [any CodingKey] { [] }
  fileprivate let map: JSONMap
  /// Node of the value that is read.
  private var place: Int

  private init(_ map: JSONMap, at place: Int, userInfo: [CodingUserInfoKey: Any]) {
    self.map = map
    self.place = place
    self.userInfo = userInfo
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from line: ArraySlice<UInt8>, userInfo: [CodingUserInfoKey: Any] = [:]
  ) throws -> Value {
    try type.init(from: RecordDecoder(try JSONMap(line), at: 0, userInfo: userInfo))
  }

  func container<Key: CodingKey>(keyedBy _: Key.Type) throws -> KeyedDecodingContainer<Key> {
    try expect(.object, at: place, "an object")
    return KeyedDecodingContainer(MemberContainer(decoder: self, object: place))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try expect(.array, at: place, "an array")
    return ElementContainer(decoder: self, array: place)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    OneValueContainer(decoder: self, place: place)
  }

  // MARK: Values

  fileprivate func decode<Value: Decodable>(_ type: Value.Type, at place: Int) throws -> Value {
    let outer = self.place
    self.place = place
    defer { self.place = outer }
    return try type.init(from: self)
  }

  fileprivate func decoder(at place: Int) -> RecordDecoder {
    RecordDecoder(map, at: place, userInfo: userInfo)
  }

  fileprivate func isNull(_ place: Int) -> Bool { map.nodes[place].kind == .null }

  fileprivate func boolean(_ place: Int) throws -> Bool {
    switch map.nodes[place].kind {
    case .yes: return true
    case .no: return false
    default: throw mismatch(Bool.self, place, "true or false")
    }
  }

  fileprivate func text(_ place: Int) throws -> String {
    try expect(.string, at: place, "a string")
    return try map.text(place)
  }

  fileprivate func real(_ place: Int) throws -> Double {
    try expect(.number, at: place, "a number")
    let digits = map.digits(place)
    if digits.count <= 15, digits.first != UInt8(ascii: "-"), let whole: Int64 = Self.whole(digits)
    {
      return Double(whole)
    }
    guard let number = Double(String(decoding: digits, as: UTF8.self)), number.isFinite else {
      throw mismatch(Double.self, place, "a number")
    }
    return number
  }

  fileprivate func integer<Number: FixedWidthInteger>(_ place: Int) throws -> Number {
    try expect(.number, at: place, "a number")
    guard let number: Number = Self.whole(map.digits(place)) else {
      throw mismatch(Number.self, place, "a whole number of its size")
    }
    return number
  }

  /// Nil where the text is no whole number, or too large.
  private static func whole<Number: FixedWidthInteger>(_ digits: ArraySlice<UInt8>) -> Number? {
    let isNegative = digits.first == UInt8(ascii: "-")
    let rest = isNegative ? digits.dropFirst() : digits
    guard !rest.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in rest {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(byte &- UInt8(ascii: "0")))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    guard isNegative else { return Number(exactly: value) }
    return value <= 1 << 63 ? Number(exactly: Int64(truncatingIfNeeded: 0 &- value)) : nil
  }

  private func expect(_ kind: JSONMap.Kind, at place: Int, _ words: String) throws {
    guard map.nodes[place].kind == kind else { throw mismatch(Any.self, place, words) }
  }

  private func mismatch(_ type: Any.Type, _ place: Int, _ words: String) -> DecodingError {
    .typeMismatch(
      type,
      .init(
        codingPath: [], debugDescription: "at byte \(map.offset(of: place)), expected \(words)"))
  }
}

private struct MemberContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: RecordDecoder
  let object: Int
  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    decoder.map.keys(of: object).compactMap { place in
      (try? decoder.map.text(place)).flatMap { Key(stringValue: $0) }
    }
  }

  func contains(_ key: Key) -> Bool { decoder.map.value(of: key.stringValue, in: object) != nil }

  private func place(_ key: Key) throws -> Int {
    guard let place = decoder.map.value(of: key.stringValue, in: object) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: [], debugDescription: "no \(key.stringValue)"))
    }
    return place
  }

  /// Nil where the member is missing or null.
  private func present(_ key: Key) -> Int? {
    decoder.map.value(of: key.stringValue, in: object).flatMap {
      decoder.isNull($0) ? nil : $0
    }
  }

  func decodeNil(forKey key: Key) throws -> Bool { decoder.isNull(try place(key)) }
  func decode(_: Bool.Type, forKey key: Key) throws -> Bool { try decoder.boolean(place(key)) }
  func decode(_: String.Type, forKey key: Key) throws -> String { try decoder.text(place(key)) }
  func decode(_: Double.Type, forKey key: Key) throws -> Double { try decoder.real(place(key)) }
  func decode(_: Float.Type, forKey key: Key) throws -> Float {
    Float(try decoder.real(place(key)))
  }
  func decode(_: Int.Type, forKey key: Key) throws -> Int { try decoder.integer(place(key)) }
  func decode(_: Int8.Type, forKey key: Key) throws -> Int8 { try decoder.integer(place(key)) }
  func decode(_: Int16.Type, forKey key: Key) throws -> Int16 { try decoder.integer(place(key)) }
  func decode(_: Int32.Type, forKey key: Key) throws -> Int32 { try decoder.integer(place(key)) }
  func decode(_: Int64.Type, forKey key: Key) throws -> Int64 { try decoder.integer(place(key)) }
  func decode(_: UInt.Type, forKey key: Key) throws -> UInt { try decoder.integer(place(key)) }
  func decode(_: UInt8.Type, forKey key: Key) throws -> UInt8 { try decoder.integer(place(key)) }
  func decode(_: UInt16.Type, forKey key: Key) throws -> UInt16 { try decoder.integer(place(key)) }
  func decode(_: UInt32.Type, forKey key: Key) throws -> UInt32 { try decoder.integer(place(key)) }
  func decode(_: UInt64.Type, forKey key: Key) throws -> UInt64 { try decoder.integer(place(key)) }
  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try decoder.decode(type, at: try place(key))
  }

  func decodeIfPresent(_: String.Type, forKey key: Key) throws -> String? {
    try present(key).map { try decoder.text($0) }
  }
  func decodeIfPresent(_: Bool.Type, forKey key: Key) throws -> Bool? {
    try present(key).map { try decoder.boolean($0) }
  }
  func decodeIfPresent(_: Int.Type, forKey key: Key) throws -> Int? {
    try present(key).map { try decoder.integer($0) }
  }
  func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
    try present(key).map { try decoder.decode(type, at: $0) }
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try decoder.decoder(at: try place(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder.decoder(at: try place(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    decoder.decoder(at: decoder.map.value(of: "super", in: object) ?? object)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    decoder.decoder(at: try place(key))
  }
}

private struct ElementContainer: UnkeyedDecodingContainer {
  let decoder: RecordDecoder
  let array: Int
  private var place: Int
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  /// Counted where somebody asks: most read to the end.
  var count: Int? {
    var count = 0
    var place = array + 1
    while place < decoder.map.nodes[array].next {
      count += 1
      place = decoder.map.nodes[place].next
    }
    return count
  }
  var isAtEnd: Bool { place >= decoder.map.nodes[array].next }

  init(decoder: RecordDecoder, array: Int) {
    self.decoder = decoder
    self.array = array
    place = array + 1
  }

  private mutating func take() throws -> Int {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, .init(codingPath: [], debugDescription: "the array is at its end"))
    }
    defer {
      place = decoder.map.nodes[place].next
      currentIndex += 1
    }
    return place
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, decoder.isNull(place) else { return false }
    _ = try take()
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    try decoder.decode(type, at: try take())
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try decoder.decoder(at: try take()).container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try decoder.decoder(at: try take()).unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { decoder.decoder(at: try take()) }
}

private struct OneValueContainer: SingleValueDecodingContainer {
  let decoder: RecordDecoder
  let place: Int
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { decoder.isNull(place) }
  func decode(_: Bool.Type) throws -> Bool { try decoder.boolean(place) }
  func decode(_: String.Type) throws -> String { try decoder.text(place) }
  func decode(_: Double.Type) throws -> Double { try decoder.real(place) }
  func decode(_: Float.Type) throws -> Float { Float(try decoder.real(place)) }
  func decode(_: Int.Type) throws -> Int { try decoder.integer(place) }
  func decode(_: Int8.Type) throws -> Int8 { try decoder.integer(place) }
  func decode(_: Int16.Type) throws -> Int16 { try decoder.integer(place) }
  func decode(_: Int32.Type) throws -> Int32 { try decoder.integer(place) }
  func decode(_: Int64.Type) throws -> Int64 { try decoder.integer(place) }
  func decode(_: UInt.Type) throws -> UInt { try decoder.integer(place) }
  func decode(_: UInt8.Type) throws -> UInt8 { try decoder.integer(place) }
  func decode(_: UInt16.Type) throws -> UInt16 { try decoder.integer(place) }
  func decode(_: UInt32.Type) throws -> UInt32 { try decoder.integer(place) }
  func decode(_: UInt64.Type) throws -> UInt64 { try decoder.integer(place) }
  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.decode(type, at: place) }
}
