import Reporting

/// The exit codes of the program, declared once: the help of every command has them.
enum ExitStatus {
  static let all: [(code: Int32, meaning: String)] =
    Outcome.allCases.map { ($0.rawValue, meaning($0)) } + [
      (64, "the command line, the environment or the configuration is wrong"),
      (74, "the results could not be written"),
      (Signals.interrupted, "interrupted (Ctrl-C, SIGTERM)"),
    ]

  private static func meaning(_ outcome: Outcome) -> String {
    switch outcome {
    case .analysed: "analysed, whatever was found"
    case .found: "a session has a cause named by --fail-on"
    case .nothing: "nothing could be analysed; for explain: the code is unknown"
    case .partial: "partial: an input was unreadable or cut short, the results are valid"
    }
  }
}
