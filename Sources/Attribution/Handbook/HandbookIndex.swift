/// The handbook's pages by number and by name.
struct HandbookIndex: Sendable {
  typealias Family = Explanation.Family

  static let shared = HandbookIndex(declared + numbered + described)

  /// What rdpwhy itself says.
  private static let declared: [HandbookEntry] =
    Catalogue.verdicts.map(\.page) + Catalogue.evidence.map(\.page)
  private static let numbered: [HandbookEntry] =
    CodePairEntries.all + DisconnectReasonEntries.all + ExtendedReasonEntries.all
    + ErrorInfoEntries.all + NegotiationFailureEntries.all + TLSAlertEntries.all
    + NTStatusEntries.all + SecurityStatusEntries.all + LicensingErrorEntries.all
    + FreeRDPEntries.all + FreeRDPExitEntries.all + WindowsEventEntries.all
    + SystemErrorEntries.all + KerberosEntries.all + GatewayEntries.all
    + GatewayClientEntries.all + CoreReasonEntries.all
  private static let described: [HandbookEntry] =
    VirtualDesktopEntries.all + EntraEntries.all + MessageEntries.all + SubjectEntries.all

  /// Ordered by family, then number, then code.
  let entries: [HandbookEntry]
  private var positionsByCode: [String: Int] = [:]
  private var positionsByNumber: [UInt32: [Int]] = [:]
  private var positionsOfRanges: [Int] = []
  private var positionsByKey: [String: [Int]] = [:]
  /// Codes whose pages are every program's.
  private(set) var ofAnyProgram: Set<String> = []
  /// Spellings a typing error is measured against, each with the code it stands for.
  private var spellings: [(text: [UInt8], position: Int)] = []

  init(_ unordered: [HandbookEntry]) {
    entries = Self.ordered(unordered)
    for (position, entry) in entries.enumerated() { register(entry, at: position) }
  }

  private static func ordered(_ entries: [HandbookEntry]) -> [HandbookEntry] {
    var rank: [Family: Int] = [:]
    for (position, family) in Family.allCases.enumerated() { rank[family] = position }
    func key(_ entry: HandbookEntry) -> (Int, UInt32, String) {
      let page = entry.explanation
      return (rank[page.family] ?? 0, entry.numbers?.lowerBound ?? 0, page.code)
    }
    return entries.sorted { key($0) < key($1) }
  }

  private mutating func register(_ entry: HandbookEntry, at position: Int) {
    let page = entry.explanation
    positionsByCode["\(page.family.rawValue) \(page.code)"] = position
    if entry.isOfAnyProgram { ofAnyProgram.insert(page.code) }
    var texts = [page.code]
    if let number = entry.number {
      positionsByNumber[number, default: []].append(position)
      if page.family.isWrittenInHexadecimal || page.family == .extendedDisconnectReason {
        texts.append("0x" + number.hexadecimal())
      }
    } else if entry.numbers != nil {
      positionsOfRanges.append(position)
    }
    texts += entry.names
    if page.family == .verdict || page.family == .evidence {
      if let dot = page.code.firstIndex(of: ".") {
        texts.append(String(page.code[page.code.index(after: dot)...]))
      }
    }
    // "protocol error" is a complaint, and not STATUS_RDP_PROTOCOL_ERROR.
    if entry.isFoundByWords { texts += (entry.names + [page.code]).compactMap(Self.withoutPrefix) }
    for text in texts { spellings.append((Array(text.lowercased().utf8), position)) }
    // A pair is two numbers and found as such; a number is found by value.
    guard page.family != .codePair else { return }
    for key in Set(texts.filter { !$0.hasPrefix("0x") }.map(Self.key)) {
      positionsByKey[key, default: []].append(position)
    }
  }

  private static let prefixes = [
    "STATUS_", "SEC_E_", "subject ", "ERRINFO_", "ERRCONNECT_", "SSL_ERR_", "exDiscReason", "ERR_",
  ]

  /// The name without the part that only says its family.
  private static func withoutPrefix(_ name: String) -> String? {
    for prefix in prefixes where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return nil
  }

  /// What two spellings of one name have in common: letters and digits, without case and accents.
  static func key(_ text: String) -> String {
    let folded = CanonicalText.folded(text)
    guard folded.utf8.allSatisfy({ $0 < 0x80 }) else {
      return String(folded.filter { $0.isLetter || $0.isNumber })
    }
    return String(decoding: folded.utf8.filter(isOfKey), as: UTF8.self)
  }

  /// A letter in lower case or a digit.
  private static func isOfKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }

  /// The name as Microsoft and RFC 4120 spell it: Samba writes NT_STATUS_…, MIT KRB5KDC_ERR_….
  private static func commonSpelling(_ key: String) -> String {
    var name = key
    for (prefix, length) in [("ntstatus", 2), ("krb5kdc", 4), ("krb5krb", 4)]
    where name.hasPrefix(prefix) { name = String(name.dropFirst(length)) }
    return name.hasSuffix("nosupp") ? String(name.dropLast(6)) + "notsupp" : name
  }

  // MARK: Questions

  func page(_ code: String, in family: Family) -> Explanation? {
    positionsByCode["\(family.rawValue) \(code)"].map { entries[$0].explanation }
  }

  /// The page with exactly this code, of whatever family.
  func page(_ code: String) -> Explanation? {
    for family in Family.allCases {
      if let page = page(code, in: family) { return page }
    }
    return nil
  }

  /// Pages under a name, a code, or a verdict's part after the dot.
  func pages(named text: String) -> [Explanation] {
    let key = Self.key(text)
    guard !key.isEmpty else { return [] }
    let positions = positionsByKey[key] ?? positionsByKey[Self.commonSpelling(key)] ?? []
    return positions.map { entries[$0].explanation }
  }

  /// Verdicts and evidence whose code begins with `word` and a dot.
  func pages(ofCause word: String) -> [Explanation] {
    let start = word.lowercased() + "."
    guard start.count > 1 else { return [] }
    return entries.map(\.explanation).filter {
      ($0.family == .verdict || $0.family == .evidence) && $0.code.hasPrefix(start)
    }
  }

  /// Pages for a number; a page for a range speaks only where its family has no page of its own.
  func pages(numbered number: UInt32, in families: Set<Family>) -> [Explanation] {
    let exact = (positionsByNumber[number] ?? []).map { entries[$0].explanation }
      .filter { families.contains($0.family) }
    let found = Set(exact.map(\.family))
    let ranges = positionsOfRanges.map { entries[$0] }
      .filter { $0.numbers?.contains(number) ?? false }.map(\.explanation)
      .filter { families.contains($0.family) && !found.contains($0.family) }
    return exact + ranges
  }

  func nearestCodes(to word: String, limit: Int) -> [String] {
    /// Longer than any spelling in the handbook; nobody mistypes that much.
    let longestWord = 64
    let typed = Array(word.lowercased().utf8.prefix(longestWord))
    guard typed.count >= 2 else { return [] }
    let allowed = max(1, typed.count / 3)
    var best: [Int: Int] = [:]
    for (text, position) in spellings where abs(text.count - typed.count) <= allowed {
      guard let distance = editDistance(typed, text, atMost: allowed) else { continue }
      best[position] = min(distance, best[position] ?? distance)
    }
    let nearest = best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    var codes: [String] = []
    for code in nearest.map({ entries[$0.key].explanation.code }) where codes.count < limit {
      if !codes.contains(code) { codes.append(code) }
    }
    return codes
  }
}
