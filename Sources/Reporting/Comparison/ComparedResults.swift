public import Analysis
import CaptureReader
import Evidence
import PacketDecode

/// The sessions of one side of a comparison, counted.
public struct ComparedResults: Sendable, Hashable {
  /// What the side is called: the names of its files.
  public let name: String
  private(set) var sessions = 0
  private(set) var drops = 0
  private(set) var undetermined = 0
  private(set) var degraded = 0
  private(set) var causes: [String: Int] = [:]
  private(set) var codes: [String: Int] = [:]
  private(set) var servers: [String: Group] = [:]
  private(set) var clientNetworks: [String: Group] = [:]
  private(set) var earliest: String?
  private(set) var latest: String?
  /// Their `uid`s, as far as they are kept.
  private(set) var identifiers: Set<String> = []
  /// `uid`s kept of a side.
  private static let identifierLimit = 200_000
  /// Lines or rows that could not be read as sessions.
  public var rejected = 0
  /// Which stored sessions count; those of captures were selected when they were analysed.
  public var selection = SessionSelection()
  /// Stored sessions that are not selected.
  private(set) var leftOut = 0

  struct Group: Sendable, Hashable {
    var sessions = 0
    var drops = 0
  }

  public init(name: String) { self.name = name }

  /// What a comparison looks at in a session.
  struct Session {
    var cause: String
    var code: String
    /// What became of it: only a session that had come up and was lost dropped.
    var fate: SessionFate
    var isDegraded: Bool
    var server: String
    var clientNetwork: String
    var start: String
    var uid = ""
  }

  /// Adds a stored session, where it is selected.
  mutating func add(selecting session: StoredRecord) {
    guard selects({ session[$0] }) else { return }
    add(session)
  }

  /// - Parameter value: of a session's field.
  mutating func selects(_ value: (String) -> RecordValue) -> Bool {
    guard !selection.isEmpty else { return true }
    let start = value("ts").text.flatMap { Timestamp(rfc3339: $0) }
    let length = min(max(value("duration_s").real ?? 0, 0), 1e9)
    let isSelected = selection.includes(
      SessionSelection.Described(
        start: start, end: start?.advanced(by: TimeSpan(nanoseconds: Int64(length * 1e9))),
        client: value("id.orig_h").text.flatMap { IPAddress($0) },
        server: value("id.resp_h").text.flatMap { IPAddress($0) },
        cause: value("verdict.cause").text.flatMap(Cause.init(rawValue:)),
        uid: value("uid").text ?? "", user: value("user").text,
        cookie: value("rdp.cookie").text))
    if !isSelected { leftOut += 1 }
    return isSelected
  }

  public mutating func add(_ session: StoredRecord) {
    let end = SessionEnd(session)
    add(
      Session(
        cause: end.cause.rawValue, code: end.code, fate: end.fate, isDegraded: end.isDegraded,
        server: end.server, clientNetwork: end.clientNetwork, start: end.start,
        uid: session["uid"].text ?? ""))
  }

  public mutating func add(_ report: Report) {
    for session in report.views { add(session.stored()) }
  }

  mutating func add(_ session: Session) {
    let isDrop = session.fate == .dropped
    sessions += 1
    drops += isDrop ? 1 : 0
    undetermined += session.cause == Cause.undetermined.rawValue ? 1 : 0
    degraded += session.isDegraded ? 1 : 0
    causes[session.cause, default: 0] += 1
    codes[session.code, default: 0] += 1
    servers[session.server, default: Group()].count(isDrop)
    clientNetworks[session.clientNetwork, default: Group()].count(isDrop)
    if !session.uid.isEmpty, identifiers.count < Self.identifierLimit {
      identifiers.insert(session.uid)
    }
    guard !session.start.isEmpty else { return }
    earliest = min(session.start, earliest ?? session.start)
    latest = max(session.start, latest ?? session.start)
  }
}

extension ComparedResults.Group {
  fileprivate mutating func count(_ isDrop: Bool) {
    sessions += 1
    drops += isDrop ? 1 : 0
  }
}
