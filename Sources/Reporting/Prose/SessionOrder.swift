import Analysis
import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// Which sessions come first.
enum SessionOrder {
  /// Desktops that were lost in mid-work come before log-ons and connections that failed, those before
  /// the undecided, then probes and scans, and good ends last. Of one fate, in the order of the causes.
  private static let severity: [Cause] = [
    .network, .server, .client, .protocol, .tls, .credssp, .negotiation, .undetermined, .clean,
  ]

  static func rank(_ session: SessionReport) -> Int {
    let cause = severity.firstIndex(of: session.verdict.cause) ?? severity.count
    let fate = SessionFate(code: session.verdict.code, phase: session.verdict.phase)
    let fates = SessionFate.allCases.firstIndex(of: fate) ?? 0
    return 2 * ((severity.count + 1) * fates + cause) + (session.verdict.degraded ? 0 : 1)
  }

  /// Indices of the sessions of each user story in their own order, the worst story first and
  /// stories alike in order of time.
  static func groups(_ sessions: [SessionReport]) -> [[Int]] {
    var members: [Int: [Int]] = [:]
    var groups: [[Int]] = []
    for (index, session) in sessions.enumerated() {
      if session.attempt.size > 1 {
        members[session.attempt.group, default: []].append(index)
      } else {
        groups.append([index])
      }
    }
    groups += members.values.map { group in
      group.sorted {
        (sessions[$0].attempt.ordinal, $0) < (sessions[$1].attempt.ordinal, $1)
      }
    }
    let keyed = groups.map { group in
      (
        rank: group.map { rank(sessions[$0]) }.min() ?? 0,
        start: group.map { sessions[$0].facts.identity.start.nanoseconds }.min() ?? 0,
        first: group.min() ?? 0, group: group
      )
    }
    return keyed.sorted { ($0.rank, $0.start, $0.first) < ($1.rank, $1.start, $1.first) }
      .map(\.group)
  }
}
