import CaptureReader
import Reporting

/// Progress as one line of text, for a terminal or a log.
public struct ProgressLine {
  private let snapshot: RunProgress.Snapshot
  private let seconds: Double

  /// - Parameter seconds: since the run began.
  public init(_ snapshot: RunProgress.Snapshot, after seconds: Double) {
    self.snapshot = snapshot
    self.seconds = max(seconds, 0.001)
  }

  /// `[####----]  48 %  1.2 of 2.5 GB  210 MB/s  6 s left  310 sessions`, without the last parts where
  /// a terminal has no room for them.
  public func bar(columns: Int) -> String {
    let width = columns < 100 ? 10 : 20
    let filled = Int(share * Double(width))
    var line =
      "[" + String(repeating: "#", count: filled)
      + String(repeating: "-", count: width - filled) + "]"
    for part in parts {
      guard line.count + 2 + part.count < columns else { break }
      line += "  " + part
    }
    return line
  }

  public var text: String { parts.joined(separator: "  ") }

  private var parts: [String] {
    var parts = [
      "\(Int(share * 100)) %", Self.sizes(snapshot.bytesDone, of: snapshot.bytes),
      "\(Self.size(Int(min(rate, 1e18))))/s",
    ]
    if let left { parts.append("\(Self.time(left)) left") }
    parts.append("\(snapshot.sessions) session\(snapshot.sessions == 1 ? "" : "s")")
    parts.append("\(snapshot.seriesDone) of \(snapshot.series) series")
    return parts
  }

  /// `1.2 of 2.5 GB`, `900 kB of 2.5 GB`.
  private static func sizes(_ part: Int, of whole: Int) -> String {
    let (first, second) = (size(part), size(whole))
    let unit = second.drop { $0 != " " }
    return (first.hasSuffix(unit) ? String(first.dropLast(unit.count)) : first) + " of " + second
  }

  private var share: Double {
    guard snapshot.bytes > 0 else {
      return snapshot.series > 0 ? Double(snapshot.seriesDone) / Double(snapshot.series) : 1
    }
    return min(1, max(0, Double(snapshot.bytesDone) / Double(snapshot.bytes)))
  }

  private var rate: Double { max(0, Double(snapshot.bytesRead)) / seconds }

  private var left: Double? {
    guard rate > 0 else { return nil }
    return max(0, Double(snapshot.bytes.subtractingSaturating(snapshot.bytesDone))) / rate
  }

  /// `310 MB`, in powers of ten.
  public static func size(_ bytes: Int) -> String {
    let units = ["B", "kB", "MB", "GB", "TB"]
    var value = Double(max(0, bytes))
    var unit = 0
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return unit == 0 || value >= 100
      ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  static func time(_ seconds: Double) -> String {
    let whole = Int(min(seconds.rounded(.up), 3_600_000))
    if whole < 60 { return "\(whole) s" }
    if whole < 3_600 { return "\(whole / 60) min" }
    return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
  }
}
