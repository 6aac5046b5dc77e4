/// What a text may be about, where nothing in it says so for certain.
extension HandbookQuery {
  func fullAnswer(from index: HandbookIndex) -> HandbookAnswer {
    let known = answer(from: index)
    guard let first = known.first else { return nearest(index) }
    guard Self.leavesOpen(first), isQuestion, surroundings.isRemoteDesktop else {
      return HandbookAnswer(known: known)
    }
    let likely = NearestPages(pasted, index).likely.filter { !known.prefix(2).contains($0) }
    return HandbookAnswer(known: distinct([first] + likely.prefix(2) + known.dropFirst()))
  }

  private func nearest(_ index: HandbookIndex) -> HandbookAnswer {
    let nothing = HandbookAnswer(match: .unknown, pages: [])
    guard isQuestion, !surroundings.isForeign else { return nothing }
    let isOurs = surroundings.isRemoteDesktop
    guard isOurs || surroundings.isSession || surroundings.isRemoteWork else { return nothing }
    let pages = NearestPages(pasted, index)
    guard !pages.isBesideSession else { return nothing }
    if isOurs, let first = pages.likely.first {
      return HandbookAnswer(
        match: .likely, pages: [first], nearest: pages.nearest.filter { $0 != first })
    }
    // Everybody has sessions: words that are near by chance are shown for Remote Desktop only.
    return HandbookAnswer(
      match: .unknown, pages: [], nearest: isOurs ? pages.nearest : pages.likely)
  }

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

  /// Whether a page says that it ended, not why: what the user tells beside it says more.
  private static func leavesOpen(_ page: Explanation) -> Bool {
    page.family == .codePair || page.family == .windowsEvent
      || MessageBook.vagueness[page.code] != nil || open.contains(page.code)
  }

  private static let open: Set<String> = [
    "mstsc 0x904", "mstsc 0x3", "mstsc 0x0", "mstsc 0x204", "mstsc 0x2104", "event 40", "event 24",
    "event 1026", "event 1000", "errno 104", "Winsock 10054", "Winsock 10060", "subject freezes",
    "ERRCONNECT_CONNECT_TRANSPORT_FAILED", "subject password", "message ping answered",
    "extended 0x5",
  ]
}
