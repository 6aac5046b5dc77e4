import CaptureReader
import Evidence

/// One witness of a session beside the names of its inputs.
struct WitnessView {
  let witness: Witness
  let names: InputNames
}

/// A source that saw the session.
enum WitnessFields {
  static let record = Record<WitnessView>(
    "witness", "a source that saw the session: a capture or a log",
    [
      Field("input", "the first input that holds what it saw") {
        $0.names[$0.witness.inputs.lowerBound]
      },
      Field("kind", "capture or log") { $0.witness.kind.rawValue },
      Field("point", "where it stands: client, server, between, gateway; null where unknown") {
        $0.witness.point?.rawValue
      },
      Field(
        "clock_offset_s",
        "its clock minus the session's; null where they were not compared",
        as: .real
      ) { $0.witness.clock.map { $0.offset.secondsRounded } },
      Field("clock_error_s", "how far that may be off", as: .ratio) {
        $0.witness.clock.map { $0.error.secondsRounded }
      },
    ])
}
