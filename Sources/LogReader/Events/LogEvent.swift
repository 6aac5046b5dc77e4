public import CaptureReader

/// One record of a log that is understood.
///
/// Events are held by logs, sessions and joins at once: the copies share their contents, so that what a
/// log needs in memory does not grow with the number of those who look at it.
public struct LogEvent: Hashable, Sendable, Codable {
  private var contents: Contents

  /// Input, record number (line number in texts, record id in event logs) and corrected time.
  public var reference: ItemReference {
    get { contents.fields.reference }
    set { change { $0.reference = newValue } }
  }
  /// The time as the log writes it.
  public var timeText: String {
    get { contents.fields.timeText }
    set { change { $0.timeText = newValue } }
  }
  public var source: Source {
    get { contents.fields.source.value }
    set { change { $0.source = SharedSource(newValue) } }
  }
  /// Name of its row in `LogCatalogue`: `rdpcorets.131`, `freerdp.user_closed`.
  public var key: String {
    get { contents.fields.key }
    set { change { $0.key = newValue } }
  }
  public var kind: LogEventKind {
    get { contents.fields.kind }
    set { change { $0.kind = newValue } }
  }
  public var code: LogCode? {
    get { contents.fields.code }
    set { change { $0.code = newValue } }
  }
  /// What the record says beyond the code, shortened; hostile text.
  public var text: String? {
    get { contents.fields.text }
    set { change { $0.text = newValue } }
  }
  public var client: LogEndpoint? {
    get { contents.fields.client }
    set { change { $0.client = newValue } }
  }
  public var server: LogEndpoint? {
    get { contents.fields.server }
    set { change { $0.server = newValue } }
  }
  public var user: String? {
    get { contents.fields.user }
    set { change { $0.user = newValue } }
  }
  /// The client's computer name.
  public var clientHost: String? {
    get { contents.fields.clientHost }
    set { change { $0.clientHost = newValue } }
  }
  public var process: Int? {
    get { contents.fields.process }
    set { change { $0.process = newValue } }
  }
  public var thread: Int? {
    get { contents.fields.thread }
    set { change { $0.thread = newValue } }
  }
  /// Session id of Windows, display of xrdp.
  public var session: Int? {
    get { contents.fields.session }
    set { change { $0.session = newValue } }
  }
  /// ActivityID of the record, or the connection's name where it has none.
  public var activity: String? {
    get { contents.fields.activity }
    set { change { $0.activity = newValue } }
  }
  /// Log-on id of the Security log.
  public var logon: String? {
    get { contents.fields.logon }
    set { change { $0.logon = newValue } }
  }
  /// Whose event it is was concluded from the order of records, not logged.
  public var isOwnerAssumed: Bool {
    get { contents.fields.isOwnerAssumed }
    set { change { $0.isOwnerAssumed = newValue } }
  }
  /// Its stamp names no zone; nil where it does, or where the zone was found.
  public var isZoneAssumed: Bool? {
    get { contents.fields.isZoneAssumed }
    set { change { $0.isZoneAssumed = newValue } }
  }

  public init(
    _ kind: LogEventKind, key: String, at reference: ItemReference, timeText: String = "",
    source: Source
  ) {
    contents = Contents(
      Fields(
        reference: reference, timeText: timeText, source: SharedSource(source), key: key,
        kind: kind))
  }

  public init(from decoder: any Decoder) throws {
    contents = Contents(try Fields(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try contents.fields.encode(to: encoder) }

  public static func == (one: LogEvent, other: LogEvent) -> Bool {
    one.contents === other.contents || one.contents.fields == other.contents.fields
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(contents.fields) }

  public var time: Timestamp { contents.fields.reference.time }

  private mutating func change(_ body: (inout Fields) -> Void) {
    // Whoever has it alone, as the reader that fills it in, changes it where it is.
    if isKnownUniquelyReferenced(&contents) {
      body(&contents.fields)
      return
    }
    var fields = contents.fields
    body(&fields)
    contents = Contents(fields)
  }

  /// Takes the source that an equal event has already.
  mutating func share(_ sources: inout Set<SharedSource>) {
    let known = sources.insert(contents.fields.source).memberAfterInsert
    change { $0.source = known }
  }

  /// A source that many events have: one copy in memory.
  struct SharedSource: Hashable, Sendable, Codable {
    private let box: Box
    var value: Source { box.source }

    init(_ source: Source) { box = Box(source) }
    init(from decoder: any Decoder) throws { box = Box(try Source(from: decoder)) }
    func encode(to encoder: any Encoder) throws { try box.source.encode(to: encoder) }
    static func == (one: Self, other: Self) -> Bool {
      one.box === other.box || one.box.source == other.box.source
    }
    func hash(into hasher: inout Hasher) { hasher.combine(box.source) }

    private final class Box: Sendable {
      let source: Source
      init(_ source: Source) { self.source = source }
    }
  }

  /// Who wrote it.
  public struct Source: Hashable, Sendable, Codable {
    public var program: LogProgram
    /// Windows: provider, channel and event id.
    public var provider: String?
    public var channel: String?
    public var eventID: Int?
    /// The computer that wrote it.
    public var computer: String?

    public init(
      _ program: LogProgram, provider: String? = nil, channel: String? = nil, eventID: Int? = nil,
      computer: String? = nil
    ) {
      self.program = program
      self.provider = provider
      self.channel = channel
      self.eventID = eventID
      self.computer = computer
    }
  }

  /// What an event says.
  private struct Fields: Hashable, Sendable, Codable {
    var reference: ItemReference
    var timeText: String
    var source: SharedSource
    var key: String
    var kind: LogEventKind
    var code: LogCode?
    var text: String?
    var client: LogEndpoint?
    var server: LogEndpoint?
    var user: String?
    var clientHost: String?
    var process: Int?
    var thread: Int?
    var session: Int?
    var activity: String?
    var logon: String?
    var isOwnerAssumed = false
    var isZoneAssumed: Bool?
  }

  /// Changed only by whoever holds the only reference to it: what is shared stays as it is.
  private final class Contents: @unchecked Sendable {
    var fields: Fields
    init(_ fields: Fields) { self.fields = fields }
  }
}

/// Who wrote a log; more may be added.
public struct LogProgram: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  public static let windows = LogProgram(rawValue: "windows")
  public static let freeRDP = LogProgram(rawValue: "freerdp")
  public static let xrdp = LogProgram(rawValue: "xrdp")
  public static let sesman = LogProgram(rawValue: "xrdp-sesman")
  public static let guacd = LogProgram(rawValue: "guacd")
  public static let gnomeRemoteDesktop = LogProgram(rawValue: "gnome-remote-desktop")
  public static let weston = LogProgram(rawValue: "weston")
  public static let rdesktop = LogProgram(rawValue: "rdesktop")
  public static let mstsc = LogProgram(rawValue: "mstsc")
  public static let connectionManager = LogProgram(rawValue: "connection-manager")
  public static let firewall = LogProgram(rawValue: "firewall")
  /// A program that is known by what its lines say, not by its name.
  public static let other = LogProgram(rawValue: "other")
  public static let virtualDesktop = LogProgram(rawValue: "avd")
  /// A VPN under a session.
  public static let tunnel = LogProgram(rawValue: "vpn")
}
