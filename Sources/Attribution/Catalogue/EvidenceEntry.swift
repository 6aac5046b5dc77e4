import Evidence

/// One kind of observation: what it speaks for, and its page.
struct EvidenceEntry: Sendable {
  typealias Weights = [(code: VerdictCode, weight: Double)]

  let code: EvidenceCode
  /// What it speaks for (natural log-odds) and, below zero, against.
  ///
  /// Scale: 8 and more is proof (a failure code, an alert, an ICMP error), 5 strong inference from
  /// order and size of records, 2…4 a hint that other hints can outweigh. A weight of 3 alone against
  /// an even field of rivals makes about 0.8. Set by the mechanism, checked by evaluation on the
  /// labelled recordings (Docs/accuracy.md). Empty: context, shown and not weighed.
  let weights: Weights
  let page: HandbookEntry

  init(
    _ code: EvidenceCode, weights: Weights, _ title: String, _ meaning: String, confirm: [String],
    fixes: [Explanation.Fix] = [], seeAlso: [String] = []
  ) {
    self.code = code
    self.weights = weights
    page = HandbookEntry(
      explanation: Explanation(
        code: code.rawValue, family: .evidence, title: title, meaning: meaning, confirm: confirm,
        fixes: fixes, seeAlso: seeAlso),
      numbers: nil, names: [])
  }
}
