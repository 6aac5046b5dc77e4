/// Turns the bytes of a text into UTF-8, whatever encoding it has; works chunk by chunk.
struct TextDecoder {
  enum Encoding: Hashable {
    case utf8
    case utf16LittleEndian
    case utf16BigEndian
  }

  let encoding: Encoding
  private var isAtStart = true
  /// Half of a UTF-16 unit, or a high surrogate, that waits for the next chunk.
  private var pending: [UInt8] = []

  init(head: [UInt8]) { encoding = Self.encoding(of: head) }

  /// By the byte order mark, else by where zero bytes stand.
  static func encoding(of head: [UInt8]) -> Encoding {
    if head.starts(with: [0xff, 0xfe]) { return .utf16LittleEndian }
    if head.starts(with: [0xfe, 0xff]) { return .utf16BigEndian }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.prefix(512).enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = max(2, head.prefix(512).count / 4)
    if zeros.odd >= half, zeros.even < half / 4 { return .utf16LittleEndian }
    if zeros.even >= half, zeros.odd < half / 4 { return .utf16BigEndian }
    return .utf8
  }

  mutating func decode(_ chunk: [UInt8]) -> [UInt8] {
    var chunk = chunk
    if encoding == .utf8 {
      if isAtStart, chunk.starts(with: [0xef, 0xbb, 0xbf]) { chunk.removeFirst(3) }
      isAtStart = false
      // A file that was emptied while its program went on writing begins with zeros.
      return chunk.contains(0) ? chunk.filter { $0 != 0 } : chunk
    }
    let bytes = pending + chunk
    pending = []
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let unit =
        encoding == .utf16LittleEndian
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      if !(isAtStart && unit == 0xfeff) { units.append(unit) }
      isAtStart = false
      index += 2
    }
    if let last = units.last, last & 0xfc00 == 0xd800, index >= 2 {
      units.removeLast()
      pending = Array(bytes[(index - 2)..<index])
    }
    pending += bytes[index...]
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
