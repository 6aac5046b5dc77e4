import Analysis
import Attribution
import Evidence

/// What is said of several connections that are one user's story.
enum StoryWords {
  /// `session lost; credssp.logon_failure (97 % sure): 2 tries, then …`.
  static func sentence(_ story: UserStory, deciding: SessionReport) -> String {
    let sure =
      deciding.verdict.cause == .undetermined
      ? "" : " (\(Quantity.confidence(deciding.verdict.confidence)) sure)"
    return "\(outcome(story.outcome)); \(deciding.verdict.code.rawValue)\(sure): \(story.summary)"
  }

  static func outcome(_ outcome: UserStory.Outcome) -> String {
    switch outcome {
    case .worked: "worked"
    case .recovered: "recovered"
    case .lost: "session lost"
    case .failed: "no session"
    case .unknown: "outcome not seen"
    }
  }
}
