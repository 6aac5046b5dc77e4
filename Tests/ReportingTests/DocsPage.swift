import Foundation
import Support
import Testing

/// A file in Docs that the program's declarations make.
enum DocsPage {
  /// Compares the file with what the declarations make; with UPDATE_GOLDENS it is written first.
  static func check(_ text: String, _ path: String) throws {
    let file = Recordings.root.appending(path: path)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(path)")
  }
}
