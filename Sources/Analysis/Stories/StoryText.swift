import Attribution
import CaptureReader
import Correlation
import Evidence
import RDPProtocol

/// The one sentence of a story.
enum StoryText {
  /// Steps told before the rest is counted.
  private static let stepsTold = 6

  static func sentence(of sessions: [SessionReport], outcome: UserStory.Outcome) -> String {
    var steps = runs(of: sessions).map(\.text)
    let hidden = steps.count - stepsTold
    if hidden > 0 { steps = steps.prefix(stepsTold) + ["\(hidden) more steps"] }
    if outcome == .recovered, let pause = timeToRecover(sessions) {
      steps[steps.count - 1] += " after \(pause)"
    }
    if steps.count > 1 { steps[steps.count - 1] = "then " + steps[steps.count - 1] }
    return steps.joined(separator: ", ")
  }

  /// Steps of the same kind that follow each other.
  private struct Run {
    var kind: Kind
    var code: String
    var count: Int

    enum Kind { case probe, fallback, redirection, drop, reconnection, attempt, success }

    var text: String {
      let number = count == 1 ? "one" : "\(count)"
      switch kind {
      case .probe: return count == 1 ? "a probe" : "\(count) probes"
      case .fallback: return count == 1 ? "a fallback" : "\(count) fallbacks"
      case .redirection: return "a broker's session that sent the client on"
      case .drop: return "\(number) \(count == 1 ? "drop" : "drops") (\(code))"
      case .reconnection:
        return "\(number) reconnect \(count == 1 ? "try" : "tries") (\(code))"
      case .attempt: return "\(number) \(count == 1 ? "try" : "tries") (\(code))"
      case .success: return count == 1 ? "success" : "\(count) sessions that worked"
      }
    }
  }

  private static func runs(of sessions: [SessionReport]) -> [Run] {
    var runs: [Run] = []
    var hadSession = false
    for session in sessions {
      let kind = kind(of: session, hadSession: hadSession)
      let code = session.verdict.code.rawValue
      if let last = runs.indices.last, runs[last].kind == kind,
        runs[last].code == code || kind == .success
      {
        runs[last].count += 1
      } else {
        runs.append(
          Run(kind: kind, code: code, count: 1))
      }
      if session.facts.phase == .active, kind != .redirection { hadSession = true }
    }
    return runs
  }

  private static func kind(of session: SessionReport, hadSession: Bool) -> Run.Kind {
    switch session.attempt.role {
    case .probe: return .probe
    case .superseded: return .fallback
    case .redirected: return .redirection
    case .dropped: return .drop
    case .success: return .success
    case .single, .try, .relayed: break
    }
    if session.isLostSession { return .drop }
    if session.facts.phase == .active { return .success }
    return hadSession ? .reconnection : .attempt
  }

  /// From the end of the last session that was lost, or of the first try, to the success.
  private static func timeToRecover(_ sessions: [SessionReport]) -> String? {
    guard let success = sessions.last,
      let failure = sessions.last(where: \.isLostSession) ?? sessions.first(where: \.hasCause)
    else { return nil }
    let pause = success.startTime.since(failure.facts.clientEnd)
    let seconds = max(0, pause.nanoseconds) / 1_000_000_000
    if seconds < 1 { return "less than a second" }
    return seconds < 120 ? "\(seconds) s" : "\(seconds / 60) min"
  }
}
