import PacketDecode

/// Finds values by their keys in lines of JSON as this program writes them: without blanks, at any depth.
enum JSONText {
  /// The texts that stand as a key's value, or in the list that is its value, wherever it stands.
  static func values(of key: String, in line: [UInt8]) -> [String] {
    var found: [String] = []
    _ = replacing([key], in: line) {
      found.append($0)
      return $0
    }
    return found
  }

  /// The line with the texts of some keys changed.
  static func replacing(
    _ keys: [String], in line: [UInt8], _ change: (String) -> String
  ) -> [UInt8] {
    let marks = keys.map { Array("\"\($0)\":".utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(line.count)
    var place = 0
    while place < line.count {
      guard line[place] == UInt8(ascii: "\""),
        let mark = marks.first(where: { line[place...].starts(with: $0) })
      else {
        result.append(line[place])
        place += 1
        continue
      }
      result += mark
      place += mark.count
      let isList = place < line.count && line[place] == UInt8(ascii: "[")
      if isList {
        result.append(line[place])
        place += 1
      }
      while place < line.count, line[place] == UInt8(ascii: "\"") {
        let start = place + 1
        guard let end = end(ofText: start, in: line) else { break }
        let text = text(line[start..<end])
        let changed = change(text)
        result.append(UInt8(ascii: "\""))
        result += changed == text ? Array(line[start..<end]) : escaped(changed)
        result.append(UInt8(ascii: "\""))
        place = end + 1
        guard isList, place < line.count, line[place] == UInt8(ascii: ",") else { break }
        result.append(line[place])
        place += 1
      }
    }
    return result
  }

  /// The quote that ends a text.
  private static func end(ofText start: Int, in line: [UInt8]) -> Int? {
    var place = start
    while place < line.count, line[place] != UInt8(ascii: "\"") {
      place += line[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return place < line.count ? place : nil
  }

  /// What stands between quotes, without escapes (RFC 8259 §7).
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    let short: [UInt8: UInt16] = [
      UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "f"): 12,
      UInt8(ascii: "r"): 13,
    ]
    var units: [UInt16] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if bytes[place] != UInt8(ascii: "\\") {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\\")) ?? bytes.endIndex
        units += String(decoding: bytes[place..<end], as: UTF8.self).utf16
        place = end
        continue
      }
      guard place + 1 < bytes.endIndex else { break }
      let letter = bytes[place + 1]
      let digits = bytes[min(place + 2, bytes.endIndex)...].prefix(4)
      if letter == UInt8(ascii: "u"),
        let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        units.append(unit)
        place += 6
      } else {
        units.append(short[letter] ?? UInt16(letter))
        place += 2
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func escaped(_ text: String) -> [UInt8] {
    text.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
      case ..<0x20:
        Array("\\u00".utf8) + [byte >> 4, byte & 0xF].map { $0 + ($0 < 10 ? 0x30 : 0x57) }
      default: [byte]
      }
    }
  }

  /// The end of a connection that two keys give.
  static func endpoint(_ host: String, _ port: String, in line: [UInt8]) -> Endpoint? {
    guard let text = values(of: host, in: line).first, let address = IPAddress(text) else {
      return nil
    }
    let mark = Array("\"\(port)\":".utf8)
    guard
      let start = line.indices.first(where: {
        line[$0] == UInt8(ascii: "\"") && line[$0...].starts(with: mark)
      })
    else { return nil }
    let digits = line[(start + mark.count)...].prefix { $0.isDigit }
    return UInt16(String(decoding: digits, as: UTF8.self)).map {
      Endpoint(address: address, port: $0)
    }
  }
}
