import Foundation
import Reporting

/// What the program says about its own work, on standard error.
enum Diagnostics {
  /// One line; `message` may hold anything.
  static func report(_ message: String) {
    report(escaped: TerminalText.escape(message, limit: TerminalText.sentenceLimit))
  }

  /// One line that is safe for a terminal already.
  static func report(escaped message: String) {
    // Nobody is left to be told that standard error is closed.
    try? FileHandle.standardError.write(contentsOf: Data("rdpwhy: \(message)\n".utf8))
  }
}
