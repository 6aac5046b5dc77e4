import Dispatch
import Foundation

/// Shows progress on standard error: a line that is written over on a terminal, else one now and
/// then.
final class ProgressDisplay {
  /// Seconds between two lines where no terminal is.
  private static let logInterval = 30.0
  private static let barInterval = 0.2

  private let timer: any DispatchSourceTimer
  private let isTerminal: Bool
  private let queue = DispatchQueue(label: "progress")

  /// - Parameters:
  ///   - line: what there is to say, for a log.
  ///   - bar: the same for a terminal of so many columns; `line` cut to them where it is nil.
  init(_ line: @escaping @Sendable () -> String, bar: (@Sendable (_ columns: Int) -> String)?) {
    let isTerminal = Self.isTerminal
    self.isTerminal = isTerminal
    let columns = Self.columns
    timer = DispatchSource.makeTimerSource(queue: queue)
    let interval = isTerminal ? Self.barInterval : Self.logInterval
    timer.schedule(deadline: .now() + interval, repeating: interval)
    timer.setEventHandler {
      if isTerminal {
        Self.show(bar?(columns) ?? String(line().prefix(columns - 1)))
      } else {
        Diagnostics.report(line())
      }
    }
    timer.resume()
  }

  /// Ends the display and clears its line.
  func finish() {
    timer.cancel()
    queue.sync {
      if isTerminal { Self.show("") }
    }
  }

  /// Writes over the line. A terminal that is narrower than it says cuts it (DECAWM off and on again)
  /// where it would go on to the next line and never be cleared.
  private static func show(_ text: String) {
    let bytes = Data("\r\u{1B}[K\u{1B}[?7l\(text)\u{1B}[?7h".utf8)
    try? FileHandle.standardError.write(contentsOf: bytes)
  }

  /// Whether someone sees standard error.
  static var isTerminal: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Of the terminal, as the shell says it.
  private static var columns: Int {
    max(20, ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80)
  }
}
