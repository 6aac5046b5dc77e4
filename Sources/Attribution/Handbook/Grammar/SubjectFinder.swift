/// Finds the subject of a question, where nothing in it is a code or a known message.
enum SubjectFinder {
  static func pages(in text: PastedText, _ index: HandbookIndex) -> [Explanation] {
    let words = text.tokens.map(\.text)
    let telling = words.filter { !common.contains($0) }
    guard !telling.isEmpty, telling.count <= mostWords else { return [] }
    let exact = index.pages(named: telling.joined(separator: " ")).filter { $0.family == .subject }
    if !exact.isEmpty { return exact }
    return index.subjects(namedIn: words, telling: telling)
  }

  /// Questions are short; a long text without a code or a known message has no subject.
  private static let mostWords = 10

  /// Words of every question about Remote Desktop.
  static let common: Set<String> = [
    "rdp", "remote", "desktop", "mstsc", "session", "sessions", "connection", "connect", "server",
    "client", "the", "a", "an", "my", "is", "to", "on", "in", "of", "for", "with", "how", "do", "i",
    "does", "what", "why", "when", "after", "before", "during", "and", "or", "not", "no", "error",
    "problem", "issue", "issues", "fix", "login", "logon", "windows", "10", "11", "2016", "2019",
    "2022", "over", "through", "from", "at", "it", "be", "can", "cannot", "can't", "get", "got",
    "user", "users", "keeps", "help", "please", "reset", "disable", "enable", "turn", "off", "via",
    "setting", "settings", "host", "computer", "pc", "machine", "explain", "mean", "means",
    "meaning", "about", "we", "our", "you", "your", "has", "have", "was", "are", "there", "shows",
    "only", "just", "again", "then", "failed", "fails", "failure", "check", "required", "requires",
  ]
}

extension HandbookIndex {
  /// Subjects with a name of two words and more in the text, or whose one-word name is what is left
  /// of it without the words of every question.
  func subjects(namedIn words: [String], telling: [String]) -> [Explanation] {
    let whole = " " + words.joined(separator: " ") + " "
    var found: [(length: Int, page: Explanation)] = []
    for entry in entries where entry.explanation.family == .subject {
      var best = 0
      for name in entry.names {
        let lower = name.lowercased()
        let count = lower.split(separator: " ").count
        let isTelling =
          count >= 2 || telling.count <= 2 && telling.contains(lower)
          || Self.unmistakable.contains(lower)
        if isTelling, whole.contains(" \(lower) ") { best = max(best, count * 100 + lower.count) }
      }
      if best > 0 { found.append((best, entry.explanation)) }
    }
    return found.sorted { ($0.length, $1.page.code) > ($1.length, $0.page.code) }.prefix(3)
      .map(\.page)
  }

  /// Codes of subjects whose names share a telling word with the text, for those who found nothing.
  func subjectsSharingWords(with text: PastedText) -> [String] {
    let shortest = 4
    let words = Set(text.tokens.map(\.text))
      .filter { $0.count >= shortest && !SubjectFinder.common.contains($0) }
    guard !words.isEmpty, words.count <= 64 else { return [] }
    return entries.filter { entry in
      entry.explanation.family == .subject
        && entry.names.contains { name in
          name.lowercased().split(separator: " ").contains { words.contains(String($0)) }
        }
    }.prefix(3).map(\.explanation.code)
  }

  /// One-word names that mean nothing else.
  private static let unmistakable: Set<String> = [
    "nla", "credssp", "mtu", "pmtu", "qwinsta", "rwinsta", "wake-on-lan", "wol", "schannel",
    "fdenytsconnections", "termservice", "rdgw", "keepaliveinterval", "allowencryptionoracle",
    "mslicensing", "fclientdisableudp", "rdpeudp", "securitylayer", "userauthentication",
  ]
}
