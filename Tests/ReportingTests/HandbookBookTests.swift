import Attribution
import Foundation
import Support
import Testing

@testable import Reporting

/// `Docs/handbook.md` is what `rdpwhy explain --all --format markdown` writes.
@Suite("The handbook as a book") struct HandbookBookTests {
  @Test("is current")
  func isCurrent() throws {
    let file = Recordings.root.appending(path: "Docs/handbook.md")
    let book = HandbookMarkdown.text(of: Handbook.all)
    let isCurrent = try String(contentsOf: file, encoding: .utf8) == book
    #expect(isCurrent, "rdpwhy explain --all --format markdown > Docs/handbook.md")
  }

  @Test("escapes what Markdown takes for markup")
  func escapes() {
    let page = Explanation(
      code: "a_b", family: .subject, title: "x <y>", meaning: "Say *no*.", confirm: ["[a](b)"],
      fixes: [Explanation.Fix("Do it.", command: "a | b")], seeAlso: [])
    let book = HandbookMarkdown.text(of: [page])
    #expect(book.contains("### a\\_b: x \\<y\\>"))
    #expect(book.contains("Say \\*no\\*."))
    #expect(book.contains("`` a | b ``"))
  }

  @Test("an answer shows the first page whole and of the others what they mean")
  func answer() throws {
    let pages = Handbook.lookup(["5"])
    #expect(pages.count > 4)
    let text = ExplanationText(style: TerminalStyle()).answer(pages)
    #expect(text.split(separator: "\n").count < 70)
    for page in pages { #expect(text.contains(page.code)) }
  }
}
