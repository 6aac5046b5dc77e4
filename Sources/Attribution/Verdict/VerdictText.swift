import Evidence

/// The sentences of a verdict, from its entry in the catalogue.
enum VerdictText {
  static func summary(of code: VerdictCode) -> String { texts[code]?.summary ?? code.rawValue }

  static func nextAction(for code: VerdictCode) -> String { texts[code]?.nextAction ?? nothing }

  private static let nothing = "Nothing to do."

  private static let texts: [VerdictCode: (summary: String, nextAction: String)] = {
    var texts: [VerdictCode: (summary: String, nextAction: String)] = [:]
    for entry in Catalogue.verdicts {
      texts[entry.code] = (entry.summary, entry.nextAction ?? nothing)
    }
    return texts
  }()
}
