import Foundation
import Support
import Testing

/// Unchecked memory access lives where C is met, and in the byte cursor.
@Suite("Unsafe code") struct UnsafeCodeTests {
  @Test("stands only in the reader")
  func onlyInReader() throws {
    let sources = Recordings.root.appending(path: "Sources")
    let all = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    let files = (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    #expect(files.count > 50)
    for file in files where !file.path.contains("/CaptureReader/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let lines = text.split(separator: "\n").filter { !$0.contains("//") }
      #expect(
        !lines.contains { $0.contains(/\bunsafe\b|Unsafe[A-Z]/) }, "\(file.lastPathComponent)")
    }
  }
}
