/// Messages of the programs that take part in Remote Desktop, found by what they say.
struct MessageBook: Sendable {
  static let shared = MessageBook(
    windows + events + programs + plain + more
      + [client, gateway, servers, languages, concepts].flatMap(MessageTable.patterns))

  let patterns: [MessagePattern]

  init(_ patterns: [MessagePattern]) { self.patterns = patterns }

  /// The pages of the messages in a text, the longest match first; at most three.
  ///
  /// - Parameter areConcepts: Whether people's own words are looked for instead of programs' texts.
  func pages(
    in text: SearchedText, areConcepts: Bool = false, _ index: HandbookIndex
  ) -> [Explanation] {
    let found = patterns.compactMap { pattern in
      pattern.isConcept == areConcepts
        ? pattern.length(in: text).map { (length: $0, code: pattern.code) } : nil
    }.sorted { ($0.length, $1.code) > ($1.length, $0.code) }
    var codes: [String] = []
    for (_, code) in found where !codes.contains(code) { codes.append(code) }
    return codes.prefix(3).compactMap { index.page($0) }
  }
}
