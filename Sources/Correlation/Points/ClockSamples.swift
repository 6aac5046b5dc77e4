import CaptureReader
import TCPStreams

/// What packets seen at two points say of their clocks.
///
/// Of the client's packets the far clock less the near one is the offset and the way there; of the
/// server's it is the offset less the way back. So the offset lies below all the first and above all
/// the second.
struct ClockSamples {
  struct Sample {
    /// By the near clock, in nanoseconds from `origin`.
    var time: Double
    /// Far clock less near clock, less `base`.
    var difference: Double
    var isUpper: Bool
  }

  let origin: Timestamp
  /// A difference near all others, so that doubles are exact to the nanosecond.
  let base: Int64
  let samples: [Sample]

  /// - Parameter differences: near time, far time, and whose packet.
  init(_ pairs: [(near: Timestamp, far: Timestamp, side: Side)]) {
    let sorted = pairs.sorted { ($0.near, $0.far) < ($1.near, $1.far) }
    origin = sorted.first?.near ?? Timestamp(nanoseconds: 0)
    let base = sorted.first.map { $0.far.since($0.near).nanoseconds } ?? 0
    self.base = base
    let start = origin
    samples = Self.thinned(
      sorted.map { pair in
        Sample(
          time: Double(pair.near.since(start).nanoseconds),
          difference: Double(pair.far.since(pair.near).nanoseconds.subtractingSaturating(base)),
          isUpper: pair.side == .client)
      })
  }

  /// Of each stretch the tightest of both kinds: all that a line between them can touch.
  private static func thinned(_ samples: [Sample]) -> [Sample] {
    guard samples.count > PointTolerance.clockSamples else { return samples }
    let stretch = samples.count / (PointTolerance.clockSamples / 2) + 1
    var kept: [Sample] = []
    var start = 0
    while start < samples.count {
      let window = samples[start..<min(samples.count, start + stretch)]
      let upper = window.filter(\.isUpper).min { $0.difference < $1.difference }
      let lower = window.filter { !$0.isUpper }.max { $0.difference < $1.difference }
      kept += [upper, lower].compactMap(\.self).sorted { $0.time < $1.time }
      start += stretch
    }
    return kept
  }

  /// How far the lines of slope `drift` that touch both kinds of samples lie apart; negative where
  /// no such line runs between them.
  static func strip(_ samples: ArraySlice<Sample>, drift: Double) -> (low: Double, high: Double) {
    var low = -Double.infinity
    var high = Double.infinity
    for sample in samples {
      let value = sample.difference - drift * sample.time
      if sample.isUpper { high = min(high, value) } else { low = max(low, value) }
    }
    return (low, high)
  }

  /// The slope at which the strip between both kinds is widest, by ternary search: its width is a
  /// concave function of the slope.
  static func widestDrift(_ samples: ArraySlice<Sample>) -> Double {
    var (left, right) = (-PointTolerance.drift, PointTolerance.drift)
    for _ in 0..<48 {
      let one = left + (right - left) / 3
      let two = right - (right - left) / 3
      if width(samples, one) < width(samples, two) { left = one } else { right = two }
    }
    return (left + right) / 2
  }

  static func width(_ samples: ArraySlice<Sample>, _ drift: Double) -> Double {
    let strip = strip(samples, drift: drift)
    return strip.high - strip.low
  }
}
