import Foundation
import Testing

/// What can end the program at once stands nowhere in the sources: input decides what they meet.
///
/// Arithmetic, subscripts and narrowing conversions trap too and cannot be told by their text: they
/// are the fuzzer's part.
@Suite("Traps") struct TrapTests {
  @Test("no source unwraps, tries, casts or gives up by force")
  func noForcedOperations() throws {
    let files = SourceText.files()
    #expect(files.count > 50)
    for file in files {
      let code = Self.code(of: try String(contentsOf: file, encoding: .utf8))
      for (number, line) in code.enumerated() where Self.traps(line) {
        Issue.record("\(file.lastPathComponent):\(number + 1): \(line)")
      }
    }
  }

  @Test(
    "the check sees what it is there for",
    arguments: [
      "let x = value!", "call()!.y", "a[0]! + 1", "let y = try! f()", "x as! Int", "fatalError()",
      "precondition(x > 0)", "unowned let a = b", "let s: String! = nil",
    ])
  func seesForce(line: String) {
    #expect(Self.code(of: line).contains(where: Self.traps))
  }

  @Test(
    "the check lets pass what only looks alike",
    arguments: [
      "if !isEmpty, a != b {", "let a = \"stop!\"", "// never x!", "/// Why! Because.",
      "\"\"\"\nit works!\n\"\"\"", "let b = f(!x)", "let c = #\"a\"!\"#",
      "x = \"a \\(b ? \"!\" : c)\"",
    ])
  func letsPass(text: String) {
    #expect(!Self.code(of: text).contains(where: Self.traps))
  }

  /// Words of which one is in every line that the patterns find, beside a mark.
  private static let words = [
    "precondition", "fatalError", "assert", "unowned", "unsafelyUnwrapped",
  ]

  private static func traps(_ line: Substring) -> Bool {
    // Patterns are slow, and few lines have anything that they look for.
    guard
      line.utf8.contains(UInt8(ascii: "!"))
        || words.contains(where: { SourceText.has($0, in: line.utf8) })
    else { return false }
    return line.contains(/[\w)\]}>]!(?!=)|\btry!|\bas!/)
      || line.contains(
        /\b(?:precondition|preconditionFailure|fatalError|assertionFailure|assert)\(/)
      || line.contains(/\bunowned\b|\bunsafelyUnwrapped\b/)
  }

  /// The lines of a source without its comments and without what its texts say.
  private static func code(of text: String) -> [Substring] {
    var isInText = false
    return SourceText.lines(of: text).map { whole in
      let line = whole.utf8
      let trimmed = line.drop { $0 == UInt8(ascii: " ") }
      let quotes = "\"\"\"".utf8
      if isInText || trimmed.starts(with: quotes) || trimmed.suffix(3).elementsEqual(quotes) {
        if SourceText.has("\"\"\"", in: line) { isInText.toggle() }
        return ""
      }
      if trimmed.starts(with: "//".utf8) { return "" }
      guard line.contains(UInt8(ascii: "\"")) || SourceText.has(" //", in: line)
      else { return whole }
      let bare = whole.replacing(/#"[^\n]*?"#/, with: "").replacing(/\\"/, with: "")
        .replacing(/"[^"]*"/, with: "")
      return Substring(bare.prefix(upTo: bare.firstRange(of: " //")?.lowerBound ?? bare.endIndex))
    }
  }
}
