import Attribution
public import Evidence

extension AnalysisReport {
  /// Verdicts of facts that were stored before; `group` keeps the sessions of a story together.
  public static func judged(
    _ stored: [(uid: String, group: Int, facts: SessionFacts)]
  ) -> [SessionReport] {
    var sessions = stored.map { item in
      SessionReport(
        uid: item.uid, facts: item.facts, verdict: Judge.verdict(for: item.facts),
        attempt: Attempt(group: item.group, role: .single, ordinal: 1, size: 1))
    }
    for (group, members) in Dictionary(grouping: sessions.indices, by: { stored[$0].group }) {
      let ordered = members.sorted {
        (sessions[$0].startTime, $0) < (sessions[$1].startTime, $1)
      }
      AttemptGrouping.place(ordered, as: group, of: &sessions)
    }
    return sessions
  }
}
