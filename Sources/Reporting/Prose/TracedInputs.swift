import CaptureReader

/// Which program read which bytes: what is needed to come to the same report again.
struct TracedInputs {
  struct Line: Sendable {
    let name: String
    /// Nil where it was not computed because of the input's size.
    let digest: String?

    static let tooLarge = "larger than \(InputDigests.usualLimit >> 20) MiB; --digest adds it"
  }

  /// Inputs named; further ones are counted.
  static let most = 20

  private(set) var lines: [Line] = []
  private(set) var count = 0

  init() {}

  init(_ inputs: [InputRecord]) {
    for input in inputs {
      add(input.name, sha256: input.sha256, note: input.digestNote)
    }
  }

  mutating func add(_ input: StoredRecord) {
    add(
      input["name"].text ?? "", sha256: input["sha256"].text, note: input["digest_note"].text)
  }

  private mutating func add(_ name: String, sha256: String?, note: String?) {
    guard sha256 != nil || note == InputDigest.Reason.tooLarge.rawValue else { return }
    count = count.addingSaturating(1)
    if lines.count < Self.most { lines.append(Line(name: name, digest: sha256)) }
  }

  func write(to layout: inout TextLayout, _ tool: Tool) {
    guard !lines.isEmpty else { return }
    let shown = lines.prefix(Self.inText)
    layout.add(
      [TextPiece("To reproduce: \(tool.name) \(tool.version), and by SHA-256", .faint)], rest: 2)
    for line in shown {
      layout.add(
        [
          TextPiece(line.digest ?? "(\(Line.tooLarge))", .faint), .sentence(line.name, .faint),
        ], first: 2, rest: 4)
    }
    if count > shown.count {
      layout.add(
        [TextPiece("and \(count - shown.count) more in the JSON output", .faint)], first: 2)
    }
  }

  /// A terminal's lines are few.
  private static let inText = 4

  /// A section of Markdown; empty where no input has a digest.
  func markdown(_ tool: Tool) -> String {
    guard !lines.isEmpty else { return "" }
    var text = "\n**To reproduce:** \(MarkdownText.escape("\(tool.name) \(tool.version)")) and\n\n"
    for line in lines {
      text += "- \(MarkdownText.code(line.name)): "
      text += line.digest.map { "SHA-256 \(MarkdownText.code($0))" } ?? Line.tooLarge
      text += "\n"
    }
    if count > lines.count { text += "- and \(count - lines.count) more in the JSON output\n" }
    return text
  }

  func write(_ page: inout Markup, _ tool: Tool) {
    guard !lines.isEmpty else { return }
    page.element("details", ["class": "notes"]) { details in
      details.element("summary", "How to reproduce")
      details.element("p", "\(tool.name) \(tool.version) and these inputs:")
      details.element("ul") { list in
        for line in lines {
          list.element("li") { item in
            item.add("\(line.name): ")
            if let digest = line.digest {
              item.add("SHA-256 ")
              item.element("code", digest)
            } else {
              item.add(Line.tooLarge)
            }
          }
        }
        if count > lines.count {
          list.element("li", "and \(count - lines.count) more in the JSON output")
        }
      }
    }
  }
}
