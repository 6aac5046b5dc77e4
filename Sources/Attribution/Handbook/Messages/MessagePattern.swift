/// A message by what it says: one of the words of each group must be there.
struct MessagePattern: Sendable {
  /// The code of the page.
  let code: String
  let groups: [[String]]

  init(_ code: String, _ groups: [[String]]) {
    self.code = code
    self.groups = groups
  }

  /// How much of the text it explains: the length of the words found; nil where a group has none.
  func length(in plain: String) -> Int? {
    var length = 0
    for group in groups {
      let found = group.filter { Self.contains($0, in: plain) }.map(\.count).max()
      guard let found else { return nil }
      length += found
    }
    return length
  }

  /// Words written in letters with spaces begin where a word begins; Japanese text has none.
  private static func contains(_ words: String, in plain: String) -> Bool {
    let isSpaced = words.first.map { $0.isASCII || $0.isLowercase } ?? false
    return plain.contains(isSpaced ? " \(words)" : words)
  }
}
