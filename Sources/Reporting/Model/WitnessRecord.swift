import CaptureReader
import Evidence

/// A source that saw the session.
public struct WitnessRecord: Codable, Sendable {
  @ExplicitNull public var input: String?
  /// `capture` or `log`.
  public var kind: String
  /// `client`, `server`, `between`, `gateway`; `null` where it is not known.
  @ExplicitNull public var point: String?
  /// To be added to its times to have the session's; `null` where its clock was not compared.
  @ExplicitNull public var clockOffset: Double?
  @ExplicitNull public var clockError: Double?

  enum CodingKeys: String, CodingKey {
    case input, kind, point
    case clockOffset = "clock_offset_s"
    case clockError = "clock_error_s"
  }
}

extension WitnessRecord {
  init(_ witness: Witness, naming inputs: InputNames) {
    self.init(
      input: inputs[witness.inputs.lowerBound], kind: witness.kind.rawValue,
      point: witness.point?.rawValue, clockOffset: witness.clock?.offset.secondsRounded,
      clockError: witness.clock?.error.secondsRounded)
  }
}
