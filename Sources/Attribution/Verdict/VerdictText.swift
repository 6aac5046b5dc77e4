import Evidence

/// The sentences of a verdict, from its entry in the catalogue.
enum VerdictText {
  static func summary(of code: VerdictCode) -> String { texts(of: code).summary }

  static func nextAction(for code: VerdictCode) -> String { texts(of: code).nextAction }

  /// What the catalogue says of a code.
  struct Texts: Sendable {
    let summary: String
    let nextAction: String
    /// Something of the session is filled in.
    let isFilled: Bool

    /// The next action with what is known of the session.
    func nextAction(from facts: SessionFacts) -> String {
      isFilled ? KnownNames.fill(nextAction, from: facts) : nextAction
    }
  }

  static func texts(of code: VerdictCode) -> Texts {
    texts[code] ?? Texts(summary: code.rawValue, nextAction: nothing, isFilled: false)
  }

  private static let nothing = "Nothing to do."

  private static let texts: [VerdictCode: Texts] = {
    var texts: [VerdictCode: Texts] = [:]
    for entry in Catalogue.verdicts {
      let action = entry.nextAction ?? nothing
      texts[entry.code] = Texts(
        summary: entry.summary, nextAction: action, isFilled: KnownNames.mayFill(action))
    }
    return texts
  }()
}
