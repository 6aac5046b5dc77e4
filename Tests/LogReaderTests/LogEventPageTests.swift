import Foundation
import LogReader
import Support
import Testing

/// `Docs/log-events.md`, made from the catalogue: `UPDATE_GOLDENS=1 swift test --filter LogEventPageTests`.
@Suite("Page of understood events") struct LogEventPageTests {
  private static var page: String {
    var text = """
      # Events and lines that are understood

      Made from the program's catalogue. `key` stands in the events of facts; what speaks for which verdict is
      weighed per session (`rdpwhy explain log.CODE`). See [logs.md](logs.md).


      """
    var program: LogProgram?
    for entry in LogCatalogue.entries {
      if entry.program != program {
        program = entry.program
        text +=
          "\n## \(entry.program.rawValue)\n\n| event or text | means | kind | key |\n|---|---|---|---|\n"
      }
      let pattern = entry.pattern.replacing("|", with: "\\|").replacing("`", with: "'")
      text += "| `\(pattern)` | \(entry.meaning) | `\(entry.kind.rawValue)` | `\(entry.key)` |\n"
    }
    return text
  }

  @Test("lists the whole catalogue")
  func isCurrent() throws {
    let file = Recordings.root.appending(path: "Docs/log-events.md")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try Self.page.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.page)
  }
}
