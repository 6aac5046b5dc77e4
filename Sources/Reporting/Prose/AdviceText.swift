/// What to do, with the commands in it apart: in a verdict's step they stand between backticks, so that
/// each form can show them as something to copy.
struct AdviceText: Hashable {
  enum Piece: Hashable {
    case words(String)
    case command(String)
  }

  /// The sentences, with the commands that stand within them.
  private(set) var body: [Piece] = []
  /// The commands that follow the last sentence.
  private(set) var commands: [String] = []

  init(_ text: String) {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    // A mark without its twin is no mark.
    guard parts.count % 2 == 1 else {
      body = [.words(text)]
      return
    }
    for (place, part) in parts.enumerated() where !part.isEmpty {
      body.append(place % 2 == 1 ? .command(part) : .words(part))
    }
    trim()
  }

  /// Takes the commands at the end, which nothing but blanks parts.
  private mutating func trim() {
    while let last = body.last {
      switch last {
      case .command(let command) where body.count > 1: commands.insert(command, at: 0)
      case .words(let words) where words.allSatisfy { $0 == " " }: break
      case .command, .words: return finish()
      }
      body.removeLast()
    }
  }

  /// A command that a sentence needs as its last word stays in it.
  private mutating func finish() {
    guard case .words(let words)? = body.last, let command = commands.first,
      let mark = words.last(where: { $0 != " " }), !".:;)!?".contains(mark)
    else { return }
    commands.removeFirst()
    body.append(.command(command))
  }

  /// The sentences as one line; blanks within a command do not break.
  var line: String {
    var text = ""
    for piece in body {
      switch piece {
      case .words(let words): text += words
      case .command(let command): text += command.replacing(" ", with: "\u{A0}")
      }
    }
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}

extension TextLayout {
  /// What to do behind its label, and below it each command on a line of its own, unbroken.
  mutating func add(label: String, advice text: String) {
    let advice = AdviceText(text)
    add(label: label, [.sentence(advice.line, .strong)])
    for command in advice.commands { add(command: command, indent: Self.labelWidth + 4) }
  }
}
