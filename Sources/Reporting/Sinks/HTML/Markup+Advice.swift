extension Markup {
  /// A step with its commands as code: those within the sentence in their place, others below it.
  mutating func add(advice text: String) {
    let advice = AdviceText(text)
    for piece in advice.body {
      switch piece {
      case .words(let words): add(words)
      case .command(let command): element("code", command)
      }
    }
    for command in advice.commands { element("code", ["class": "command"], command) }
  }
}
