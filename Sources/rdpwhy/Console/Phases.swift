import Batch
import Foundation

/// Says what was done and how long it took (`--verbose`).
struct Phases {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now

  init(isShown: Bool) { self.isShown = isShown }

  /// Ends a phase.
  mutating func end(_ what: String) {
    let now = ContinuousClock.now
    if isShown { Diagnostics.report("\(what), \(Self.text(last.duration(to: now)))") }
    last = now
  }

  func finish() {
    guard isShown else { return }
    Diagnostics.report("\(Self.text(start.duration(to: .now))) in all")
  }

  static func text(_ duration: Duration) -> String {
    let milliseconds = Int(clamping: Int64((duration / .milliseconds(1)).rounded()))
    return milliseconds < 10_000 ? "\(milliseconds) ms" : "\(milliseconds / 1_000) s"
  }
}

extension SeriesEnd {
  /// One line of `--verbose`.
  var text: String {
    let size = ProgressLine.size(bytes)
    guard let time else { return "\(series): as before, \(sessions) sessions" }
    return "\(series): \(size), \(sessions) sessions, \(Phases.text(time))"
  }
}
