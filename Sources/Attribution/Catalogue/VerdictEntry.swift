import Evidence

/// One verdict: what it says in one sentence, its prior, and its page.
struct VerdictEntry: Sendable {
  let code: VerdictCode
  /// What no evidence at all speaks for (natural log-odds); nil for verdicts that need evidence.
  let prior: Double?
  /// One sentence for a report.
  let summary: String
  let page: HandbookEntry

  /// - Parameters:
  ///   - summary: where it is nil, the page's title serves.
  ///   - names: other names under which the page is found.
  init(
    _ code: VerdictCode, prior: Double? = nil, summary: String? = nil, title: String,
    _ meaning: String, confirm: [String], fixes: [Explanation.Fix], seeAlso: [String] = [],
    names: [String] = []
  ) {
    self.code = code
    self.prior = prior
    self.summary = summary ?? title
    page = HandbookEntry(
      explanation: Explanation(
        code: code.rawValue, family: .verdict, title: title, meaning: meaning, confirm: confirm,
        fixes: fixes, seeAlso: seeAlso),
      numbers: nil, names: names)
  }

  /// The recommended next step: the page's first, with what it risks. Commands stand between backticks, one
  /// by one.
  var nextAction: String? {
    page.explanation.fixes.first.map { fix in
      let risk = fix.risk.map { " Mind: \($0)" } ?? ""
      let command = fix.command.map { " `\($0.replacing("; ", with: "` `"))`" } ?? ""
      return fix.step + risk + command
    }
  }
}
