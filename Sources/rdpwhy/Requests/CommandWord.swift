import ArgumentParser
import Attribution
import CaptureReader
import Foundation
import Reporting

/// Tells a mistyped command, and an error code that was typed by itself, from files that are not there.
enum CommandWord {
  /// - Throws: where the first word is no file and looks like a command, and where no word is a file
  ///   and together they name a page of the handbook.
  static func check(_ words: [String]) throws {
    guard let first = words.first else { return }
    try checkCommand(first)
    try checkCode(words)
  }

  /// `rdpwhy 0x904`, or the text of a dialog, without `explain` before it.
  private static func checkCode(_ words: [String]) throws {
    let mayBeFiles = words.contains {
      $0.hasPrefix("@") || $0.contains("/") || $0.contains(where: { "*?[".contains($0) })
        || !URL(filePath: $0).pathExtension.isEmpty || FileManager.default.fileExists(atPath: $0)
    }
    guard !mayBeFiles, words.contains(where: { $0.contains(where: \.isNumber) }),
      !Handbook.lookup(words).isEmpty
    else { return }
    throw ValidationError(
      "There is no file '\(TerminalText.escape(words[0]))'; for what a code or message means: "
        + "rdpwhy explain \(words.map { TerminalText.escape($0) }.joined(separator: " "))")
  }

  /// Of `rdpwhy batch`: `statsu` is neither a file nor one of its commands.
  ///
  /// - Throws: where the first word is no file and like one of the commands; other words stay files.
  static func checkBatch(_ words: [String]) throws {
    guard let word = words.first, mayBeCommand(word) else { return }
    let nearest = nearest(to: word, in: batchCommands)
    guard !nearest.isEmpty else { return }
    throw ValidationError(
      "There is no file '\(TerminalText.escape(word))'; did you mean "
        + nearest.map { "rdpwhy batch \($0)" }.joined(separator: " or ") + "?")
  }

  private static var batchCommands: [String] {
    BatchCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Words of commands are short and in small letters.
  private static func mayBeCommand(_ word: String) -> Bool {
    (3...12).contains(word.utf8.count) && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      && FileStatus(path: word) == nil
  }

  /// The names that a mistyped word is nearest to: of a short word a second letter is no slip any more.
  static func nearest(to word: String, in names: [String]) -> [String] {
    let limit = word.utf8.count < 6 ? 1 : 2
    let found = names.compactMap { name -> (name: String, distance: Int)? in
      if name.hasPrefix(word) { return (name, 0) }
      return editDistance(Array(word.utf8.prefix(64)), Array(name.utf8), atMost: limit).map {
        (name, $0)
      }
    }
    let least = found.map(\.distance).min()
    return found.filter { $0.distance == least }.map(\.name)
  }

  private static func checkCommand(_ word: String) throws {
    guard mayBeCommand(word) else { return }
    let names = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    // Some commands stand below another one, and one is an option.
    let below = batchCommands.filter { $0 != "all" }
    let nearest =
      nearest(to: word, in: names) + nearest(to: word, in: below).map { "batch \($0)" }
      + nearest(to: word, in: ["summary"]).map { "--\($0)" }
    let advice =
      nearest.isEmpty
      ? "the commands are \(names.joined(separator: ", "))"
      : "did you mean \(nearest.joined(separator: " or "))?"
    throw ValidationError(
      "There is no file and no command '\(TerminalText.escape(word))'; \(advice)")
  }
}
