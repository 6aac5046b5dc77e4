/// Finds the subject of a question, where nothing in it is a code or a known message.
enum SubjectFinder {
  /// - Parameters:
  ///   - words: The words of the question in canonical spelling, without numbers that count.
  ///   - isRemoteDesktop: The question says that it is about Remote Desktop.
  static func pages(
    words: [String], isRemoteDesktop: Bool, _ index: HandbookIndex
  ) -> [Explanation] {
    let telling = words.filter { !common.contains($0) }
    guard !telling.isEmpty, telling.count <= mostWords else { return [] }
    let exact = index.pages(named: telling.joined(separator: " ")).filter { $0.family == .subject }
    if !exact.isEmpty { return exact }
    return index.subjects(namedIn: words, telling: telling, isRemoteDesktop: isRemoteDesktop)
  }

  /// Questions are short; a long text without a code or a known message has no subject.
  private static let mostWords = 12

  /// Words of every question about Remote Desktop.
  static let common: Set<String> = [
    "rdp", "remote", "desktop", "mstsc", "session", "sessions", "connection", "connections",
    "connect", "server", "client", "the", "a", "an", "my", "is", "to", "on", "in", "of", "for",
    "with", "how", "do", "i", "does", "what", "why", "when", "after", "before", "during", "and",
    "or", "not", "no", "error", "problem", "problems", "issue", "issues", "fix", "log", "windows",
    "10", "11", "2016", "2019", "2022", "2025", "over", "through", "from", "at", "it", "be", "can",
    "will", "get", "got", "user", "users", "keeps", "help", "please", "reset", "disable", "enable",
    "turn", "off", "via", "setting", "settings", "host", "computer", "computers", "explain",
    "mean", "means", "meaning", "about", "we", "our", "you", "your", "has", "have", "was", "are",
    "there", "shows", "only", "just", "again", "then", "failed", "fails", "failure", "check",
    "required", "requires", "did", "could", "blocks", "blocked", "drops", "drop",
    "dropping", "broken", "stops", "stopped", "work", "works", "working", "disconnect",
    "disconnects", "disconnected", "disconnecting", "every", "now", "new", "all", "this", "that",
    "if", "but", "by", "as", "up", "out", "into", "bei", "mit", "der", "die", "das", "und", "nach",
    "le", "la", "les", "de", "des", "du", "el", "los", "con", "por", "machine", "machines", "vm",
    "terminal", "services", "service", "using", "use", "lost", "closes", "close", "closed", "click",
    "clicks", "clicking",
  ]
}

extension HandbookIndex {
  /// Subjects whose name is in the text. Where the text says that it is about Remote Desktop, one
  /// telling word is enough; elsewhere the name must be nearly all of it.
  func subjects(
    namedIn words: [String], telling: [String], isRemoteDesktop: Bool
  ) -> [Explanation] {
    let whole = " " + words.joined(separator: " ") + " "
    let dense = words.joined()
    var found: [(length: Int, page: Explanation)] = []
    for entry in entries where entry.explanation.family == .subject {
      var best = 0
      for name in entry.names {
        let sought = CanonicalText.phrase(name)
        let count = sought.split(separator: " ").count
        let isLatin = sought.allSatisfy(\.isASCII)
        let isThere =
          isLatin
          ? whole.contains(" \(sought) ") : dense.contains(String(sought.filter { $0 != " " }))
        guard isThere else { continue }
        let own = sought.split(separator: " ").filter { !SubjectFinder.common.contains(String($0)) }
        let others = telling.count - own.count
        let isTelling =
          isRemoteDesktop && (count >= 2 || words.count <= Self.shortQuestion)
          || others <= (count >= 2 ? 2 : 0) || Self.unmistakable.contains(sought) || !isLatin
        if isTelling { best = max(best, count * 100 + sought.count) }
      }
      if best > 0 { found.append((best, entry.explanation)) }
    }
    return found.sorted { ($0.length, $1.page.code) > ($1.length, $0.page.code) }.prefix(3)
      .map(\.page)
  }

  /// In more words than these, one of them is not what the text is about.
  private static let shortQuestion = 8

  /// Codes of subjects whose names share a telling word with the text, for those who found nothing.
  func subjectsSharingWords(with text: PastedText) -> [String] {
    let shortest = 4
    let words = Set(text.tokens.map(\.text))
      .filter { $0.count >= shortest && !SubjectFinder.common.contains($0) }
    guard !words.isEmpty, words.count <= 64 else { return [] }
    return entries.filter { entry in
      entry.explanation.family == .subject
        && entry.names.contains { name in
          CanonicalText.folded(name).split(separator: " ").contains { words.contains(String($0)) }
        }
    }.prefix(3).map(\.explanation.code)
  }

  /// One-word names that mean nothing else.
  private static let unmistakable: Set<String> = [
    "minencryptionlevel", "maxconnectiontime", "fresetbroken", "maxidletime",
    "maxdisconnectiontime",
    "nla", "credssp", "mtu", "pmtu", "qwinsta", "rwinsta", "wake-on-lan", "wol", "schannel",
    "fdenytsconnections", "termservice", "rd gateway", "keepaliveinterval", "allowencryptionoracle",
    "mslicensing", "fclientdisableudp", "rdpeudp", "securitylayer", "userauthentication",
  ]
}
