import CaptureReader
import Reporting

/// What one series came to: its head, and its sessions and inputs as lines of NDJSON.
struct SeriesResult: Sendable {
  var head: SeriesHead
  var lines: [UInt8]

  /// The head's line and the others, with the attempts' groups numbered from `firstGroup` on.
  func text(firstGroup: Int) -> [UInt8] {
    var numbered = head
    numbered.firstGroup = head.groups > 0 ? firstGroup : 0
    var text = numbered.text
    let shift = numbered.firstGroup.subtractingSaturating(head.firstGroup)
    guard shift != 0, head.sessions > 0 else { return text + lines }
    text.reserveCapacity(text.count + lines.count + 64)
    var left = head.sessions
    forEachLine { line in
      if left > 0 {
        text += SessionLine.shiftingStory(of: line, by: shift)
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
}
