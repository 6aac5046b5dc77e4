/// How much of a log is believed and kept: logs are hostile input, memory is not endless.
public struct LogLimits: Hashable, Sendable {
  /// Understood events kept of one input, the newest; the others are counted.
  public var events = 200_000
  /// Bytes of one line, one XML event or one JSON object (1 MiB); longer ones are cut.
  public var recordBytes = 1 << 20
  /// UTF-8 bytes kept of one text of a record.
  public var textBytes = 512
  /// Data items looked at in one event.
  public var dataItems = 256
  /// Elements inside each other in BinXML, XML and JSON.
  public var nesting = 32
  /// Templates kept of one EVTX chunk.
  public var templates = 512
  /// Operations of one compiled template.
  public var templateOperations = 4_096
  /// Distinct channels and programs counted in a summary.
  public var sources = 256
  /// Sessions told of one set of logs, the newest; the others are counted.
  public var sessions = 50_000
  /// Events kept of one session; the first half and the newest.
  public var eventsOfSession = 512

  public init() {}

  /// The limits of a run that was asked to end: what the newest sessions were is soon told.
  public var hastened: LogLimits {
    var limits = self
    limits.sessions = min(sessions, 5_000)
    return limits
  }
}
