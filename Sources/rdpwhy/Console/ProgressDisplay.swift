import Batch
import Dispatch
import Foundation

/// Shows progress on standard error: a bar on a terminal, else a line now and then.
final class ProgressDisplay {
  /// Seconds between two lines where no terminal is.
  private static let logInterval = 30.0
  private static let barInterval = 0.2

  private let timer: any DispatchSourceTimer
  private let isTerminal: Bool
  private let queue = DispatchQueue(label: "progress")

  init(_ progress: RunProgress) {
    let isTerminal = isatty(STDERR_FILENO) == 1
    self.isTerminal = isTerminal
    let start = Date()
    let columns = Self.columns
    timer = DispatchSource.makeTimerSource(queue: queue)
    let interval = isTerminal ? Self.barInterval : Self.logInterval
    timer.schedule(deadline: .now() + interval, repeating: interval)
    timer.setEventHandler {
      let line = ProgressLine(progress.snapshot, after: Date().timeIntervalSince(start))
      if isTerminal {
        Self.write("\r\u{1B}[K" + line.bar(columns: columns))
      } else {
        Diagnostics.report(line.text)
      }
    }
    timer.resume()
  }

  /// Ends the display and clears its line.
  func finish() {
    timer.cancel()
    queue.sync {
      if isTerminal { Self.write("\r\u{1B}[K") }
    }
  }

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Of the terminal, as the shell says it.
  private static var columns: Int {
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }
}
