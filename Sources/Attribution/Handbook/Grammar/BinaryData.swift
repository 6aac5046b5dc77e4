/// The status inside an event's binary data, as TermDD's events 50 and 56 carry it.
///
/// The data is a driver's error log packet: 40 bytes of header, then the program's own words, of which
/// the last is the status in little-endian order (`B50000D0` is 0xD00000B5). Event viewers write it
/// as one string of digits, or as lines of bytes or of words behind their offset.
enum BinaryData {
  /// Hexadecimal digits of the header and one word.
  private static let shortest = 88
  private static let longest = 256

  static func statuses(in line: String) -> [String] {
    wholes(line) + offsets(line)
  }

  /// `<Binary>0000040001…B50000D0</Binary>`
  private static func wholes(_ line: String) -> [String] {
    line.split { !$0.isHexDigit }.compactMap { run in
      guard (shortest...longest).contains(run.count), run.count.isMultiple(of: 8),
        // The event's number, as 0xC00A0038 in two places of the header.
        run.uppercased().contains("000AC0")
      else { return nil }
      return status(run.suffix(8))
    }
  }

  /// `0028: b5 00 00 d0` and `0028: d00000b5`
  private static func offsets(_ line: String) -> [String] {
    let parts = line.split { $0 == " " || $0 == "\t" }
    guard let first = parts.first, first == "0028:" || first == "0x0028:" else { return [] }
    let bytes = parts.dropFirst().prefix(4)
    if bytes.count == 4, bytes.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isHexDigit) }) {
      return status(Substring(bytes.joined())).map { [$0] } ?? []
    }
    guard let word = parts.dropFirst().first, word.count == 8, word.allSatisfy(\.isHexDigit)
    else { return [] }
    return ["0x" + word]
  }

  /// Four bytes in little-endian order; a status has its severity in the upper bits.
  private static func status(_ digits: Substring) -> String? {
    var bytes: [Substring] = []
    var rest = digits
    while rest.count >= 2 {
      bytes.append(rest.prefix(2))
      rest = rest.dropFirst(2)
    }
    let word = bytes.reversed().joined()
    guard let value = UInt32(word, radix: 16), value >= 0x8000_0000 else { return nil }
    return "0x" + word
  }
}
