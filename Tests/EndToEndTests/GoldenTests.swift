import Foundation
import Support
import Testing

/// The whole report of each fixture, compared with what was reviewed.
@Suite("Golden reports") struct GoldenTests {
  @Test("the report is the reviewed one", arguments: LabelledFixture.all)
  func matchesGolden(fixture: LabelledFixture) throws {
    let result = try Program.run(
      ["--format", "json", fixture.url.lastPathComponent],
      directory: fixture.url.deletingLastPathComponent())
    #expect(result.status == 0)
    let text = result.output
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try text.write(to: fixture.expected, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: fixture.expected, encoding: .utf8)
    #expect(text == expected, "differs from \(fixture.expected.lastPathComponent)")
  }

  @Test("the same input gives the same bytes again")
  func isDeterministic() throws {
    let files = LabelledFixture.all.map(\.url.path)
    let first = try Program.run(["--format", "ndjson"] + files)
    let second = try Program.run(["--format", "ndjson"] + files)
    #expect(first.output == second.output)
    #expect(first.output.split(separator: "\n").count > files.count)
  }
}
