/// Splits lines of separated values, quotes and doubled quotes undone.
enum CSVLine {
  static let mostFields = 128

  /// The separator that a line uses most outside of quotes.
  static func separator(of line: LineBytes) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted,
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t")
      {
        counts[byte, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
  }

  static func fields(of line: LineBytes, separator: UInt8? = nil) -> [String] {
    let separator = separator ?? self.separator(of: line)
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var index = line.startIndex
    while index < line.endIndex, fields.count < mostFields {
      let byte = line[index]
      if byte == UInt8(ascii: "\"") {
        let next = index + 1
        if isQuoted, next < line.endIndex, line[next] == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == separator, !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self).trimmed)
        field = []
      } else {
        field.append(byte)
      }
      index += 1
    }
    fields.append(String(decoding: field, as: UTF8.self).trimmed)
    return fields
  }

  /// A quote is open at the line's end: the record goes on with the next line.
  static func isOpen(_ line: LineBytes) -> Bool {
    !line.reduce(0) { $1 == UInt8(ascii: "\"") ? $0 + 1 : $0 }.isMultiple(of: 2)
  }
}
