public import Attribution

/// The handbook as a book in Markdown: a chapter for each kind of page.
///
/// All texts are the handbook's own; only what Markdown would take for markup is escaped.
public enum HandbookMarkdown {
  public static func text(of pages: [Explanation]) -> String {
    var text = "# Handbook\n\nWritten by `rdpwhy explain --all --format markdown`.\n"
    var family: Explanation.Family?
    for page in pages {
      if page.family != family {
        family = page.family
        text += "\n## \(heading(page.family))\n"
      }
      text += self.text(of: page)
    }
    return text
  }

  private static func heading(_ family: Explanation.Family) -> String {
    family.label.prefix(1).uppercased() + family.label.dropFirst()
  }

  private static func text(of page: Explanation) -> String {
    var text = "\n### \(escaped(page.code)): \(escaped(page.title))\n\n\(escaped(page.meaning))\n"
    if !page.confirm.isEmpty {
      text += "\nCheck:\n\n" + page.confirm.map { "- \(escaped($0))\n" }.joined()
    }
    if !page.fixes.isEmpty {
      text += "\nDo:\n\n"
      for (index, fix) in page.fixes.enumerated() { text += step(fix, number: index + 1) }
    }
    if !page.seeAlso.isEmpty {
      text += "\nSee also: " + page.seeAlso.map(escaped).joined(separator: ", ") + "\n"
    }
    return text
  }

  private static func step(_ fix: Explanation.Fix, number: Int) -> String {
    var text = "\(number). \(escaped(fix.step))\n"
    if let command = fix.command { text += "   `` \(command) ``\n" }
    if fix.lowersSecurity { text += "   **Lowers security while in force.**\n" }
    if let risk = fix.risk { text += "   Risk: \(escaped(risk))\n" }
    if let safer = fix.saferAlternative { text += "   Safer: \(escaped(safer))\n" }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_[]<>|#".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
