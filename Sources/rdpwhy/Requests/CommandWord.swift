import ArgumentParser
import Attribution
import Foundation
import Reporting

/// Tells a mistyped command from a file that is not there.
enum CommandWord {
  /// - Throws: where `word` is no file, looks like a command, and is none.
  static func check(_ word: String) throws {
    guard (3...12).contains(word.utf8.count), word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      !FileManager.default.fileExists(atPath: word)
    else { return }
    let names = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    let nearest = names.filter { name in
      editDistance(Array(word.utf8), Array(name.utf8), atMost: 2) != nil || name.hasPrefix(word)
    }
    let advice =
      nearest.isEmpty
      ? "the commands are \(names.joined(separator: ", "))"
      : "did you mean \(nearest.joined(separator: " or "))?"
    throw ValidationError(
      "There is no file and no command '\(TerminalText.escape(word))'; \(advice)")
  }
}
