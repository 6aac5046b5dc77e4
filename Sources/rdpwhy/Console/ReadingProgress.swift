import CaptureReader

/// How far the reading of captures is, in words.
struct ReadingProgress: Sendable {
  private let monitor: ReadingMonitor
  /// Stored bytes of all files; 0 where nobody knows.
  private let total: Int
  private let start = ContinuousClock.now

  init(_ monitor: ReadingMonitor, total: Int) {
    self.monitor = monitor
    self.total = total
  }

  /// `reading: 34 % of 1200 MB, 120 MB/s, 7 s left`. A file may be read twice, so there is no more than
  /// all of it.
  var line: String {
    let read = monitor.bytesRead
    let seconds = max(0.001, start.duration(to: .now) / .seconds(1))
    let speed = Double(read) / seconds
    guard total > 0, read <= total else {
      return "reading: \(Self.megabytes(Double(read))) MB, \(Self.megabytes(speed)) MB/s"
    }
    var line =
      "reading: \(Int(100 * Double(read) / Double(total))) % of "
      + "\(Self.megabytes(Double(total))) MB, \(Self.megabytes(speed)) MB/s"
    if speed > 0, seconds > 1 {
      let left = Double(total - read) / speed
      if left < 1_000_000 { line += ", \(Int(left.rounded(.up))) s left" }
    }
    return line
  }

  private static func megabytes(_ bytes: Double) -> String {
    let tenths = Int((bytes / 100_000).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)" : "\(tenths / 10)"
  }
}
