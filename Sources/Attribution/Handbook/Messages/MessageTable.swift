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
    Array(table.utf8).split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard let mark = place(of: mark, in: line) else { return nil }
      var code = line[..<mark]
      let isConcept = code.first == UInt8(ascii: "?")
      if isConcept { code.removeFirst() }
      let groups = line[(mark + Self.mark.count)...].split(separator: UInt8(ascii: "&"))
      return MessagePattern(
        String(decoding: code, as: UTF8.self), groups.map(phrases), isConcept: isConcept,
        reach: reach, repairsSpelling: repairsSpelling)
    }
  }

  /// What separates a page from its words.
  private static let mark = Array(" :: ".utf8)
  private static let space = UInt8(ascii: " ")

  private static func place(of mark: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    line.indices.first { line[$0...].starts(with: mark) }
  }

  /// The spellings of a group, without spaces around; `_` stands for a space that says where a word ends.
  private static func phrases(_ group: ArraySlice<UInt8>) -> [SoughtPhrase] {
    group.split(separator: UInt8(ascii: ";")).compactMap { written in
      var spelling = written.drop { $0 == space }
      while spelling.last == space { spelling.removeLast() }
      guard !spelling.isEmpty else { return nil }
      guard spelling.last == UInt8(ascii: "_") else { return SoughtPhrase(spelling) }
      return SoughtPhrase(spelling.dropLast() + [space])
    }
  }
}
