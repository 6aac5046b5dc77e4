/// Options of a block in the making (pcapng §3.5).
struct OptionList {
  private(set) var bytes: [UInt8] = []

  /// The option's number; the same numbers mean other things in other blocks (pcapng §4).
  struct Code {
    let number: UInt16

    static let comment = Code(number: 1)
    static let sectionHardware = Code(number: 2)
    static let sectionSystem = Code(number: 3)
    static let sectionApplication = Code(number: 4)
    static let interfaceName = Code(number: 2)
    static let interfaceDescription = Code(number: 3)
    static let interfaceSpeed = Code(number: 8)
    static let timestampResolution = Code(number: 9)
    static let interfaceFilter = Code(number: 11)
    static let interfaceSystem = Code(number: 12)
    static let frameCheckLength = Code(number: 13)
    static let packetFlags = Code(number: 2)
    static let packetIdentifier = Code(number: 5)
    static let statisticsStart = Code(number: 2)
    static let statisticsEnd = Code(number: 3)
    static let statisticsReceived = Code(number: 4)
    static let statisticsDropped = Code(number: 5)
    static let statisticsDroppedBySystem = Code(number: 7)
  }

  mutating func add(_ code: Code, bytes value: [UInt8]) {
    guard let length = UInt16(exactly: value.count) else { return }
    bytes.append(little: code.number)
    bytes.append(little: length)
    bytes += value
    bytes.pad()
  }

  /// Texts are cut at the limit, between characters; NUL would end them.
  mutating func add(_ code: Code, text: String) { add(code, bytes: Self.cut(text)) }

  mutating func add(_ code: Code, integer: some FixedWidthInteger) {
    var value: [UInt8] = []
    value.append(little: integer)
    add(code, bytes: value)
  }

  /// A time in statistics: the high half first, as in packets.
  mutating func add(_ code: Code, ticks: UInt64) {
    var value: [UInt8] = []
    value.append(little: UInt32(truncatingIfNeeded: ticks >> 32))
    value.append(little: UInt32(truncatingIfNeeded: ticks))
    add(code, bytes: value)
  }

  /// The options with the one that ends them; nothing where there are none.
  var finished: [UInt8] { bytes.isEmpty ? [] : bytes + [0, 0, 0, 0] }

  static func cut(_ text: String) -> [UInt8] {
    var value: [UInt8] = []
    for character in text.unicodeScalars where character.value != 0 {
      let encoded = Array(String(character).utf8)
      guard value.count + encoded.count <= PCAPNGWriter.textLimit else { break }
      value += encoded
    }
    return value
  }
}

extension [UInt8] {
  mutating func append(little value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Fills up to a whole word of 32 bits.
  mutating func pad() {
    while count % 4 != 0 { append(0) }
  }
}
