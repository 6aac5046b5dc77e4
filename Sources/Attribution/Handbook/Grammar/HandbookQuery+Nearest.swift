/// What a text may be about, where nothing in it says so for certain.
extension HandbookQuery {
  func fullAnswer(from index: HandbookIndex) -> HandbookAnswer {
    let answer = recognised(from: index)
    guard answer.match == .unknown, answer.nearest.isEmpty else { return answer }
    if surroundings.isForeignByWords || text.words.contains(where: Self.beside.contains) {
      return besideOthers(index) ?? answer
    }
    guard maySuppose else { return answer }
    return HandbookAnswer(match: .unknown, pages: [], nearest: supposed(index))
  }

  /// What the sentences say that name no other product, where there are such and one speaks of a session: an
  /// application is named as a circumstance, too.
  private func besideOthers(_ index: HandbookIndex) -> HandbookAnswer? {
    let sentences = Sentences.text(in: pasted)
    let own = sentences.filter { sentence in
      let words = PastedText([String(sentence)]).words
      return !words.contains(where: Self.beside.contains)
        && !Surroundings(words: words, text: SearchedText(words)).isForeign
    }
    guard !own.isEmpty, own.count < sentences.count else { return nil }
    let query = HandbookQuery([own.joined(separator: "\n")])
    let answer = query.fullAnswer(from: index)
    if answer.match == .known, query.surroundings.isAtHome, !query.found(in: index).isByWords {
      return answer
    }
    let near = answer.pages + answer.nearest
    return near.isEmpty || text.words.count < Self.wordsOfCircumstances
      ? nil
      : HandbookAnswer(
        match: .unknown, pages: [], nearest: Array(near.prefix(NearestPages.mostUnknown)))
  }

  /// Whether a text that names neither Remote Desktop nor anything else tells of a fault or asks for
  /// something: who asks here most likely means a session.
  private var maySuppose: Bool {
    !surroundings.isRemoteDesktop && !surroundings.isForeign && isQuestion && !asked.isOfOthers
      && text.words.count >= Self.fewestToSuppose && text.words.count <= Self.wordsOfStory
      && !numbers.contains { $0.families != nil }
      && !text.words.contains(where: Self.beside.contains)
      && !GeneralLines.isProgramText(pasted.joined(separator: " "))
  }

  /// The pages the text would be told if it named Remote Desktop: shown as near, never told.
  private func supposed(_ index: HandbookIndex) -> [Explanation] {
    let query = HandbookQuery(["rdp:"] + pasted)
    let answer = query.recognised(from: index)
    // A story that tells of a fault, or in which two things of one sentence mean a page, may be ours; in few
    // words more is shared by chance.
    if text.words.count < Self.wordsOfCircumstances {
      guard let first = answer.pages.first, !Self.tellsNoReason(first) else { return [] }
    } else if answer.match == .unknown {
      let said = NearestPages(pasted, index)
      guard said.isMeant || surroundings.isAtHome && said.tellsTrouble else { return [] }
    }
    // That something does not work or cannot be reached is said of everything.
    let pages = (answer.pages + answer.nearest).filter { !Self.tellsNoReason($0) }
    return Array(pages.prefix(NearestPages.mostUnknown))
  }

  private static let fewestToSuppose = 4
  /// In more words than these a person tells of more than one thing.
  private static let wordsOfStory = 80

  private func recognised(from index: HandbookIndex) -> HandbookAnswer {
    let (known, isByWords) = read(in: index)
    if isOfAnyProgram(known, index) {
      return HandbookAnswer(
        match: .unknown, pages: [], nearest: Array(known.prefix(NearestPages.mostUnknown)))
    }
    if known.isEmpty || isByWords, let line = general(beside: known, index) { return line }
    guard let first = known.first else { return nearest(index) }
    // What every program may say is no more than likely to be said of Remote Desktop.
    if !surroundings.isAtHome, text.words.count > Self.fewWords,
      Self.ofAllPrograms.contains(first.code)
    {
      let others = known.dropFirst().prefix(NearestPages.most)
      return HandbookAnswer(match: .likely, pages: [first], nearest: Array(others))
    }
    let isOpen =
      isByWords && !MessageBook.dialogsWithoutReason.contains(first.code)
      ? text.words.count > Self.fewWords : Self.leavesOpen(first)
    let isOurs = surroundings.isRemoteDesktop || surroundings.isSession
    let isTold = isByWords || MessageBook.dialogsWithoutReason.contains(first.code)
    guard isOpen, isQuestion, isTold || isOurs else {
      return HandbookAnswer(known: isByWords ? known : withWords(beside: known, index))
    }
    let said = NearestPages(pasted, index)
    // Several things said together mean more than the one word that a phrase table knows.
    if isByWords, isOfCircumstances(said) {
      return HandbookAnswer(
        match: .unknown, pages: [], nearest: Array(known.prefix(NearestPages.mostUnknown)))
    }
    if isByWords { return answer(byWords: known, said) }
    // That it ended or did not begin is what everybody tells; what they tell beside it is the reason.
    if Self.isWithoutReason(first) || isUnreachedByWords(first),
      text.words.count <= Self.wordsOfReport,
      let reason = said.reason, reason != first,
      !Self.isWithoutReason(reason), !Self.tellsNoReason(reason)
    {
      let others = said.likely.filter { $0 != reason }.prefix(1)
      return HandbookAnswer(known: distinct([reason, first] + others + known.dropFirst()))
    }
    let likely = said.likely.filter { !known.prefix(2).contains($0) }
    // The other pages of a pair tell its numbers one by one.
    guard first.family != .codePair else {
      return HandbookAnswer(known: distinct([first] + likely.prefix(2) + known.dropFirst()))
    }
    let second = known.dropFirst().prefix(1)
    return HandbookAnswer(
      known: distinct([first] + likely.prefix(1) + second + likely.dropFirst() + known.dropFirst()))
  }

  /// The pages that a phrase of a table named, and, where it is a small part of what a person tells, what all
  /// the words together mean: a phrase may be quoted, tried or well.
  private func withWords(beside known: [Explanation], _ index: HandbookIndex) -> [Explanation] {
    guard let first = known.first, text.words.count > Self.fewWordsOfPhrase,
      text.words.count <= Self.wordsOfReport, surroundings.isAtHome,
      !GeneralLines.isProgramText(pasted.joined(separator: " ")),
      let share = MessageBook.shared.share(of: first.code, in: searched),
      share < Self.mostShareOfPhrase
    else { return known }
    let said = NearestPages(pasted, index)
    let meant = [said.statement, said.reason].compactMap { $0 } + said.likely
    let others = distinct(
      meant.filter { !known.contains($0) && !Self.tellsNoReason($0) }
    ).prefix(Self.mostBesidePhrase)
    let (told, rest) = (Array(known.prefix(2)), Array(known.dropFirst(2)))
    return distinct(told + Array(others) + rest)
  }

  private static let fewWordsOfPhrase = 5
  private static let mostShareOfPhrase = 0.5
  private static let mostBesidePhrase = 2

  /// The page that a phrase and all words together mean; where they mean two, both, and neither is claimed.
  private func answer(byWords known: [Explanation], _ said: NearestPages) -> HandbookAnswer {
    let ranked = said.ranked(named: known)
    let near = ranked.prefix(NearestPages.most).map(\.page)
    let statement = said.statement.map { [$0] } ?? []
    let pages = distinct(NearestPages.together(near, statement, known))
    // That it ended is what everybody tells; what they tell beside it is the reason.
    if let first = pages.first, Self.tellsNoReason(first),
      let reason = said.reason, !Self.isWithoutReason(reason)
    {
      return HandbookAnswer(known: distinct([reason] + pages))
    }
    // The symptom alone is what a phrase knows; three things in one sentence say of what it is one.
    if let first = pages.first, Self.symptoms.contains(first.code), let said = said.statement,
      said != first, near.prefix(2).contains(said)
    {
      return HandbookAnswer(known: distinct([said] + pages))
    }
    guard let phrase = known.first, let words = near.first, words != phrase,
      said.sure(ranked, isAgainstPhrase: true) == nil
    else { return HandbookAnswer(known: pages) }
    let both = [words, phrase]
    let others = pages.filter { !both.contains($0) }
    return HandbookAnswer(
      match: .likely, pages: both, nearest: Array(others.prefix(NearestPages.most)))
  }

  /// What the lines of a program say in words that all programs use.
  private func general(beside known: [Explanation], _ index: HandbookIndex) -> HandbookAnswer? {
    guard surroundings.isRemoteDesktop, !surroundings.isForeign,
      GeneralLines.isProgramText(pasted.joined(separator: " "))
    else { return nil }
    let pages = GeneralLines.pages(in: searched, index)
    guard let first = pages.first else { return nil }
    let others = (pages.dropFirst() + known).filter { $0 != first }
    // What is said of another product beside ours says nothing surely.
    guard GeneralLines.tellsReason(first), !surroundings.namesOthers else {
      let near = [first] + others
      return known.isEmpty
        ? HandbookAnswer(
          match: .unknown, pages: [], nearest: Array(near.prefix(NearestPages.mostUnknown))) : nil
    }
    return HandbookAnswer(
      match: .likely, pages: [first], nearest: Array(others.prefix(NearestPages.most)))
  }

  private func nearest(_ index: HandbookIndex) -> HandbookAnswer {
    let nothing = HandbookAnswer(match: .unknown, pages: [])
    guard isQuestion, !surroundings.isForeign, !asked.isOfOthers else { return nothing }
    let isOurs = surroundings.isRemoteDesktop
    let pages = NearestPages(pasted, index)
    guard
      isOurs || surroundings.isSession || surroundings.isRemoteWork || pages.isOfUsers
        || pages.statement != nil || pages.isUnmistakable
        || (pages.reason.map { !Self.ofAllComputers.contains($0.code) } ?? false)
    else { return nothing }
    guard !pages.isBesideSession else { return nothing }
    // Everybody has sessions: words that are near by chance are shown for Remote Desktop only.
    let ranked = pages.ranked()
    // Nor does it mean anything there that something cannot be reached.
    let near =
      isOurs ? pages.nearest(of: ranked) : pages.likely.filter { $0.code != "mstsc 0x204" }
    let isElsewhere =
      surroundings.isSession || surroundings.isRemoteWork || pages.isUnmistakable
    // What is said of another product beside ours says nothing surely.
    let sure =
      surroundings.namesOthers
      ? nil
      : isOurs
        ? pages.sure(ranked) : pages.sureElsewhere(ranked, isOfSession: isElsewhere)
    guard !isOfCircumstances(pages) else {
      return HandbookAnswer(match: .unknown, pages: [], nearest: near)
    }
    guard let first = sure else {
      let both = isOurs && !surroundings.namesOthers ? pages.either(ranked, near: near) : []
      guard !both.isEmpty else {
        let all = isOurs ? pages.nearest(of: ranked, most: NearestPages.mostUnknown) : near
        return HandbookAnswer(match: .unknown, pages: [], nearest: all)
      }
      return HandbookAnswer(
        match: .likely, pages: both, nearest: near.filter { !both.contains($0) })
    }
    let kin = isOurs ? pages.kin(of: first, in: ranked) : []
    let told = [first] + kin
    return HandbookAnswer(
      match: .likely, pages: told, nearest: near.filter { !told.contains($0) })
  }

  /// Whether a text of some length only tells who, where and with what: nothing that goes wrong and no
  /// question.
  private func isOfCircumstances(_ said: NearestPages) -> Bool {
    text.words.count >= Self.wordsOfCircumstances && !said.tellsTrouble && said.likely.isEmpty
      && (text.words.contains(where: Self.tellers.contains) || isEnumeration)
      && !text.words.contains(where: Self.askers.contains)
      && !pasted.contains { $0.contains("?") }
  }

  /// "64 GB RAM, 2022 Standard, VLAN 40, port 3390"
  private var isEnumeration: Bool {
    let fewestCommas = 3
    return pasted.reduce(0) { $0 + $1.count { $0 == "," } } >= fewestCommas
  }

  private static let ofAllPrograms: Set<String> = [
    "subject certificate", "subject licensing", "subject session limits", "subject profile",
    "subject firewall", "subject MTU", "subject UDP", "subject VPN", "subject name resolution",
    "subject network", "subject password", "subject Kerberos", "subject TLS versions",
    "subject sleep", "subject updates", "subject black screen", "subject freezes",
    "subject graphics", "mstsc 0x104", "credssp.account_restricted",
    "credssp.password_expired", "network.latency",
  ]
  private static let symptoms: Set<String> = [
    "subject freezes", "subject black screen", "network.latency", "message connection lost",
  ]
  /// What every computer has trouble with.
  private static let ofAllComputers: Set<String> = [
    "subject password", "subject certificate", "subject licensing", "subject updates",
    "subject graphics", "subject black screen", "subject client crash", "subject Entra",
    "subject network", "subject freezes", "network.latency", "subject name resolution",
    "subject VMConnect", "mstsc 0x204",
  ]
  private static let wordsOfCircumstances = 9
  /// Words of those who tell of themselves; a program's line has none.
  private static let tellers: Set<String> = [
    "i", "we", "my", "our", "ich", "wir", "mein", "unser", "unsere", "je", "nous", "notre", "yo",
    "tengo", "tenemos", "nuestro", "noi", "nostro", "eu", "nosso", "wij", "ons", "у", "мы",
  ]
  private static let askers: Set<String> = [
    "only", "missing", "how", "what", "why", "do", "does", "which", "where", "can", "could",
    "should", "need", "want", "wie", "was", "warum", "wo", "comment", "pourquoi", "quel", "como",
    "que", "cual", "come", "perche", "hoe",
    "waarom", "jak", "dlaczego", "как", "почему", "что",
  ]

  /// Whether it is a text at all, and none about what runs beside a session.
  private var isQuestion: Bool {
    text.words.count >= Self.fewestWords
      && (text.words.count > Self.wordsOfReport
        || !text.words.contains(where: Self.beside.contains))
      || text.words.contains(where: PastedText.isUnspaced)
  }

  private static let fewestWords = 2
  /// A report of this length names much that has nothing to do with the fault.
  private static let wordsOfReport = 40

  /// Whether a page only says what everybody sees: that it ended.
  private static func isWithoutReason(_ page: Explanation) -> Bool {
    MessageBook.dialogsWithoutReason.contains(page.code) || page.code == "subject network"
  }

  /// Whether it is said that it does not connect, and no code.
  private func isUnreachedByWords(_ page: Explanation) -> Bool {
    page.code == "mstsc 0x204"
      && !text.words.contains { $0.hasSuffix("204") || $0 == "516" || $0.hasPrefix("0x") }
  }

  /// Whether a page that people's own words found only says that it did not begin, or ended.
  private static func tellsNoReason(_ page: Explanation) -> Bool {
    MessageBook.dialogsWithoutReason.contains(page.code) || page.code == "mstsc 0x204"
  }

  /// Whether a page says that it ended, not why: what the user tells beside it says more.
  private static func leavesOpen(_ page: Explanation) -> Bool {
    page.family == .codePair || page.family == .windowsEvent
      || MessageBook.vagueness[page.code] != nil || open.contains(page.code)
  }

  private static let open: Set<String> = [
    "mstsc 0x904", "mstsc 0x3", "mstsc 0x0", "mstsc 0x204", "mstsc 0x2104", "event 40", "event 24",
    "event 1026", "event 1000", "errno 104", "Winsock 10054", "Winsock 10060", "subject freezes",
    "ERRCONNECT_CONNECT_TRANSPORT_FAILED", "subject password", "message ping answered",
    "extended 0x5", "subject black screen", "subject VPN", "errno 111", "Winsock 10061",
    "HRESULT 0x80004005", "subject session limits", "subject firewall", "subject updates",
    "Win32 5", "subject idle timers",
    "message guacd internal", "message web client", "ERRCONNECT_AUTHENTICATION_FAILED",
  ]
}
