/// A comparison in sentences: the same for terminal, ticket and browser, which escape them.
struct ComparisonWords {
  let comparison: Comparison

  struct Section {
    var title: String
    var rows: [Row]
    /// Rows left out because nothing changed in them.
    var unchanged = 0
  }

  struct Row {
    var name: String
    var before: String
    var after: String
    var meaning: String
    var isProven: Bool
  }

  /// Rows for people; the JSON form has all.
  private static let shown = 15

  /// The answer.
  var headline: String {
    let (before, after) = (comparison.before, comparison.after)
    guard before.sessions > 0, after.sessions > 0 else {
      return "Nothing to compare: \(Quantity.count(before.sessions, "session")) before, "
        + "\(after.sessions) after."
    }
    let drops = comparison.drops
    let shares =
      "\(percent(drops.test.beforeShare)) of \(before.sessions) sessions dropped before, "
      + "\(percent(drops.test.afterShare)) of \(after.sessions) after"
    guard drops.isProven, let difference = drops.test.difference else {
      return "No proven change of the share of dropped sessions: \(shares); "
        + "\(interval(drops)). What differs may be chance."
    }
    return "\(difference > 0 ? "More" : "Fewer") sessions drop: \(shares); \(interval(drops))."
  }

  /// What makes the comparison less than it looks like; nil where nothing does.
  var caution: String? {
    let parts = [shared, overlap, fewness].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Sessions that both sides have are no change.
  private var shared: String? {
    if isSame { return "Both sides hold the same sessions: there is nothing to compare." }
    let count = comparison.before.identifiers.intersection(comparison.after.identifiers).count
    guard count > 0 else { return nil }
    return "\(Quantity.count(count, "session")) \(count == 1 ? "is" : "are") on both sides and hide"
      + " what changed."
  }

  /// Results of the same time are no before and after.
  private var overlap: String? {
    if isSame { return nil }
    let (before, after) = (comparison.before, comparison.after)
    guard let first = after.earliest, let last = before.latest, let end = after.latest,
      let begin = before.earliest, first <= last, begin <= end
    else { return nil }
    return "Both sides hold sessions of the same time: a difference is one between two sets, not"
      + " between before and after."
  }

  /// One result, given twice.
  private var isSame: Bool {
    let (before, after) = (comparison.before, comparison.after)
    return !before.identifiers.isEmpty && before.sessions == after.sessions
      && before.identifiers == after.identifiers && before.codes == after.codes
  }

  /// What few sessions cannot show.
  private var fewness: String? {
    let least = min(comparison.before.sessions, comparison.after.sessions)
    guard least > 0, least < 100 else { return nil }
    return "With \(Quantity.count(least, "session")) on one side only large changes can be proven: "
      + "what is called open may be real."
  }

  var sections: [Section] {
    [
      section("Causes, share of all sessions", comparison.causes),
      section("Codes, share of all sessions", comparison.codes),
      section("Servers, share that dropped", comparison.servers),
      section("Client networks, share that dropped", comparison.clientNetworks),
    ].filter { !$0.rows.isEmpty || $0.unchanged > 0 }
  }

  private func section(_ title: String, _ shares: [ComparedShare]) -> Section {
    // What only one side has compares with nothing; the JSON form has it.
    let compared = shares.filter { $0.change != .incomparable }
    let changed = compared.filter { $0.test.difference != 0 }
    return Section(title: title, rows: rows(changed), unchanged: compared.count - changed.count)
  }

  private func rows(_ shares: [ComparedShare]) -> [Row] {
    shares.prefix(Self.shown).map { share in
      Row(
        name: share.name, before: count(share.test.before, share.test.beforeOf),
        after: count(share.test.after, share.test.afterOf), meaning: meaning(of: share),
        isProven: share.isProven)
    }
  }

  private func count(_ count: Int, _ all: Int) -> String { "\(count) of \(all)" }

  private func meaning(of share: ComparedShare) -> String {
    switch share.change {
    case .incomparable: return "on one side only, nothing to compare with"
    case .new: return "new" + (share.isProven ? "" : ", may be chance") + "; " + interval(share)
    case .vanished:
      return "vanished" + (share.isProven ? "" : ", may be chance") + "; " + interval(share)
    case .more: return "more; " + interval(share)
    case .less: return "less; " + interval(share)
    case .open: return "open; " + interval(share)
    }
  }

  /// `+12 points (+3 to +21)`.
  private func interval(_ share: ComparedShare) -> String {
    guard let difference = share.test.difference, let ends = share.test.interval else { return "" }
    return "\(points(difference)) points (95 %: \(points(ends.low)) to \(points(ends.high)))"
  }

  private func points(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    let sign = tenths > 0 ? "+" : tenths < 0 ? "-" : ""
    return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  private func percent(_ share: Double?) -> String { share.map { Quantity.percent($0) } ?? "none" }

  /// Which two results: names, sessions and times.
  var sides: [(label: String, text: String)] {
    [("Before", comparison.before), ("After", comparison.after)].map { label, side in
      var text = "\(side.name): \(Quantity.count(side.sessions, "session"))"
      if let first = side.earliest, let last = side.latest {
        text += ", begun \(SessionWords.second(first)) to \(SessionWords.second(last)) UTC"
      }
      if side.leftOut > 0 { text += "; \(side.leftOut) not selected and left out" }
      if side.rejected > 0 { text += "; \(side.rejected) lines could not be read" }
      return (label, text)
    }
  }
}
