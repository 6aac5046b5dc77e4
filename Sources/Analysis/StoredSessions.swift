import Attribution
public import Evidence

extension AnalysisReport {
  /// Verdicts and stories of facts that were stored before.
  public static func judged(
    _ stored: [(uid: String, facts: SessionFacts)]
  ) -> [SessionReport] {
    var sessions = stored.map { item in
      SessionReport(
        uid: item.uid, facts: item.facts, verdict: Judge.verdict(for: item.facts),
        attempt: Attempt(group: 0, role: .single, ordinal: 1, size: 1))
    }
    AttemptGrouping.group(&sessions)
    return sessions
  }
}
