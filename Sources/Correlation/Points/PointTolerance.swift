import CaptureReader

/// How exactly two captures' times are taken, and from where on a difference counts.
enum PointTolerance {
  /// Captures on one host differ by interrupts and batches of this length.
  static let order = TimeSpan.milliseconds(1)
  /// A round trip between two points that outweighs what the user says of their order.
  static let provenOrder = TimeSpan(nanoseconds: 500_000)
  /// No line within it through all delays: one clock was set.
  static let clock = TimeSpan(nanoseconds: 500_000)
  /// Fastest drift of a computer's clock against another: 500 parts per million.
  static let drift = 5e-4
  /// Round trip between two captures of one place: a switch or a router's two ports.
  static let samePlace = TimeSpan(nanoseconds: 60_000)
  /// Share of segments that copies of one place may lack.
  static let samePlaceLoss = 0.005
  /// Segments in a row that vanish, and over what time, for an outage.
  static let outageSegments = 3
  static let outageLength = TimeSpan.seconds(1)
  /// References kept of each kind.
  static let references = 16
  /// Stretches of outage kept for each direction.
  static let outages = 16
  /// Samples that the clock's line is laid through.
  static let clockSamples = 2_048
}
