/// What a text may be about of which nothing is recognised.
struct NearestPages: Sendable {
  private typealias Ranked = (rank: (Int, Int, Int), rule: ConceptRule)

  /// Pages whose concepts the text has: enough to name the first as the likeliest.
  let likely: [Explanation]

  /// The page of the likeliest three or more concepts within one sentence.
  let statement: Explanation?

  /// The page of the likeliest two or more concepts within one sentence.
  let reason: Explanation?

  /// Whether it tells what happens to those who use computers: "the users get thrown out at noon".
  let isOfUsers: Bool

  /// The same of people themselves, not of their accounts or computers.
  let isOfPeople: Bool

  /// Whether something goes wrong in it at all.
  let tellsTrouble: Bool

  /// What runs beside a session and has faults of its own is asked about: the clipboard.
  let isBesideSession: Bool

  /// A sentence tells of a computer elsewhere by what it says together.
  let isUnmistakable: Bool

  /// Two things of one sentence mean a page, and something goes wrong.
  var isMeant: Bool { reason != nil && tellsTrouble }

  private let index: HandbookIndex
  private let sentences: [[String]]
  /// All pages whose concepts the text has, also those that are named in passing.
  private let ruled: [Explanation]

  /// As many as a person reads beside what is told.
  static let most = 4
  /// As many as a screen holds where nothing is told.
  static let mostUnknown = 10
  /// One concept alone is a word; two that belong together are a statement.
  private static let enough = 2
  /// Concepts that say more than the one phrase that a table knows.
  private static let fewestOfStatement = 3
  /// Below this, what a page shares with the text is chance.
  private static let leastScore = 8.0
  /// A page this much below the first is none of the nearest.
  private static let leastShare = 0.5
  private static let leastShareOfMany = 0.35
  /// In more words than these a single concept is not what the text is about.
  private static let shortText = 30
  /// A question without a fault is put in fewer words.
  private static let shortQuestion = 16

  private static let people: Set<String> = [
    "everyone", "otheruser", "sameuser", "people", "logonword", "loggedon", "gateway",
    "account", "computer",
  ]
  private static let users: Set<String> = [
    "everyone", "otheruser", "sameuser", "people", "logonword", "loggedon",
  ]
  private static let troubles: Set<String> = [
    "drop", "freeze", "black", "reach", "reconnect", "again", "twice", "overload", "onlyone",
  ]

  init(_ text: [String], _ index: HandbookIndex) {
    let praise = Praise(text.joined(separator: " "))
    let written = Sentences.words(in: praise.map { [$0.rest] } ?? text)
    let words = written.reduce(0) { $0 + $1.count }
    let table = ConceptTable.shared
    let contrast = Self.contrast(praise, table)
    sentences =
      words <= SpellingRepair.mostWords ? written.map { Self.repaired($0, table) } : written
    self.index = index
    let single = sentences.map { table.concepts(in: $0).union(contrast) }
    let wide = Sentences.windows(sentences).dropFirst(sentences.count).map {
      table.concepts(in: $0).union(contrast)
    }
    var ranked: [Ranked] = []
    for (position, rule) in ConceptRule.all.enumerated() {
      let isNear = single.contains(where: rule.holds)
      guard isNear || wide.contains(where: rule.holds) else { continue }
      ranked.append(((-rule.size, isNear ? 0 : 1, position), rule))
    }
    ranked.sort { $0.rank < $1.rank }
    isUnmistakable = ranked.contains { $0.rule.isUnmistakable && $0.rank.1 == 0 }
    statement = Self.first(ranked, ofSize: Self.fewestOfStatement, index)
    reason = Self.first(ranked, ofSize: Self.enough, index)
    isOfUsers = single.contains {
      !$0.isDisjoint(with: Self.people) && !$0.isDisjoint(with: Self.troubles)
    }
    isOfPeople = single.contains {
      !$0.isDisjoint(with: Self.users) && !$0.isDisjoint(with: Self.troubles)
    }
    tellsTrouble = single.contains { !$0.isDisjoint(with: table.troubles) }
    isBesideSession = ranked.isEmpty && single.contains { $0.contains("clipboard") }
    let telling = ranked.filter {
      $0.rule.size >= Self.enough || words <= Self.shortText && !$0.rule.isHint
    }
    likely = Self.pages(telling.map(\.rule), index)
    ruled = Self.pages(ranked.map(\.rule), index)
  }

  /// The pages that everything in the text together speaks for, and by how much.
  ///
  /// - Parameter named: Pages that phrases of the text name, best first.
  func ranked(named: [Explanation] = []) -> [PageRetrieval.Found] {
    var support: [String: Double] = [:]
    for (page, weight) in zip(named, Self.ofNamed) { support[page.code, default: 0] += weight }
    for (page, weight) in zip(likely, Self.ofRule) { support[page.code, default: 0] += weight }
    if let statement { support[statement.code, default: 0] += Self.ofStatement }
    return PageRetrieval.shared.nearest(to: sentences, support: support, limit: Self.looked)
      .filter { isOfProgramsNamed($0.page) }
  }

  /// A page about one program is near to texts only that name it.
  private func isOfProgramsNamed(_ page: Explanation) -> Bool {
    Self.programs.allSatisfy { program in
      !page.code.lowercased().contains(program)
        || sentences.contains { $0.contains { $0.contains(program) } }
    }
  }

  private static let programs = ["xrdp", "guac", "gnome", "remmina", "freerdp"]

  // What a phrase, a rule and a rule of three concepts are worth beside the words, measured on
  // questions that the words' weights were not taken from.
  private static let ofNamed = [10.0, 6, 4]
  private static let ofRule = [10.0, 6, 4]
  private static let ofStatement = 8.0
  private static let looked = 12

  /// Pages that are right where another is: what ends an idle session is one of two.
  private static let families: [Set<String>] = [
    ["subject session limits", "subject idle timers", "extended 0x3"],
    ["subject session limits", "extended 0x5"], ["mstsc 0x204", "message cannot connect"],
    ["server.terminated", "server.unresponsive"],
    ["subject stuck connecting", "message slow logon"],
    ["subject name resolution", "mstsc 0x104"],
    ["message ping answered", "message port test", "subject firewall", "mstsc 0x204"],
    ["subject network", "message connection lost", "subject auto-reconnect"],
  ]

  private static func isKin(_ one: Explanation, _ other: Explanation) -> Bool {
    families.contains { $0.contains(one.code) && $0.contains(other.code) }
  }

  /// The page beside the first that is as likely and right where it is.
  func kin(of page: Explanation, in ranked: [PageRetrieval.Found]) -> [Explanation] {
    ranked.dropFirst().prefix(1).map(\.page).filter { Self.isKin(page, $0) && likely.contains($0) }
  }

  /// The likeliest page of a text that names nothing of Remote Desktop: where two concepts of one sentence
  /// mean it.
  ///
  /// - Parameter isOfSession: It speaks of a session, or of a computer elsewhere.
  func sureElsewhere(_ ranked: [PageRetrieval.Found], isOfSession: Bool) -> Explanation? {
    guard let reason, isOfSession || isOfPeople else { return nil }
    // That something cannot be reached is what the reason explains.
    let ranked = ranked.filter { $0.page == reason || $0.page.code != Self.unreachable }
    guard let first = ranked.first else { return nil }
    let isReason = first.page == reason || Self.isKin(first.page, reason)
    guard isReason || likely.contains(first.page) else { return nil }
    let next = ranked.dropFirst().first { !Self.isKin($0.page, first.page) }?.score ?? 0
    // Where only this page has a rule that holds, the others share words with the text by chance.
    let isAlone = isOfSession && isReason && isOneMeant(first.page)
    let least = isAlone ? 0 : isOfSession && isReason ? Self.leadOfSession : Self.leadOfUsers
    return first.score - next >= least ? first.page : nil
  }

  private static let leadOfSession = 1.0
  private static let leadOfUsers = 6.0

  /// The likeliest page, where it is ahead of all others by far.
  ///
  /// - Parameter isAgainstPhrase: A phrase of a table means another page.
  func sure(_ ranked: [PageRetrieval.Found], isAgainstPhrase: Bool = false) -> Explanation? {
    // Who tells at length of computers in which nothing goes wrong has no fault.
    let isShort = sentences.reduce(0) { $0 + $1.count } <= Self.shortQuestion
    guard let first = ranked.first,
      isShort || tellsTrouble || isAgainstPhrase || statement != nil
    else { return nil }
    let next = ranked.dropFirst().first { !Self.isKin($0.page, first.page) }?.score ?? 0
    guard likely.contains(first.page) else {
      // Only one page has a rule that holds; what leads it shares words by chance.
      if !isAgainstPhrase, tellsTrouble, likely.count == 1, likely.first == reason,
        let own = ranked.first(where: { $0.page == reason }),
        own.score >= first.score * Self.nearlyFirst
      {
        return own.page
      }
      // No rule knows what the words mean together; they are this page's own.
      let isOwn = likely.isEmpty && first.score >= Self.scoreWithoutRule && !isAgainstPhrase
      return isOwn && first.score - next >= Self.leadWithoutRule ? first.page : nil
    }
    guard !isAgainstPhrase else {
      return first.score - next >= Self.leadOverPhrase ? first.page : nil
    }
    // Where only this page has a rule that holds, the others share words with the text by chance.
    let isAlone =
      first.page == statement || tellsTrouble && isOneMeant(first.page)
      || first.page == reason && ranked.dropFirst().first.map { !likely.contains($0.page) } ?? true
    return first.score - next >= (isAlone ? Self.leadOfSession : Self.lead) ? first.page : nil
  }

  /// Only one page has concepts that hold, beside that something cannot be reached.
  private func isOneMeant(_ first: Explanation) -> Bool {
    likely.allSatisfy { $0 == first || Self.isKin($0, first) || $0.code == Self.unreachable }
  }

  private static let unreachable = "mstsc 0x204"

  /// The two pages that are as likely, both meant by concepts that stand together, and ahead of the third; or
  /// the few that come first, where none is ahead and the first is meant by two concepts of one sentence.
  func either(_ ranked: [PageRetrieval.Found], near: [Explanation]) -> [Explanation] {
    let most = 2
    let both = ranked.prefix(most)
    guard tellsTrouble else { return [] }
    let third = ranked.dropFirst(most).first?.score ?? 0
    guard both.count == most, both.allSatisfy({ likely.contains($0.page) }),
      both.allSatisfy({ $0.score - third >= Self.leadOfSession })
    else {
      let isMeant = reason != nil && near.first.map { likely.contains($0) } ?? false
      return isMeant ? Array(near.prefix(Self.few)) : []
    }
    // Their order is that of the rules: words are shared by chance.
    let pages = both.map(\.page)
    return likely.filter(pages.contains)
  }

  /// As many as are told together.
  private static let few = 3
  private static let nearlyFirst = 0.85
  private static let scoreWithoutRule = 18.0
  private static let leadWithoutRule = 6.0

  /// Nine of ten pages that lead by so much are right.
  private static let lead = 3.0
  /// By so much more where a phrase of a table says otherwise.
  private static let leadOverPhrase = 9.0

  /// Pages that share words with the text, the likely ones first.
  func nearest() -> [Explanation] { nearest(of: ranked()) }

  func nearest(of found: [PageRetrieval.Found], most: Int = most) -> [Explanation] {
    let first = found.first?.score ?? 0
    let share = most > Self.most ? Self.leastShareOfMany : Self.leastShare
    let near = found.filter {
      $0.score >= max(Self.leastScore, first * share)
    }.map(\.page)
    return Array(Self.together(near, likely, ruled).prefix(most))
  }

  /// The first of what the words say, of what rules say and of what is named in passing, then the others.
  static func together(_ near: [Explanation], _ likely: [Explanation], _ others: [Explanation])
    -> [Explanation]
  {
    var pages: [Explanation] = []
    let first = near.prefix(1) + likely.prefix(1) + others.prefix(1)
    let all = first + near.dropFirst() + likely.dropFirst() + others.dropFirst()
    for page in all where !pages.contains(page) { pages.append(page) }
    return pages
  }

  /// That another client, program or user is well, if the question says so.
  private static func contrast(_ praise: Praise?, _ table: ConceptTable) -> Set<String> {
    // "If somebody keeps moving the mouse it stays up": that is nobody else.
    let praised = (praise?.praised ?? []).map { words in
      table.concepts(in: words.filter { !["somebody", "someone"].contains($0) })
    }
    var contrast: Set<String> = []
    if praised.contains(where: { !$0.isDisjoint(with: ["elsewhere", "otheruser"]) }) {
      contrast.insert(othersStay)
    }
    if praised.contains(where: { !$0.isDisjoint(with: ["place", "branch"]) }) {
      contrast.insert(fromElsewhere)
    }
    return contrast
  }

  /// It works from another place: what differs is the path, and the firewall on it.
  static let fromElsewhere = "fromelsewhere"

  /// What no word means, but a part of the question does.
  static let othersStay = "othersstay"

  private static func first(
    _ ranked: [Ranked], ofSize least: Int, _ index: HandbookIndex
  ) -> Explanation? {
    ranked.first { $0.rule.size >= least && $0.rank.1 == 0 }.flatMap { index.page($0.rule.code) }
  }

  /// Without typing errors in words that mean nothing as they are.
  private static func repaired(_ words: [String], _ table: ConceptTable) -> [String] {
    guard let better = SpellingRepair.shared.repaired(words) else { return words }
    let known = table.concepts(in: words)
    return zip(words, better).map { word, repaired in
      word != repaired && table.concepts(of: word).isEmpty
        && !table.concepts(of: repaired).isSubset(of: known) ? repaired : word
    }
  }

  private static func pages(_ rules: [ConceptRule], _ index: HandbookIndex) -> [Explanation] {
    var codes: [String] = []
    for rule in rules where !codes.contains(rule.code) { codes.append(rule.code) }
    return codes.prefix(most).compactMap { index.page($0) }
  }
}
