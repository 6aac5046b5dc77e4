/// One Windows event that is understood; declared once, as lines of programs are.
struct EventRule: Sendable {
  /// Provider without `Microsoft-Windows-`; a trailing `*` stands for any rest.
  let provider: String
  let ids: [Int]
  let key: String
  let kind: LogEventKind
  let meaning: String
  /// Reads the event's data; false where this event of the kind means nothing here.
  let details: (@Sendable (EventRecord, inout LogEvent) -> Bool)?

  init(
    _ provider: String, _ ids: Int..., as key: String? = nil, is kind: LogEventKind,
    _ meaning: String, details: (@Sendable (EventRecord, inout LogEvent) -> Bool)? = nil
  ) {
    self.provider = provider
    self.ids = ids
    let name = provider.split(separator: "-").last.map(String.init) ?? provider
    self.key = key ?? "\(Self.keyPart(name)).\(ids.first ?? 0)"
    self.kind = kind
    self.meaning = meaning
    self.details = details
  }

  private static func keyPart(_ name: String) -> String {
    name.lowercased().replacing(" ", with: "_").replacing("*", with: "")
  }

  func isOf(_ shortProvider: String) -> Bool {
    guard provider.utf8.last == UInt8(ascii: "*") else {
      return shortProvider.utf8.count == provider.utf8.count
        && Self.isFront(provider.utf8, of: shortProvider.utf8)
    }
    return Self.isFront(provider.utf8.dropLast(), of: shortProvider.utf8)
  }

  /// Without regard to case; every record of a log is asked this.
  private static func isFront(
    _ front: some Collection<UInt8>, of text: some Collection<UInt8>
  ) -> Bool {
    let lower: (UInt8) -> UInt8 = { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }
    var rest = text.makeIterator()
    return front.allSatisfy { byte in rest.next().map { lower($0) == lower(byte) } ?? false }
  }

  static func shortened(_ provider: String) -> String {
    let prefix = "Microsoft-Windows-"
    return provider.hasPrefix(prefix) ? String(provider.dropFirst(prefix.count)) : provider
  }
}

/// The rules by event id: most events of a log are none of them, and that is seen at once.
struct EventRuleIndex: Sendable {
  private let byID: [Int: [EventRule]]
  /// In lower case, those whose name no other word can be.
  private let providers: Set<String>
  private static let shortestName = 5

  init(_ rules: [EventRule]) {
    var byID: [Int: [EventRule]] = [:]
    for rule in rules { for id in rule.ids { byID[id, default: []].append(rule) } }
    self.byID = byID
    providers = Set(
      rules.map { $0.provider.lowercased() }.filter {
        $0.utf8.count >= Self.shortestName && !$0.hasSuffix("*")
      })
  }

  /// A provider whose events are understood, in any language of the machine.
  func knows(provider: String) -> Bool {
    providers.contains(EventRule.shortened(provider).lowercased())
  }

  func rules(ofID id: Int) -> [EventRule] { byID[id] ?? [] }

  func rule(_ provider: String, _ id: Int) -> EventRule? {
    guard let candidates = byID[id] else { return nil }
    let short = EventRule.shortened(provider)
    return candidates.first { $0.isOf(short) }
  }

  static let shared = EventRuleIndex(
    RemoteDesktopRules.all + SystemRules.all + SecurityRules.all + TransportRules.all
      + CrashRules.all)
}
