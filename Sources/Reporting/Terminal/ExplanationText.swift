public import Attribution

/// Handbook pages for people.
public struct ExplanationText {
  /// Longest sentence: the handbook's own are long, and none comes from an input.
  private static let limit = 4_000

  private let style: TerminalStyle

  public init(style: TerminalStyle) { self.style = style }

  public func text(of explanations: [Explanation]) -> String {
    var layout = TextLayout(style: style)
    for (index, page) in explanations.enumerated() {
      if index > 0 { layout.blankLine() }
      write(page, to: &layout)
    }
    return layout.text
  }

  /// An answer to a question: the first page whole, of the others what they mean; a screen full.
  public func answer(_ explanations: [Explanation]) -> String {
    var layout = TextLayout(style: style)
    let others = explanations.dropFirst().prefix(Self.mostBeside)
    for (index, page) in explanations.enumerated() {
      if index == 0 {
        write(page, beside: Array(others), to: &layout)
      } else {
        if index == 1 { layout.blankLine() }
        writeHeading(of: page, to: &layout)
        if explanations.count <= Self.mostMeanings {
          layout.add([Self.sentence(page.meaning)], first: 2, rest: 2)
        }
      }
    }
    return layout.text
  }

  /// An answer with how sure it is; of a text that is not known, what is nearest to it.
  public func answer(_ answer: HandbookAnswer) -> String {
    var layout = TextLayout(style: style)
    switch answer.match {
    case .known: return self.answer(answer.pages)
    case .likely where answer.pages.count > 1:
      layout.add([
        TextPiece("Most likely one of \(answer.pages.count):", .label),
        TextPiece("no code or known message is in this text; the checks tell them apart"),
      ])
      for page in answer.pages { writeInShort(page, to: &layout) }
      add(answer.nearest, under: "Or", to: &layout)
    case .likely:
      for page in answer.pages {
        write(page, under: "Most likely", beside: answer.nearest, as: "Or", to: &layout)
      }
      layout.add([
        TextPiece("No code or known message is in this text: its words together mean it.")
      ])
      add(answer.nearest, under: "Or", to: &layout)
    case .unknown:
      layout.add([TextPiece("Unknown:", .label), TextPiece("nothing in this text is recognised")])
      add(
        answer.nearest, under: "If it is about Remote Desktop, the nearest pages are",
        to: &layout)
    }
    return layout.text
  }

  /// A page among others that are as near: what it means, how to tell, and the first thing to do.
  private func writeInShort(_ page: Explanation, to layout: inout TextLayout) {
    writeHeading(of: page, to: &layout)
    layout.add([Self.sentence(page.meaning)], first: 2, rest: 2)
    if let check = page.confirm.first {
      layout.add(label: "Check", [TextPiece("-"), Self.sentence(check)], hang: 2)
    }
    layout.add(label: "Do", [TextPiece("1."), Self.sentence(page.firstAdvice)], hang: 3)
  }

  private func add(_ pages: [Explanation], under heading: String, to layout: inout TextLayout) {
    guard !pages.isEmpty else { return }
    layout.add([TextPiece(heading + ":", .label)])
    for (index, page) in pages.enumerated() {
      layout.add([TextPiece(page.code, .strong), TextPiece("— \(page.title)")], first: 2, rest: 4)
      // Of many only the likeliest have more than a line.
      if pages.count <= Self.fewNearest || index < Self.mostWithAdvice {
        layout.add([Self.sentence(page.firstAdvice)], first: 4, rest: 4)
      }
    }
  }

  private static let fewNearest = 4
  private static let mostWithAdvice = 2

  /// As many other pages are named beside the first.
  private static let mostBeside = 3

  /// Up to this many pages the meaning of each is shown.
  private static let mostMeanings = 4

  private func writeHeading(
    of page: Explanation, under label: String? = nil, to layout: inout TextLayout
  ) {
    layout.add(
      (label.map { [TextPiece($0 + ":", .label)] } ?? []) + [
        TextPiece(page.code, .strong), TextPiece("— \(page.title)"),
        TextPiece("(\(page.family.label))", .faint),
      ], rest: 2)
  }

  /// - Parameter others: Pages that come below, named here as long as the first screen is in sight.
  private func write(
    _ page: Explanation, under label: String? = nil, beside others: [Explanation] = [],
    as relation: String = "Also", to layout: inout TextLayout
  ) {
    writeHeading(of: page, under: label, to: &layout)
    layout.add([Self.sentence(page.meaning)], first: 2, rest: 2)
    for (index, other) in others.enumerated() {
      layout.add(
        label: index == 0 ? relation : "",
        [
          TextPiece(other.code, .strong), TextPiece("— \(other.title)"),
        ], hang: 2)
    }
    for (index, check) in page.confirm.enumerated() {
      layout.add(label: index == 0 ? "Check" : "", [TextPiece("-"), Self.sentence(check)], hang: 2)
    }
    for (index, fix) in page.fixes.enumerated() {
      let number = "\(index + 1)."
      layout.add(
        label: index == 0 ? "Do" : "", [TextPiece(number), Self.sentence(fix.step)],
        hang: number.count + 1)
      writeDetails(of: fix, indent: number.count + 1, to: &layout)
    }
    if !page.seeAlso.isEmpty {
      layout.add(label: "See", [Self.sentence(page.seeAlso.joined(separator: ", "))])
    }
  }

  private func writeDetails(
    of fix: Explanation.Fix, indent: Int, to layout: inout TextLayout
  ) {
    let column = 2 + TextLayout.labelWidth + indent
    if let command = fix.command {
      layout.add(command: command, indent: column + 2)
    }
    if fix.lowersSecurity {
      layout.add(
        [TextPiece("Lowers security while in force.", .warning)], first: column, rest: column)
    }
    if let risk = fix.risk {
      layout.add(
        [TextPiece("Risk:", .warning), Self.sentence(risk)], first: column, rest: column + 2)
    }
    if let safer = fix.saferAlternative {
      layout.add(
        [TextPiece("Safer:", .good), Self.sentence(safer)], first: column, rest: column + 2)
    }
  }

  private static func sentence(_ text: String) -> TextPiece { TextPiece(text, limit: limit) }
}
