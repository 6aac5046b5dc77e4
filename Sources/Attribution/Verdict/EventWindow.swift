import CaptureReader
import Foundation

/// Commands that read Windows' event logs show the newest records first: the day after, those of the
/// session's end are no longer among them.
enum EventWindow {
  /// `text` with each `-MaxEvents` counting from shortly before `time` on. A crash or power failure is
  /// recorded when the host is up again, so there is no end.
  static func limited(_ text: String, from time: @autoclosure () -> Timestamp) -> String {
    guard has(text) else { return text }
    let seconds = time().advanced(by: .zero - before).nanoseconds / 1_000_000_000
    let stamp = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    return text.replacing(
      "} -MaxEvents", with: ";StartTime=[datetime]'\(stamp)'} -Oldest -MaxEvents")
  }

  /// There may be such a command in the text.
  static func has(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var place = 0
    while place < bytes.count, bytes[place] != UInt8(ascii: "@") { place += 1 }
    return place < bytes.count
  }

  /// Clocks of capture and server differ.
  private static let before = TimeSpan.seconds(120)
}
