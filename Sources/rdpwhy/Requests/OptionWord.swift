import Reporting

/// A mistyped option, where the parser has no occasion to name it.
enum OptionWord {
  /// What is to be said of an option that there is none of: `Unknown option '--lst'; did you mean
  /// --list?`.
  static func complaint(about option: String, help: String) -> String {
    let nearest = CommandWord.nearest(
      to: String(name(of: option).dropFirst(2)), in: known(in: help).map { String($0.dropFirst(2)) }
    )
    return "Unknown option '\(TerminalText.escape(option))'"
      + (nearest.isEmpty
        ? "" : "; did you mean \(nearest.map { "--" + $0 }.joined(separator: " or "))?")
  }

  /// The first of the words that is written like an option and is none of a command's.
  ///
  /// - Parameter help: the command's own, which lists its options.
  static func unknown(in words: [String], help: String) -> String? {
    let known = Set(known(in: help))
    return words.prefix { $0 != "--" }.first {
      $0.hasPrefix("--") && $0.utf8.count > 2 && !known.contains(name(of: $0))
    }
  }

  /// Without the value behind `=`.
  private static func name(of option: String) -> String {
    String(option.prefix { $0 != "=" })
  }

  private static func known(in help: String) -> [String] {
    var names: [String] = []
    for word in help.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0 == "-")) })
    where word.hasPrefix("--") && !names.contains(String(word)) {
      names.append(String(word))
    }
    return names
  }
}
