import Foundation
import Testing

/// Unchecked memory access lives where C is met, and in the byte cursor.
@Suite("Unsafe code") struct UnsafeCodeTests {
  @Test("stands only in the reader")
  func onlyInReader() throws {
    let files = SourceText.files()
    #expect(files.count > 50)
    for file in files where !file.path.contains("/CaptureReader/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let found = SourceText.lines(of: text).filter { line in
        SourceText.has("nsafe", in: line.utf8) && !SourceText.has("//", in: line.utf8)
          && line.contains(/\bunsafe\b|Unsafe[A-Z]/)
      }
      #expect(found.isEmpty, "\(file.lastPathComponent)")
    }
  }

  @Test("the check sees what it is there for", arguments: ["nsafe", "//", ""])
  func seesWords(word: String) {
    #expect(SourceText.has(word, in: "let x = unsafe y // z"[...].utf8) == !word.isEmpty)
    #expect(!SourceText.has(word, in: "let x = safe / y"[...].utf8))
  }
}
