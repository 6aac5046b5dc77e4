/// How summed log-odds become probabilities.
public struct Calibration: Sendable, Hashable {
  /// Divides the log-odds: above 1 the weights are taken for bolder than they are.
  public var temperature: Double
  /// Divides the log-odds once more where codes of one cause are told apart: their weights were set with
  /// other causes in mind: of 71 codes that had from half to 0.95 of their cause all were right.
  public var codeTemperature: Double
  /// Highest confidence that is ever given: some ends rest on what no packet shows.
  public var ceiling: Double

  public init(temperature: Double, ceiling: Double, codeTemperature: Double = 0.4) {
    self.temperature = temperature
    self.ceiling = ceiling
    self.codeTemperature = codeTemperature
  }

  /// Fitted on the labelled recordings (Docs/accuracy.md).
  public static let current = Calibration(temperature: 1.0, ceiling: 0.99)
}
