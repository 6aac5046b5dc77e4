import CaptureReader
import TCPStreams

/// Whose schedule a sender's repeats follow, and when that gives up, as a clause of evidence.
enum BackoffText {
  /// Empty where the schedule is not known; begins with a semicolon otherwise.
  static func clause(_ backoff: Backoff?, in facts: WireFacts) -> String {
    guard let backoff, let stack = stack(of: backoff) else { return "" }
    let schedule = "; the pauses follow \(stack)"
    guard let limit = backoff.givesUpAfter, let end = backoff.givesUpAt else { return schedule }
    let rest = end.since(facts.connection.captureEnd)
    return schedule + ", which gives up after \(limit.text)"
      + (rest > .zero ? " (\(rest.text) after the capture's end)" : "")
  }

  private static func stack(of backoff: Backoff) -> String? {
    switch backoff.schedule {
    case .windows: "Windows' schedule"
    case .windowsBefore10: "the schedule of Windows before 10"
    case .linux: "Linux's schedule"
    case .linearSYN: "the schedule of Linux from 6.5 on"
    case .doubling, .irregular: nil
    }
  }
}
