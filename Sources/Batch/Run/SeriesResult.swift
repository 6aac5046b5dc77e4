import CaptureReader
import Foundation
import Reporting

/// What one series came to: its head, and its sessions and inputs as lines of NDJSON.
struct SeriesResult: Sendable {
  var head: SeriesHead
  var lines: [UInt8]

  /// The head's line and the others, with the attempts' groups numbered from `firstGroup` on.
  func text(firstGroup: Int) throws -> [UInt8] {
    var numbered = head
    numbered.firstGroup = head.groups > 0 ? firstGroup : 0
    var text = try Self.encode(numbered)
    let shift = numbered.firstGroup.subtractingSaturating(head.firstGroup)
    guard shift != 0, head.sessions > 0 else { return text + lines }
    text.reserveCapacity(text.count + lines.count + 64)
    var left = head.sessions
    forEachLine { line in
      if left > 0 {
        text += GroupNumber.shifted(line, by: shift)
      } else {
        text += line
      }
      text.append(Self.lineFeed)
      left -= 1
    }
    return text
  }

  /// Hands over the lines without their ends.
  func forEachLine(_ body: (ArraySlice<UInt8>) throws -> Void) rethrows {
    var start = 0
    while start < lines.count {
      let end = lines[start...].firstIndex(of: Self.lineFeed) ?? lines.count
      if end > start { try body(lines[start..<end]) }
      start = end + 1
    }
  }

  static let lineFeed = UInt8(ascii: "\n")

  private static func encode(_ head: SeriesHead) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(head).escapingInvisible) + [lineFeed]
  }
}

/// The number of a session's attempt group in its line: groups are counted over a whole output, and a
/// part of it does not know what comes before it.
enum GroupNumber {
  /// Keys are sorted, so every session begins with its attempt.
  private static let prefix = Array(#"{"attempt":{"group":"#.utf8)

  static func shifted(_ line: ArraySlice<UInt8>, by shift: Int) -> ArraySlice<UInt8> {
    guard line.starts(with: prefix) else { return line }
    let rest = line.dropFirst(prefix.count)
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return line }
    let (shifted, overflow) = number.addingReportingOverflow(shift)
    guard !overflow else { return line }
    return prefix + Array(String(shifted).utf8) + rest.dropFirst(digits.count)
  }
}
