/// How summed log-odds become probabilities.
public struct Calibration: Sendable, Hashable {
  /// Divides the log-odds: above 1 the weights are taken for bolder than they are.
  public var temperature: Double
  /// Highest confidence that is ever given: some ends rest on what no packet shows.
  public var ceiling: Double

  public init(temperature: Double, ceiling: Double) {
    self.temperature = temperature
    self.ceiling = ceiling
  }

  /// Fitted on the labelled recordings (Docs/accuracy.md).
  public static let current = Calibration(temperature: 1.0, ceiling: 0.98)
}
