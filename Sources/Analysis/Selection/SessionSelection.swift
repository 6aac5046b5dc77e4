import Attribution
public import CaptureReader
public import Evidence
import LogReader
public import PacketDecode
import RDPProtocol

/// Which sessions a user wants to see. It is applied once, to judged sessions: what is left out was
/// compared with the others all the same, so no verdict depends on it.
public struct SessionSelection: Sendable, Hashable {
  /// Sessions that were still there at this time, or began later.
  public var since: Timestamp?
  /// Sessions that began at this time or before.
  public var until: Timestamp?
  /// Networks of which the client's address is in one; none for all.
  public var clients: [AddressBlock] = []
  public var servers: [AddressBlock] = []
  /// Account names without domain, in small letters; none for all.
  public private(set) var users: Set<String> = []
  public var causes: Set<Cause> = []
  /// `uid`s.
  public var sessions: Set<String> = []

  public init() {}

  /// Adds an account, with or without its domain (`CORP\anna`, `anna@corp.example`).
  public mutating func add(user: String) { users.insert(Self.account(user)) }

  public var isEmpty: Bool { self == SessionSelection() }

  public func includes(_ session: SessionReport) -> Bool {
    let identity = session.facts.identity
    guard
      isChosen(
        from: identity.start, to: identity.end, client: identity.client?.address,
        server: identity.server?.address, cause: session.verdict.cause, uid: session.uid)
    else { return false }
    guard !users.isEmpty else { return true }
    let names = [identity.user] + session.facts.logs.map(\.session.user)
    return names.contains { $0.map { users.contains(Self.account($0)) } ?? false }
      || session.facts.witnesses.contains { isAsked(by: $0) }
  }

  /// A session as its stored record describes it.
  public struct Described: Sendable {
    public var start: Timestamp?
    public var end: Timestamp?
    public var client: IPAddress?
    public var server: IPAddress?
    public var cause: Cause?
    public var uid: String
    public var user: String?
    public var cookie: String?

    public init(
      start: Timestamp?, end: Timestamp?, client: IPAddress?, server: IPAddress?, cause: Cause?,
      uid: String, user: String?, cookie: String?
    ) {
      self.start = start
      self.end = end
      self.client = client
      self.server = server
      self.cause = cause
      self.uid = uid
      self.user = user
      self.cookie = cookie
    }
  }

  public func includes(_ session: Described) -> Bool {
    guard
      isChosen(
        from: session.start, to: session.end, client: session.client, server: session.server,
        cause: session.cause, uid: session.uid)
    else { return false }
    guard !users.isEmpty else { return true }
    return session.user.map { users.contains(Self.account($0)) } ?? false
      || session.cookie.map(isAsked(by:)) ?? false
  }

  /// By all but the account.
  private func isChosen(
    from start: Timestamp?, to end: Timestamp?, client: IPAddress?, server: IPAddress?,
    cause: Cause?, uid: String
  ) -> Bool {
    if let since, end.map({ $0 < since }) ?? true { return false }
    if let until, start.map({ $0 > until }) ?? true { return false }
    return Self.holds(clients, client) && Self.holds(servers, server)
      && (causes.isEmpty || cause.map(causes.contains) ?? false)
      && (sessions.isEmpty || sessions.contains(uid))
  }

  /// Characters of a cookie that many clients cut names to.
  private static let cookieLength = 9
  /// Shorter beginnings of names are those of many.
  private static let leastBeginning = 3

  /// Whether a cookie names one of the users, also where the client cut it.
  private func isAsked(by witness: Witness) -> Bool {
    guard case .capture(let wire) = witness.observation,
      let cookie = wire.trace.request?.value.cookie
    else { return false }
    return isAsked(by: cookie)
  }

  private func isAsked(by cookie: String) -> Bool {
    let name = Self.account(cookie)
    if users.contains(name) { return true }
    return cookie.count == Self.cookieLength && name.count >= Self.leastBeginning
      && users.contains { $0.hasPrefix(name) }
  }

  private static func holds(_ blocks: [AddressBlock], _ address: IPAddress?) -> Bool {
    guard !blocks.isEmpty else { return true }
    guard let address else { return false }
    return blocks.contains { $0.contains(address) }
  }

  private static func account(_ name: String) -> String {
    let bare = name.split(separator: "\\").last ?? ""
    return (bare.split(separator: "@").first ?? bare).lowercased()
  }
}

extension SessionSelection: CustomStringConvertible {
  /// The options that say the same.
  public var description: String {
    var words: [String] = []
    if let since { words.append("--since \(since.nanoseconds)") }
    if let until { words.append("--until \(until.nanoseconds)") }
    words += clients.map { "--client \($0)" }
    words += servers.map { "--server \($0)" }
    words += users.sorted().map { "--user \($0)" }
    if !causes.isEmpty {
      words.append("--cause " + causes.map(\.rawValue).sorted().joined(separator: ","))
    }
    words += sessions.sorted().map { "--session \($0)" }
    return words.joined(separator: " ")
  }
}

extension AnalysisReport {
  /// The report with the sites of its sessions.
  func placed(by sites: SiteMap) -> AnalysisReport {
    var report = self
    sites.place(&report.sessions)
    return report
  }

  /// The report without the sessions that are not selected; each input says how many of those that
  /// begin in it are left out.
  func selected(by selection: SessionSelection) -> AnalysisReport {
    guard !selection.isEmpty else { return self }
    var report = self
    var all = [Int](repeating: 0, count: inputs.count)
    var left = all
    report.sessions = sessions.filter { session in
      let isIncluded = selection.includes(session)
      if let input = session.facts.witnesses.first?.inputs.lowerBound, all.indices.contains(input) {
        all[input] += 1
        if !isIncluded { left[input] += 1 }
      }
      return isIncluded
    }
    for input in inputs.indices where left[input] > 0 {
      report.inputs[input].notes.append(
        InputReport.InputNote(
          code: "sessions_left_out",
          message: "\(left[input]) of \(all[input]) sessions are not selected "
            + "(\(selection.optionNames)) and left out"))
    }
    return report
  }
}

extension SessionSelection {
  /// The names of the options that were given.
  var optionNames: String {
    var names: [String] = []
    if since != nil { names.append("--since") }
    if until != nil { names.append("--until") }
    if !clients.isEmpty { names.append("--client") }
    if !servers.isEmpty { names.append("--server") }
    if !users.isEmpty { names.append("--user") }
    if !causes.isEmpty { names.append("--cause") }
    if !sessions.isEmpty { names.append("--session") }
    return names.joined(separator: ", ")
  }
}
