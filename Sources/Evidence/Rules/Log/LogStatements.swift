import CaptureReader
import LogReader

/// What the logs of a session say about its end.
///
/// Where packets show the session too, a log that names a reason counts as it stands, since its host
/// knows; a log that only saw the connection go adds nothing to what the packets show of that. Where a
/// host says that it refused or failed the user, the orderly close that follows is a consequence.
struct LogStatements: SessionRule {
  static let yields = LogWeights.table.keys.sorted().map { EvidenceCode($0) }

  func evidence(in facts: SessionFacts) -> [Evidence] {
    let logs = facts.logs
    if logs.isEmpty { return [] }
    var merged: [LogFinding] = []
    for finding in logs.flatMap(\.session.findings) {
      guard let known = merged.firstIndex(where: { $0.code == finding.code }) else {
        merged.append(finding)
        continue
      }
      if finding.strength > merged[known].strength {
        merged[known].strength = finding.strength
        merged[known].summary = finding.summary
      }
      merged[known].references += finding.references
    }
    let isWitnessed = facts.wire != nil
    let isRefused = isWitnessed && merged.contains { $0.strength >= 0.5 && $0.refusesUser }
    return merged.map { finding in
      let counts =
        (!isWitnessed || finding.namesReason) && !(isRefused && finding.cause == .clean)
      return Evidence(
        EvidenceCode(finding.code), strength: counts ? finding.strength : 0, finding.summary,
        records: finding.references)
    }
  }
}

extension LogFinding {
  /// The least weight of a finding that names a reason.
  private static let reason = 6.0

  /// It names a reason, and does not only say that the connection is gone.
  fileprivate var namesReason: Bool {
    (LogWeights.table[code] ?? []).contains { $0.weight >= Self.reason }
  }

  /// The cause that it speaks for most.
  fileprivate var cause: Cause? {
    LogWeights.table[code]?.max { $0.weight < $1.weight }.map { VerdictCode($0.code).cause }
  }

  /// A host says that it refused the user, or could not serve the session.
  fileprivate var refusesUser: Bool {
    guard namesReason, let cause else { return false }
    return cause == .credssp || cause == .server
  }
}
