import Evidence

/// The sentences of a verdict, from its entry in the catalogue.
enum VerdictText {
  static func summary(of code: VerdictCode) -> String { texts[code]?.summary ?? code.rawValue }

  static func nextAction(for code: VerdictCode) -> String { texts[code]?.nextAction ?? nothing }

  /// The same with what is known of the session.
  static func nextAction(for code: VerdictCode, from facts: SessionFacts) -> String {
    guard let text = texts[code] else { return nothing }
    return text.isFilled ? KnownNames.fill(text.nextAction, from: facts) : text.nextAction
  }

  private static let nothing = "Nothing to do."

  private struct Texts {
    let summary: String
    let nextAction: String
    /// Something of the session is filled in.
    let isFilled: Bool
  }

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
