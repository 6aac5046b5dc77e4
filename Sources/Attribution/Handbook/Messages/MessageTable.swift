/// A table of messages as text, one page a line or two:
///
///     page :: words; other words & words that must be near; or these
///     ?page :: words of anybody, that need a text about Remote Desktop around them
///
/// `;` separates spellings of which one must be there, `&` what must be there together.
enum MessageTable {
  /// A sentence.
  private static let reach = 160

  static func patterns(_ table: String) -> [MessagePattern] {
    read(table, repairsSpelling: true)
  }

  /// A table in one language, whose words say nothing about typing errors in another.
  static func languagePatterns(_ table: String) -> [MessagePattern] {
    read(table, repairsSpelling: false)
  }

  private static func read(_ table: String, repairsSpelling: Bool) -> [MessagePattern] {
    table.split(separator: "\n").compactMap { line in
      guard let mark = line.firstRange(of: " :: ") else { return nil }
      var code = String(line[..<mark.lowerBound])
      let isConcept = code.hasPrefix("?")
      if isConcept { code.removeFirst() }
      let groups = line[mark.upperBound...].split(separator: "&").map { group in
        group.split(separator: ";").map { spelling in
          String(spelling.drop { $0 == " " }).trimmed
        }.filter { !$0.isEmpty }
      }
      return MessagePattern(
        code, groups, isConcept: isConcept, reach: reach, repairsSpelling: repairsSpelling)
    }
  }
}

extension String {
  /// Without spaces at the end; `_` stands for a space that says where a word ends.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text.last == "_" ? String(text.dropLast()) + " " : text
  }
}
