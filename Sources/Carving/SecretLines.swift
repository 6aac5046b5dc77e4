/// Lines of key logs by the client random that they belong to, so that a carved capture gets those of
/// its own sessions only.
struct SecretLines {
  /// Lines kept; a log of more is read to here.
  private static let limit = 1_000_000

  private var lines: [String: [UInt8]] = [:]

  init(_ logs: [[UInt8]]) {
    var count = 0
    for log in logs {
      for line in log.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0 })
      where count < Self.limit {
        let fields = line.split(separator: 0x20)
        guard fields.count == 3, fields[1].count == 64, line.first != UInt8(ascii: "#") else {
          continue
        }
        let random = String(decoding: fields[1], as: UTF8.self).lowercased()
        lines[random, default: []] += Array(line) + [0x0A]
        count += 1
      }
    }
  }

  var isEmpty: Bool { lines.isEmpty }

  /// The lines of the session whose ClientHello a segment begins with (RFC 8446 §4.1.2): record header
  /// of five bytes, message header of four, version, 32 bytes of random.
  func lines(forHelloIn payload: ArraySlice<UInt8>) -> [UInt8]? {
    let start = payload.startIndex
    guard payload.count >= 43, payload[start] == 22, payload[start + 1] == 3,
      payload[start + 5] == 1
    else { return nil }
    let random = payload[(start + 11)..<(start + 43)].map { byte in
      String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
    }.joined()
    return lines[random]
  }
}
