/// Decodes an event's payload by its schema, as far as the schema and the bytes go.
enum TracePayload {
  private static let textLimit = 512
  private static let binaryLimit = 64

  static func items(
    of payload: RawSpan, fields: [TraceSchema.Field], pointer: Int
  ) -> [TraceEvent.Item] {
    var items: [TraceEvent.Item] = []
    var numbers: [Int?] = []
    var position = 0
    for field in fields {
      let length: Int? =
        switch field.length {
        case .fixed(let count): count
        case .field(let place): numbers.indices.contains(place) ? numbers[place] : nil
        }
      guard let length,
        let read = value(field.type, length, payload, at: position, pointer: pointer)
      else { break }
      position += read.count
      numbers.append(Int(read.text))
      items.append(TraceEvent.Item(name: field.name, value: read.text))
    }
    return items
  }

  private static func value(
    _ type: TraceType, _ length: Int, _ payload: RawSpan, at start: Int, pointer: Int
  ) -> (text: String, count: Int)? {
    guard start <= payload.byteCount else { return nil }
    let rest = payload.extracting(start..<payload.byteCount)
    switch type {
    case .wideText: return wideText(rest, units: length)
    case .text: return text(rest, bytes: length)
    default: break
    }
    if let size = type.size(pointer: pointer) {
      guard rest.byteCount >= size else { return nil }
      return (fixed(type, rest.extracting(0..<size)), size)
    }
    if type.rawValue == 19 { return identifier(rest) }
    // Bytes whose length the schema or another field says.
    guard length > 0, length <= rest.byteCount else { return nil }
    return (hexadecimal(rest.extracting(0..<length)), length)
  }

  private static func wideText(_ rest: RawSpan, units: Int) -> (String, Int)? {
    if units > 0 {
      guard units <= rest.byteCount / 2 else { return nil }
      return (rest.extracting(0..<units * 2).wideText(limit: textLimit), units * 2)
    }
    var end = 0
    while let unit = rest.littleEndian(at: end, as: UInt16.self), unit != 0 { end += 2 }
    // The last text may lack its zero.
    let isEnded = rest.byteCount - end >= 2
    return (
      rest.extracting(0..<end).wideText(limit: textLimit), isEnded ? end + 2 : rest.byteCount
    )
  }

  private static func text(_ rest: RawSpan, bytes: Int) -> (String, Int)? {
    var units: [UInt8] = []
    var end = 0
    let most = bytes > 0 ? bytes : rest.byteCount
    guard most <= rest.byteCount else { return nil }
    while end < most, let byte = rest.littleEndian(at: end, as: UInt8.self), byte != 0 {
      if units.count < textLimit { units.append(byte) }
      end += 1
    }
    return (
      String(decoding: units, as: UTF8.self), bytes > 0 ? bytes : min(end + 1, rest.byteCount)
    )
  }

  private static func fixed(_ type: TraceType, _ bytes: RawSpan) -> String {
    switch bytes.byteCount {
    case 1: return number(type, bytes.littleEndian(at: 0, as: UInt8.self) ?? 0)
    case 2: return number(type, bytes.littleEndian(at: 0, as: UInt16.self) ?? 0)
    case 4:
      let value = bytes.littleEndian(at: 0, as: UInt32.self) ?? 0
      return type.rawValue == 13 ? (value == 0 ? "false" : "true") : number(type, value)
    case 8: return number(type, bytes.littleEndian(at: 0, as: UInt64.self) ?? 0)
    default: return type.rawValue == 15 ? guid(bytes, at: 0) ?? "" : hexadecimal(bytes)
    }
  }

  private static func number<Value: FixedWidthInteger & UnsignedInteger>(
    _ type: TraceType, _ value: Value
  ) -> String {
    if type.isHexadecimal { return "0x" + String(value, radix: 16) }
    guard type.isSigned, value > Value.max / 2 else { return String(value) }
    return "-" + String(~value &+ 1)
  }

  private static func hexadecimal(_ bytes: RawSpan) -> String {
    var text = ""
    for place in 0..<min(bytes.byteCount, binaryLimit) {
      let byte = bytes.littleEndian(at: place, as: UInt8.self) ?? 0
      text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return text
  }

  /// A security identifier: revision, count, six bytes of authority, so many numbers.
  private static func identifier(_ bytes: RawSpan) -> (String, Int)? {
    guard let revision = bytes.littleEndian(at: 0, as: UInt8.self),
      let count = bytes.littleEndian(at: 1, as: UInt8.self), count <= 15,
      let authority = bytes.bigEndian(at: 4, as: UInt32.self),
      bytes.byteCount >= 8 + Int(count) * 4
    else { return nil }
    var text = "S-\(revision)-\(authority)"
    for place in 0..<Int(count) {
      text += "-\(bytes.littleEndian(at: 8 + place * 4, as: UInt32.self) ?? 0)"
    }
    return (text, 8 + Int(count) * 4)
  }

  /// `{28AA95BB-D444-4719-A36F-40462168127E}`; nil where it is zero or cut.
  static func guid(_ bytes: RawSpan, at place: Int) -> String? {
    guard let one = bytes.littleEndian(at: place, as: UInt32.self),
      let two = bytes.littleEndian(at: place + 4, as: UInt16.self),
      let three = bytes.littleEndian(at: place + 6, as: UInt16.self),
      let rest = bytes.bigEndian(at: place + 8, as: UInt64.self),
      one != 0 || two != 0 || three != 0 || rest != 0
    else { return nil }
    func text(_ value: UInt64, _ digits: Int) -> String {
      let plain = String(value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, digits - plain.count)) + plain
    }
    return "{\(text(UInt64(one), 8))-\(text(UInt64(two), 4))-\(text(UInt64(three), 4))-"
      + "\(text(rest >> 48, 4))-\(text(rest & 0xFFFF_FFFF_FFFF, 12))}"
  }
}
