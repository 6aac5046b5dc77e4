/// What an event of a provider holds (TRACE_EVENT_INFO, which merged traces carry for each event they
/// have).
struct TraceSchema: Hashable, Sendable {
  struct Key: Hashable, Sendable {
    var provider: ETLProvider
    var id: UInt16
    var version: UInt8
  }

  struct Field: Hashable, Sendable {
    var name: String
    var type: TraceType
    var length = Length.fixed(0)
  }

  enum Length: Hashable, Sendable {
    /// 0 where the type says it.
    case fixed(Int)
    /// The value of the field at this place.
    case field(Int)
  }

  var key: Key
  /// Empty where the schema does not say it.
  var providerName: String
  /// Up to the first that is a structure or a list, which are not decoded.
  var fields: [Field]

  /// Class of the events that hold schemas {bbccf6c1-6cd1-48c4-80ff-839482e37671}.
  static let container = ETLProvider(high: 0xc1f6_ccbb_d16c_c448, low: 0x80ff_8394_82e3_7671)
  static let opcode: UInt8 = 32

  private static let head = 112
  private static let fieldSize = 24
  private static let mostFields = 128
  private static let textLimit = 128

  init(key: Key, providerName: String, fields: [Field]) {
    self.key = key
    self.providerName = providerName
    self.fields = fields
  }

  /// - Parameter bytes: TRACE_EVENT_INFO; its offsets count from its begin.
  init?(_ bytes: RawSpan) {
    guard let high = bytes.bigEndian(at: 0, as: UInt64.self),
      let low = bytes.bigEndian(at: 8, as: UInt64.self),
      let id = bytes.littleEndian(at: 32, as: UInt16.self),
      let version = bytes.littleEndian(at: 34, as: UInt8.self),
      let nameOffset = bytes.littleEndian(at: 52, as: UInt32.self),
      let count = bytes.littleEndian(at: 104, as: UInt32.self), bytes.byteCount >= Self.head
    else { return nil }
    key = Key(provider: ETLProvider(high: high, low: low), id: id, version: version)
    providerName = Self.text(bytes, at: nameOffset)
    fields = []
    for place in 0..<min(Int(count), Self.mostFields) {
      guard let field = Self.field(bytes, at: Self.head + place * Self.fieldSize) else { break }
      fields.append(field)
    }
  }

  private static func field(_ bytes: RawSpan, at start: Int) -> Field? {
    guard let flags = bytes.littleEndian(at: start, as: UInt32.self),
      let nameOffset = bytes.littleEndian(at: start + 4, as: UInt32.self),
      let type = bytes.littleEndian(at: start + 8, as: UInt16.self),
      let count = bytes.littleEndian(at: start + 16, as: UInt16.self),
      let length = bytes.littleEndian(at: start + 18, as: UInt16.self)
    else { return nil }
    // Structures, and lists whose length another field or the schema says.
    let isPlain = flags & 1 == 0 && flags & 4 == 0 && count <= 1
    guard isPlain else { return nil }
    return Field(
      name: text(bytes, at: nameOffset), type: TraceType(rawValue: type),
      length: flags & 2 != 0 ? .field(Int(length)) : .fixed(Int(length)))
  }

  private static func text(_ bytes: RawSpan, at offset: UInt32) -> String {
    guard offset > 0, Int(offset) < bytes.byteCount else { return "" }
    var text = bytes.extracting(Int(offset)..<bytes.byteCount).wideText(limit: textLimit)
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// How a field is stored (TDH_IN_TYPE); an open code.
struct TraceType: RawRepresentable, Hashable, Sendable {
  let rawValue: UInt16

  static let wideText = TraceType(rawValue: 1)
  static let text = TraceType(rawValue: 2)
  static let number32 = TraceType(rawValue: 8)

  /// Bytes of a value; nil where it varies.
  ///
  /// - Parameter pointer: bytes of an address on the machine that traced.
  func size(pointer: Int) -> Int? {
    switch rawValue {
    case 3, 4: 1
    case 5, 6: 2
    case 7, 8, 11, 13, 20: 4
    case 9, 10, 12, 17, 21: 8
    case 15, 18: 16
    case 16: pointer
    default: nil
    }
  }

  var isSigned: Bool { [3, 5, 7, 9].contains(rawValue) }
  var isHexadecimal: Bool { [16, 20, 21].contains(rawValue) }
}

extension RawSpan {
  /// UTF-16 up to its zero, or to the end.
  func wideText(limit: Int) -> String {
    var units: [UInt16] = []
    while units.count < limit, let unit = littleEndian(at: units.count * 2, as: UInt16.self),
      unit != 0
    {
      units.append(unit)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
