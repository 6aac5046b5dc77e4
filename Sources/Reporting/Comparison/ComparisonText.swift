/// A comparison for a terminal, a ticket and a browser.
public struct ComparisonText {
  private let words: ComparisonWords

  public init(_ comparison: Comparison) { words = ComparisonWords(comparison: comparison) }

  public func text(style: TerminalStyle) -> String {
    var layout = TextLayout(style: style)
    layout.add([.sentence(words.headline, .strong)])
    if let caution = words.caution { layout.add([.sentence(caution)]) }
    layout.blankLine()
    for side in words.sides { layout.add(label: side.label, [.sentence(side.text)]) }
    for section in words.sections {
      layout.blankLine()
      layout.add([TextPiece(section.title, .strong)])
      for row in section.rows {
        layout.add(
          [
            TextPiece(row.isProven ? "!" : " ", .warning), TextPiece(row.name, limit: 60),
            .sentence("\(row.before), then \(row.after): \(row.meaning)"),
          ], first: 2, rest: 6)
      }
      if let rest = Self.rest(of: section) { layout.add([.sentence(rest)], first: 4, rest: 6) }
    }
    return layout.text
  }

  /// `30 without a change`; nil where all are shown.
  private static func rest(of section: ComparisonWords.Section) -> String? {
    guard section.unchanged > 0 else { return nil }
    return (section.rows.isEmpty ? "all " : "") + "\(section.unchanged) without a change"
  }

  public var markdown: String {
    var lines = ["# RDP sessions before and after", "", "**" + escaped(words.headline) + "**"]
    if let caution = words.caution { lines += ["", escaped(caution)] }
    lines.append("")
    for side in words.sides { lines.append("- \(side.label): " + escaped(side.text)) }
    for section in words.sections {
      lines += ["", "## \(section.title)"]
      if let rest = Self.rest(of: section) { lines += ["", escaped(rest)] }
      if section.rows.isEmpty { continue }
      lines += ["", "| Name | Before | After | Change |", "| --- | ---: | ---: | --- |"]
      for row in section.rows {
        let meaning = row.isProven ? "**\(escaped(row.meaning))**" : escaped(row.meaning)
        lines.append(
          "| \(MarkdownText.code(row.name)) | \(row.before) | \(row.after) | \(meaning) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func escaped(_ text: String) -> String { MarkdownText.escape(text) }

  /// A page without script; its policy allows no other content.
  public var html: String {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>RDP sessions before and after</title>
      </head>
      <body>
      <main>
      <h1>RDP sessions before and after</h1>

      """
    page += "<p><strong>\(self.page(words.headline))</strong></p>\n"
    if let caution = words.caution { page += "<p>\(self.page(caution))</p>\n" }
    page += "<dl>\n"
    for side in words.sides {
      page += "<dt>\(side.label)</dt><dd>\(self.page(side.text))</dd>\n"
    }
    page += "</dl>\n"
    for section in words.sections {
      let rest = Self.rest(of: section).map { " (\($0))" } ?? ""
      if section.rows.isEmpty {
        page += "<p>\(self.page(section.title + rest))</p>\n"
        continue
      }
      page += "<table>\n<caption>\(self.page(section.title + rest))</caption>\n"
      page += "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Before</th>"
      page += "<th scope=\"col\">After</th><th scope=\"col\">Change</th></tr></thead>\n<tbody>\n"
      for row in section.rows {
        let meaning = self.page(row.meaning)
        page += "<tr><th scope=\"row\">\(self.page(row.name))</th><td>\(row.before)</td>"
        page += "<td>\(row.after)</td>"
        page += "<td>\(row.isProven ? "<strong>\(meaning)</strong>" : meaning)</td></tr>\n"
      }
      page += "</tbody>\n</table>\n"
    }
    return page + "</main>\n</body>\n</html>\n"
  }

  /// Text that nothing in it can turn into markup.
  private func page(_ text: String) -> String {
    var result = ""
    for scalar in HTMLText.plain(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
