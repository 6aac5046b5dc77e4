/// Messages of the programs that take part in Remote Desktop, found by what they say.
struct MessageBook: Sendable {
  static let shared = MessageBook(windows + events + programs + plain)

  let patterns: [MessagePattern]

  init(_ patterns: [MessagePattern]) { self.patterns = patterns }

  /// The pages of the messages in a text, the longest match first; at most three.
  func pages(in plain: String, _ index: HandbookIndex) -> [Explanation] {
    let found = patterns.compactMap { pattern in
      pattern.length(in: plain).map { (length: $0, code: pattern.code) }
    }.sorted { ($0.length, $1.code) > ($1.length, $0.code) }
    var codes: [String] = []
    for (_, code) in found where !codes.contains(code) { codes.append(code) }
    return codes.prefix(3).compactMap { index.page($0) }
  }
}
