/// What stands for other characters in JSON's strings.
enum JSONEscapes {
  /// - Parameter raw: what stands between the quotation marks.
  static func unescaped(_ raw: ArraySlice<UInt8>) throws(RecordError) -> String {
    func error(_ index: Int, _ expected: String) -> RecordError {
      RecordError(offset: index - raw.startIndex, expected: expected)
    }
    var units: [UInt16] = []
    var text = ""
    var index = raw.startIndex
    func flush() {
      text += String(decoding: units, as: UTF16.self)
      units.removeAll(keepingCapacity: true)
    }
    while index < raw.endIndex {
      guard raw[index] == UInt8(ascii: "\\") else {
        let end = raw[index...].firstIndex(of: UInt8(ascii: "\\")) ?? raw.endIndex
        flush()
        text += String(decoding: raw[index..<end], as: UTF8.self)
        index = end
        continue
      }
      guard index + 1 < raw.endIndex else { throw error(index, "an escape") }
      let mark = raw[index + 1]
      index += 2
      switch mark {
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "u"):
        guard raw.endIndex - index >= 4,
          let unit = UInt16(String(decoding: raw[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw error(index, "four hexadecimal digits") }
        units.append(unit)
        index += 4
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(UInt16(mark))
      default: throw error(index, "an escape")
      }
    }
    flush()
    return text
  }
}
