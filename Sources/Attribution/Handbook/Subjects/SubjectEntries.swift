/// Pages about subjects: what each is, how to confirm it, and what to do in order.
enum SubjectEntries {
  typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = logon + network + session + client + roles + beside

  static func row(
    _ code: String, _ title: String, names: [String], _ meaning: String, confirm: [String],
    fixes: [Fix], seeAlso: [String]
  ) -> HandbookEntry {
    HandbookEntry(
      explanation: Explanation(
        code: "subject \(code)", family: .subject, title: title, meaning: meaning,
        confirm: confirm, fixes: fixes, seeAlso: seeAlso),
      numbers: nil, names: names)
  }
}
