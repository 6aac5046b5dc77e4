import CaptureReader

/// How many sessions ended in which way, in the same words everywhere.
enum FateWords {
  /// `2 dropped (66.7 %), 1 failed log-on`; what nothing had is left out, dropped ones never.
  static func parts(of summary: SummaryDocument) -> [String] {
    let counts: [(SessionFate, Int)] = [
      (.failedLogon, summary.failedLogons), (.failedConnection, summary.failedConnections),
      (.undetermined, summary.undetermined), (.notRDP, summary.notRDP),
      (.probe, summary.probes), (.running, summary.running), (.fallback, summary.fallbacks),
    ]
    let share = summary.sessions > 0 ? Double(summary.drops) / Double(summary.sessions) : 0
    var parts = [SessionFate.dropped.words(summary.drops) + " (\(Quantity.percent(share)))"]
    parts += counts.filter { $0.1 > 0 }.map { $0.words($1) }
    let others = counts.reduce(summary.drops) { $0.addingSaturating($1.1) }
    if summary.sessions > others {
      parts.append(SessionFate.ended.words(summary.sessions - others))
    }
    if summary.degraded > 0 { parts.append("\(summary.degraded) on a degraded path") }
    return parts
  }

  /// `1 dropped (network), 2 failed log-ons (credssp)`: the causes where they say more.
  static func line(_ counts: [SessionFate: [String: Int]]) -> String {
    SessionFate.allCases.compactMap { fate -> String? in
      guard let causes = counts[fate], !causes.isEmpty else { return nil }
      let total = causes.values.reduce(0) { $0.addingSaturating($1) }
      let sorted = causes.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      let list = sorted.map { causes.count > 1 ? "\($0.value) \($0.key)" : $0.key }
      let isPlain = !fate.isFailure
      return fate.words(total) + (isPlain ? "" : " (\(list.joined(separator: ", ")))")
    }.joined(separator: ", ")
  }
}
