/// Reads back what `BinaryEncoder` wrote. The bytes may be anything: every length is compared with what is
/// left, and no number is larger than facts may have.
@safe
public final class BinaryDecoder: Decoder {
  /// Behind a pointer: every access to a class's own variable is checked for overlap.
  private let state: UnsafeMutablePointer<State>
  public let userInfo: [CodingUserInfoKey: Any]

  private struct State {
    let bytes: ArraySlice<UInt8>
    var position: Int
    var last = BinaryOrigin()
    /// Lists that are read, and what is left of each.
    var depth = 0
  }

  /// Added to the numbers of inputs.
  private let shift: Int
  public var codingPath: [any CodingKey] { [] }

  /// Values within values: far more than any record has.
  private static let deepest = 64
  /// 2⁵³: more packets or bytes than any capture holds, and far from the limits of Int in any sum.
  private static let greatest: UInt64 = 1 << 53

  private init(_ bytes: ArraySlice<UInt8>, shift: Int) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: State(bytes: bytes, position: bytes.startIndex))
    self.shift = shift
    userInfo = ItemReference.shiftKey.map { [$0: shift] } ?? [:]
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Reads a record that takes all of the bytes.
  ///
  /// - Parameter shift: what is added to the numbers of inputs.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: ArraySlice<UInt8>, shift: Int = 0
  ) throws -> Value {
    let decoder = BinaryDecoder(bytes, shift: shift)
    let value = try decoder.read(type)
    guard decoder.left == 0 else { throw decoder.problem("more than the record") }
    return value
  }

  /// Bytes of the records in `text`, each of which stands behind its length.
  /// - Returns: nil where one reaches beyond the end.
  public static func records(in text: [UInt8]) -> [Range<Int>]? {
    var records: [Range<Int>] = []
    var place = 0
    while place < text.count {
      var length: UInt64 = 0
      var bits: UInt64 = 0
      while true {
        guard place < text.count, bits < 63 else { return nil }
        let byte = text[place]
        place += 1
        length |= UInt64(byte & 0x7F) << bits
        bits += 7
        if byte < 0x80 { break }
      }
      guard length <= UInt64(text.count - place) else { return nil }
      records.append(place..<place + Int(length))
      place += Int(length)
    }
    return records
  }

  public func container<Key: CodingKey>(keyedBy _: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(BinaryReadMembers(decoder: self))
  }

  public func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    BinaryReadElements(decoder: self, total: try count())
  }

  public func singleValueContainer() -> any SingleValueDecodingContainer {
    BinaryReadValue(decoder: self)
  }

  // MARK: Values

  private var left: Int { unsafe state.pointee.bytes.endIndex - state.pointee.position }

  public func problem(_ words: String) -> DecodingError {
    let place = unsafe state.pointee.position - state.pointee.bytes.startIndex
    return .dataCorrupted(
      .init(codingPath: [], debugDescription: "at byte \(place): \(words)"))
  }

  /// Reads a value that was written without a container of its own.
  public func read<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let identity = ObjectIdentifier(Value.self)
    if identity == ObjectIdentifier(ItemReference.self) {
      return unsafe unsafeBitCast(try item(), to: Value.self)
    }
    if identity == ObjectIdentifier(Timestamp.self) {
      return unsafe unsafeBitCast(Timestamp(nanoseconds: try time()), to: Value.self)
    }
    if identity == ObjectIdentifier(TimeSpan.self) {
      return unsafe unsafeBitCast(TimeSpan(nanoseconds: try signed()), to: Value.self)
    }
    if identity == ObjectIdentifier([UInt32].self) {
      return unsafe unsafeBitCast(try list { try integer() as UInt32 }, to: Value.self)
    }
    if identity == ObjectIdentifier([Int].self) {
      return unsafe unsafeBitCast(try list { try integer() as Int }, to: Value.self)
    }
    if identity == ObjectIdentifier([UInt8].self) {
      return unsafe unsafeBitCast(try list { try byte() }, to: Value.self)
    }
    guard unsafe state.pointee.depth < Self.deepest else { throw problem("nested too deep") }
    unsafe state.pointee.depth += 1
    defer { unsafe state.pointee.depth -= 1 }
    return try type.init(from: self)
  }

  private func item() throws -> ItemReference {
    let input = Int(try signed())
    let frame = Int(try signed())
    let known = unsafe state.pointee.last
    unsafe state.pointee.last.input = known.input &+ input
    unsafe state.pointee.last.frame = known.frame &+ frame >> 1
    let place = unsafe state.pointee.last
    var item = ItemReference(
      input: place.input.addingSaturating(shift), frame: place.frame,
      time: Timestamp(nanoseconds: try time()))
    item.isOrderedByTime = frame & 1 == 1
    return item
  }

  private func time() throws -> Int64 {
    let time = unsafe state.pointee.last.time &+ (try signed())
    unsafe state.pointee.last.time = time
    return time
  }

  func byte() throws -> UInt8 {
    guard left > 0 else { throw problem("ends too early") }
    let position = unsafe state.pointee.position
    unsafe state.pointee.position = position &+ 1
    return unsafe state.pointee.bytes[position]
  }

  /// The next byte, left where it is.
  private func peek() throws -> UInt8 {
    guard left > 0 else { throw problem("ends too early") }
    return unsafe state.pointee.bytes[state.pointee.position]
  }

  func flag() throws -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw problem("neither yes nor no")
    }
  }

  /// Whether an optional is nil; what it holds stands behind its mark.
  func isNil() throws -> Bool {
    guard try peek() == 0 else { return false }
    unsafe state.pointee.position += 1
    return true
  }

  public func unsigned() throws -> UInt64 {
    var value: UInt64 = 0
    var bits: UInt64 = 0
    while true {
      let byte = try byte()
      guard bits < 63 || byte <= 1 else { throw problem("a number beyond 64 bits") }
      value |= UInt64(byte & 0x7F) << bits
      if byte < 0x80 { return value }
      bits += 7
    }
  }

  func signed() throws -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  func integer<Number: FixedWidthInteger & SignedInteger>() throws -> Number {
    let value = try signed()
    guard value.magnitude <= Self.greatest, let number = Number(exactly: value) else {
      throw problem("a number out of range")
    }
    return number
  }

  /// Of 64 bits are names, marks, and counts whose sums saturate: these may be anything.
  func integer<Number: FixedWidthInteger & UnsignedInteger>() throws -> Number {
    let value = try unsigned()
    guard Number.self == UInt64.self || value <= Self.greatest, let number = Number(exactly: value)
    else {
      throw problem("a number out of range")
    }
    return number
  }

  func real() throws -> Double {
    var bits: UInt64 = 0
    for place: UInt64 in 0..<8 { bits |= UInt64(try byte()) << (8 * place) }
    let value = Double(bitPattern: bits)
    guard value.isFinite, value.magnitude <= Double(Self.greatest) else {
      throw problem("a number out of range")
    }
    return value
  }

  func text() throws -> String {
    let length = try unsigned()
    guard length <= UInt64(left) else { throw problem("text beyond the end") }
    let start = unsafe state.pointee.position
    let end = start + Int(length)
    unsafe state.pointee.position = end
    guard let text = unsafe String(validating: state.pointee.bytes[start..<end], as: UTF8.self)
    else { throw problem("no UTF-8") }
    return text
  }

  /// The name of an enumeration's case, left where it is.
  func name() throws -> String {
    let position = unsafe state.pointee.position
    defer { unsafe state.pointee.position = position }
    return try text()
  }

  // MARK: Lists

  /// Every element takes a byte at least.
  private func count() throws -> Int {
    var count = UInt64(try byte())
    if count == UInt64(BinaryList.isLong) {
      count = 0
      for place: UInt64 in 0..<4 { count |= UInt64(try byte()) << (8 * place) }
    }
    guard count <= UInt64(left) else { throw problem("a list beyond the end") }
    return Int(count)
  }

  private func list<Element>(_ element: () throws -> Element) throws -> [Element] {
    let count = try count()
    var values: [Element] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try element()) }
    return values
  }
}
