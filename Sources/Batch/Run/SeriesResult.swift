import Foundation

/// What one series came to: its head, and its sessions and inputs as lines of NDJSON.
struct SeriesResult: Sendable {
  var head: SeriesHead
  var lines: Data

  /// The head's line and the others, with the attempts' groups numbered from `firstGroup` on.
  func text(firstGroup: Int) throws -> Data {
    var numbered = head
    numbered.firstGroup = head.groups > 0 ? firstGroup : 0
    var text = try Self.encode(numbered)
    let shift = numbered.firstGroup - head.firstGroup
    guard shift != 0, head.sessions > 0 else { return text + lines }
    var left = head.sessions
    for line in lines.split(separator: Self.lineFeed) {
      text.append(left > 0 ? GroupNumber.shifted(line, by: shift) : line)
      text.append(Self.lineFeed)
      left -= 1
    }
    return text
  }

  static let lineFeed = UInt8(ascii: "\n")

  private static func encode(_ head: SeriesHead) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(head) + [lineFeed]
  }
}

/// The number of a session's attempt group in its line: groups are counted over a whole output, and a
/// part of it does not know what comes before it.
enum GroupNumber {
  /// Keys are sorted, so every session begins with its attempt.
  private static let prefix = Data(#"{"attempt":{"group":"#.utf8)

  static func shifted(_ line: Data, by shift: Int) -> Data {
    guard line.starts(with: prefix) else { return line }
    let rest = line.dropFirst(prefix.count)
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return line }
    return prefix + Data(String(number + shift).utf8) + rest.dropFirst(digits.count)
  }
}
