public import CaptureReader
import TCPStreams

/// How the far point's clock stood against the near point's.
public struct PointClock: Sendable, Hashable, Codable {
  /// A time within which neither clock was set.
  public struct Piece: Sendable, Hashable, Codable {
    /// By the near clock; the first piece also serves for all before it.
    public var start: Timestamp
    public var end: Timestamp
    /// Far clock less near clock at `start`.
    public var offset: TimeSpan
    /// How wrong the offset can be: half of the shortest round trip between the points, for nobody
    /// can tell a longer way there from a longer way back.
    public var error: TimeSpan
    /// Drift of the far clock in parts per million, 0 where the packets show none.
    public var skewPPM: Double
    public var samples: Int

    func offset(at near: Timestamp) -> TimeSpan {
      guard skewPPM != 0 else { return offset }
      let drift = Double(near.since(start).nanoseconds) * skewPPM / 1e6
      return offset + TimeSpan(nanoseconds: Int64(drift.clamped(to: 1e17)))
    }
  }

  /// In order; two neighbours are a step of one clock.
  public var pieces: [Piece]
  /// Shortest round trip between the points; nil where only one direction was seen at both.
  public var roundTrip: TimeSpan?

  /// The piece with the most packets.
  public var main: Piece? { pieces.max { $0.samples < $1.samples } }
  public var offset: TimeSpan { main?.offset ?? .zero }
  public var error: TimeSpan { main?.error ?? .zero }
  public var steps: [Timestamp] { pieces.dropFirst().map(\.start) }

  public func offset(at near: Timestamp) -> TimeSpan {
    (pieces.last { $0.start <= near } ?? pieces.first)?.offset(at: near) ?? .zero
  }

  /// A time of the far clock on the near one.
  public func near(_ far: Timestamp) -> Timestamp {
    var time = far.advanced(by: .zero - offset)
    // The offset depends on the near time, which depends on the offset: twice is exact enough.
    time = far.advanced(by: .zero - offset(at: time))
    return far.advanced(by: .zero - offset(at: time))
  }
}

extension PointClock {
  /// - Parameters:
  ///   - pairs: packets seen at both points, each sent once.
  ///   - oneWayTrip: a round trip that stands in where packets of one side only were seen at both.
  init?(
    _ pairs: [(near: Timestamp, far: Timestamp, side: Side)], oneWayTrip: TimeSpan?
  ) {
    let clock = ClockSamples(pairs)
    let samples = clock.samples
    guard !samples.isEmpty else { return nil }
    var pieces: [Piece] = []
    var trip: Double?
    var start = 0
    while start < samples.count {
      let end = Self.feasibleEnd(samples, from: start)
      let piece = samples[start..<end]
      let drift = Self.drift(of: piece)
      let strip = ClockSamples.strip(piece, drift: drift)
      let isBothWays = strip.low.isFinite && strip.high.isFinite
      let assumed = Double(oneWayTrip?.nanoseconds ?? 0)
      let width = isBothWays ? max(0, strip.high - strip.low) : assumed
      let level =
        isBothWays
        ? (strip.low + strip.high) / 2
        : strip.high.isFinite ? strip.high - assumed / 2 : strip.low + assumed / 2
      if isBothWays { trip = min(trip ?? width, width) }
      let first = piece[start].time
      let offset = clock.base.addingSaturating(
        Int64((level + drift * first).rounded().clamped(to: 1e18)))
      pieces.append(
        Piece(
          start: clock.origin.advanced(by: Self.span(first)),
          end: clock.origin.advanced(by: Self.span(piece[end - 1].time)),
          offset: TimeSpan(nanoseconds: offset), error: Self.span(width / 2),
          skewPPM: drift * 1e6, samples: piece.count))
      start = end
    }
    self.pieces = Self.merged(pieces)
    roundTrip = trip.map { Self.span($0) }
  }

  /// The longest run from `start` that one line can lie through.
  private static func feasibleEnd(_ samples: [ClockSamples.Sample], from start: Int) -> Int {
    if isFeasible(samples[start...]) { return samples.count }
    var (low, high) = (start + 1, samples.count)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if isFeasible(samples[start..<middle]) { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func isFeasible(_ samples: ArraySlice<ClockSamples.Sample>) -> Bool {
    let tolerance = -Double(PointTolerance.clock.nanoseconds)
    if ClockSamples.width(samples, 0) >= tolerance { return true }
    return ClockSamples.width(samples, ClockSamples.widestDrift(samples)) >= tolerance
  }

  /// The drift that the packets prove: without it both kinds of delays would not fit, or would fit
  /// much worse.
  private static func drift(of samples: ArraySlice<ClockSamples.Sample>) -> Double {
    guard let first = samples.first, let last = samples.last else { return 0 }
    let length = last.time - first.time
    let drift = ClockSamples.widestDrift(samples)
    let (with, without) = (
      ClockSamples.width(samples, drift), ClockSamples.width(samples, 0)
    )
    guard with.isFinite, without.isFinite else { return 0 }
    let moved = abs(drift) * length
    let isNeeded = without < 0 && with > without
    // A true drift narrows the strip by as much as it moves; the noise of a few packets by less.
    let isPlain = length >= 60e9 && moved > 200_000 && with - without > moved * 0.6
    return isNeeded || isPlain ? drift : 0
  }

  /// A lone sample between two pieces that fit each other is an odd packet, not two steps.
  private static func merged(_ pieces: [Piece]) -> [Piece] {
    guard pieces.count > 1 else { return pieces }
    let most = pieces.map(\.samples).max() ?? 0
    let kept = pieces.filter { $0.samples > 3 || $0.samples * 20 > most }
    return kept.isEmpty ? pieces : kept
  }

  private static func span(_ nanoseconds: Double) -> TimeSpan {
    TimeSpan(nanoseconds: Int64(nanoseconds.rounded().clamped(to: 9e18)))
  }
}

extension Double {
  func clamped(to limit: Double) -> Double {
    isNaN ? 0 : Swift.min(Swift.max(self, -limit), limit)
  }
}
