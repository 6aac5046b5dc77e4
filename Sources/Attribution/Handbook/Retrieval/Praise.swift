/// The parts of a question that say where all is well: "over the VPN I never lose it", "mstsc stays all day".
///
/// What they name is not to blame; that somebody else or another program is well is a circumstance.
struct Praise: Sendable {
  /// The question without these parts.
  let rest: String
  /// The words of these parts.
  let praised: [[String]]

  /// Nil where the question has no such part, or consists of nothing else.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    var kept: [Substring] = []
    var praised: [[String]] = []
    for clause in Self.clauses(text) {
      let words = PastedText([String(clause)]).words
      guard Self.isPraise(words) else {
        kept.append(clause)
        continue
      }
      praised.append(words)
      // "When I come over the VPN, I never lose it."
      if let last = kept.last, Self.leads(last, to: clause) {
        praised.append(PastedText([String(last)]).words)
        kept.removeLast()
      }
    }
    let isWhole = kept.allSatisfy { clause in !clause.contains { $0.isLetter } }
    guard !praised.isEmpty, !isWhole else { return nil }
    rest = kept.joined()
    self.praised = praised
  }

  /// A log praises nothing.
  private static let longest = 4_096
  private static let ends: Set<Character> = [
    ",", ".", ";", "!", "?", "\n", "、", "。", "，", "；", "！", "(", ")", "–", "—",
  ]
  /// Words that begin what is contrary to what stands before.
  private static let contraries: Set<String> = [
    "but", "while", "whereas", "however", "though", "although", "except", "until", "unless", "aber",
    "sondern", "wahrend", "während", "jedoch", "mais", "tandis", "alors", "pero", "mientras",
    "excepto", "ma", "mentre", "però", "mas", "enquanto", "porém", "maar", "terwijl", "ale",
    "natomiast", "lecz", "но", "однако", "зато", "але", "проте", "avšak", "men", "medan", "mens",
    "ama", "fakat", "only", "-",
  ]

  /// Whether a clause says when, or with what, it is as the next one tells.
  private static func leads(_ clause: Substring, to next: Substring) -> Bool {
    guard clause.last.map({ $0 == "," || $0 == "、" || $0 == "，" }) ?? false else { return false }
    let first = next.split(separator: " ").first.map { $0.lowercased() } ?? ""
    return !contraries.contains(first)
      && clause.split(separator: " ").contains { openers.contains($0.lowercased()) }
  }

  private static let openers: Set<String> = [
    "when", "if", "over", "with", "using", "through", "thru", "via", "wenn", "mit", "über", "quand",
    "avec", "si", "cuando", "con", "quando", "se", "com", "als", "met", "gdy", "kiedy", "przez",
    "когда", "если", "через", "коли", "když", "přes", "när", "med", "når",
  ]

  private static func clauses(_ text: String) -> [Substring] {
    var clauses: [Substring] = []
    var start = text.startIndex
    var word = text.startIndex
    for position in text.indices {
      let character = text[position]
      if ends.contains(character) {
        let next = text.index(after: position)
        // "10.0.0.5", "mstsc.exe"
        let isInside =
          character == "." && next < text.endIndex && !text[next].isWhitespace
        guard !isInside else { continue }
        clauses.append(text[start..<next])
        start = next
        word = next
      } else if character == " " {
        if word > start, contraries.contains(text[word..<position].lowercased()) {
          clauses.append(text[start..<word])
          start = word
        }
        word = text.index(after: position)
      }
    }
    clauses.append(text[start...])
    return clauses.filter { !$0.isEmpty }
  }

  // MARK: Words

  private static func isPraise(_ words: [String]) -> Bool {
    guard words.count >= 2 || words.contains(where: PastedText.isUnspaced) else { return false }
    // "10.0.0.5 is ok": by its address, but not by its name.
    guard !words.contains(where: ConceptTable.isAddress) else { return false }
    let text = SearchedText(words)
    guard !evidence.contains(where: { !text.positions(of: $0).isEmpty }) else { return false }
    if deniesTrouble(words) { return true }
    return praises.contains { !text.positions(of: $0).isEmpty } || worksAtPlace(words)
  }

  /// "not kicked out exactly", "no black screen"
  private static func deniesTrouble(_ words: [String]) -> Bool {
    guard words.count <= fewWords, let first = words.first, negations.contains(first) else {
      return false
    }
    return !ConceptTable.shared.concepts(in: Array(words.dropFirst())).isDisjoint(with: symptoms)
  }

  private static let fewWords = 5
  private static let negations: Set<String> = [
    "not", "no", "never", "nicht", "kein", "keine", "pas", "aucun", "ningun", "nessun", "nem",
    "geen",
  ]
  private static let symptoms: Set<String> = ["drop", "freeze", "black", "slow", "crash"]

  /// "von der Zentrale aus geht es": that it works, at a place, and nothing that does not.
  private static func worksAtPlace(_ words: [String]) -> Bool {
    let said = ConceptTable.shared.concepts(in: words)
    return said.contains("works") && !said.isDisjoint(with: ["place", "branch"])
      && said.isDisjoint(with: ["not", "reach", "drop", "freeze", "problem", "slow", "black"])
  }

  private static let praises = [
    "all installed", "up to date", "not involved", "is not used", "are not used",
    "works fine", "work fine", "works perfectly", "works great", "works well", "working fine",
    "works all day", "works without", "is fine", "are fine", "runs fine", "all fine", "no problem",
    "no problems", "no issue", "no issues", "no trouble", "never lose", "never loses", "never lost",
    "never drop", "never drops", "never disconnect", "never fails", "never had", "never happens",
    "stays connected", "stay connected", "stays up", "stay up", "stays all day", "stays on all day",
    "connected all day", "rock solid", "without problem", "without problems", "without any problem",
    "without issue", "without issues", "does not drop", "does not disconnect", "does not happen",
    "do not have this", "not affected", "did not notice", "noticed nothing", "is stable",
    "are stable", "is ok", "are ok", "for hours", "for months", "for years", "bleibt verbunden",
    "bleibt stehen den ganzen", "funktioniert einwandfrei", "geht problemlos", "lauft stabil",
    "lauft problemlos", "lauft den ganzen", "keine probleme", "kein problem", "geht einwandfrei",
    "nichts bemerkt", "sans probleme", "aucun probleme", "fonctionne bien", "marche bien",
    "marche tres bien", "reste connecte", "toute la journee", "sin problema", "sin problemas",
    "ningun problema", "funciona bien", "todo el dia", "va perfecto", "senza problemi",
    "nessun problema", "funziona bene", "tutto il giorno", "sem problema", "sem problemas",
    "funciona bem", "o dia todo", "o dia inteiro", "zonder problemen", "geen probleem",
    "werkt prima", "werkt goed", "de hele dag", "bez problemu", "bez problemow", "dziala dobrze",
    "dziala caly dzien", "caly dzien", "без проблем", "работает нормально", "работает весь день",
    "весь день", "все нормально", "працює нормально", "bez potizi", "funguje dobre", "cely den",
    "utan problem", "fungerar bra", "hela dagen", "uden problemer", "fungerer fint", "virker fint",
    "hele dagen", "sorunsuz", "problem yok", "butun gun", "問題ありません", "問題ない", "問題なく", "大丈夫", "一日中",
    "没问题", "没有问题", "沒問題", "沒有問題", "一切正常", "不会断", "문제없", "하루 종일 잘", "이상 없",
  ].map(SoughtPhrase.init)

  /// What a fault is told by although it works: a test, another way to the same host.
  private static let evidence = [
    "ping", "by ip", "ip address", "with the ip", "via ip", "mit der ip", "mit ip", "avec l ip",
    "con la ip", "com o ip", "con l ip", "po ip", "по ip", "udp", "telnet", "locally", "internally",
    "inside", "lan", "from outside", "before", "yesterday", "until", "used to", "worked", "mtu",
    "safe mode", "password is", "account is", "as long as i", "while i type", "while i work",
    "while i am typing", "moving the mouse", "move the mouse", "solange ich", "tant que je",
    "mientras escrib", "mientras trabaj", "when i type", "if i keep",
  ].map(SoughtPhrase.init)
}
