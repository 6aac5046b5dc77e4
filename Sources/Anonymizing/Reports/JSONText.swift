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

  /// The line with the texts of some keys changed; texts with escapes stay.
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
        guard let end = line[start...].firstIndex(of: UInt8(ascii: "\"")) else { break }
        let text = line[start..<end]
        if text.contains(UInt8(ascii: "\\")) { break }
        result.append(UInt8(ascii: "\""))
        result += Array(change(String(decoding: text, as: UTF8.self)).utf8)
        result.append(UInt8(ascii: "\""))
        place = end + 1
        guard isList, place < line.count, line[place] == UInt8(ascii: ",") else { break }
        result.append(line[place])
        place += 1
      }
    }
    return result
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
