import CaptureReader

/// From seconds to places on a chart's time axis, which ends with what the chart is about.
struct TimeScale {
  /// Of every chart, in its own units.
  static let width = 800.0
  /// Where the plot begins; names and numbers stand left of it.
  static let left = 112.0
  static let right = 786.0
  private static let mostTicks = 6

  let start: Timestamp
  /// Seconds from the start to the end; never nothing.
  let length: Double

  init(from start: Timestamp, to end: Timestamp) {
    self.start = start
    let seconds = end.since(start).seconds
    length = seconds.isFinite ? min(max(seconds, 1e-6), 1e9) : 1e-6
  }

  /// Seconds since the start, within the axis.
  func seconds(_ time: Timestamp) -> Double { min(max(time.since(start).seconds, 0), length) }

  func x(_ seconds: Double) -> Double {
    Self.left + min(max(seconds / length, 0), 1) * (Self.right - Self.left)
  }

  func x(_ time: Timestamp) -> Double { x(seconds(time)) }

  func contains(_ time: Timestamp) -> Bool {
    let seconds = time.since(start).seconds
    return seconds >= 0 && seconds <= length
  }

  /// Distances from the end in seconds where the axis has marks, the end itself included.
  var ticks: [Double] {
    let step = Self.steps.first { length / $0 <= Double(Self.mostTicks - 1) } ?? length
    return (0..<Self.mostTicks).map { Double($0) * step }.filter { $0 <= length * 1.0001 }
  }

  /// 1, 2 and 5 of each decimal unit below a minute, then parts of the clock.
  private static let steps: [Double] =
    [
      1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2,
      5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400,
    ] + [172_800, 432_000, 864_000, 2_592_000, 8_640_000, 31_536_000]

  /// `−5 s`, `−20 ms`, `−3 min`, `−2 h`.
  static func text(beforeEnd seconds: Double) -> String {
    if seconds <= 0 { return "end" }
    let (value, unit): (Double, String) =
      switch seconds {
      case ..<0.000_999: (seconds * 1e6, "µs")
      case ..<0.999: (seconds * 1e3, "ms")
      case ..<119: (seconds, "s")
      case ..<7_199: (seconds / 60, "min")
      case ..<172_799: (seconds / 3600, "h")
      default: (seconds / 86_400, "d")
      }
    return "−\(Markup.number(value))\u{A0}\(unit)"
  }

  /// The axis with its marks and their texts, below a plot that reaches from `top` to `bottom`.
  func drawAxis(_ svg: inout Markup, top: Double, bottom: Double, title: String) {
    for tick in ticks {
      let x = x(length - tick)
      svg.line("grid", from: (x, top), to: (x, bottom + 5))
      // The last text ends with the drawing, the first one begins with it.
      let anchor: Markup.Anchor = tick == 0 ? .end : x < Self.left + 30 ? .start : .middle
      svg.label(Self.text(beforeEnd: tick), "tick", x: x, y: bottom + 24, anchor: anchor)
    }
    svg.line("axis", from: (Self.left, bottom), to: (Self.right, bottom))
    svg.label(title, "tick", x: (Self.left + Self.right) / 2, y: bottom + 50, anchor: .middle)
  }

  /// What the axis takes below the plot.
  static let axisHeight = 60.0
}
