public import CaptureReader

/// One record of a log that is understood.
public struct LogEvent: Hashable, Sendable, Codable {
  /// Input, record number (line number in texts, record id in event logs) and corrected time.
  public var reference: ItemReference
  /// The time as the log writes it.
  public var timeText: String
  public var source: Source
  /// Name of its row in `LogCatalogue`: `rdpcorets.131`, `freerdp.user_closed`.
  public var key: String
  public var kind: LogEventKind
  public var code: LogCode?
  /// What the record says beyond the code, shortened; hostile text.
  public var text: String?

  public var client: LogEndpoint?
  public var server: LogEndpoint?
  public var user: String?
  /// The client's computer name.
  public var clientHost: String?

  public var process: Int?
  public var thread: Int?
  /// Session id of Windows, display of xrdp.
  public var session: Int?
  /// ActivityID of the record, or the connection's name where it has none.
  public var activity: String?
  /// Log-on id of the Security log.
  public var logon: String?
  /// Whose event it is was concluded from the order of records, not logged.
  public var isOwnerAssumed = false

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

  public init(
    _ kind: LogEventKind, key: String, at reference: ItemReference, timeText: String = "",
    source: Source
  ) {
    self.kind = kind
    self.key = key
    self.reference = reference
    self.timeText = timeText
    self.source = source
  }

  public var time: Timestamp { reference.time }
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
  public static let virtualDesktop = LogProgram(rawValue: "avd")
}
