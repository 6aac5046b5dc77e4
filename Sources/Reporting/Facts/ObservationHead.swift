import CaptureReader

/// The line before what one series shows in a file of facts: what it is, and how much of it follows.
///
/// An outline for each session, UDP transports of no session, the sessions' facts and the inputs follow,
/// a line each.
public struct ObservationHead: Sendable, Hashable {
  public static let currentSchema = "rdpwhy/observation/1"
  /// What a head may claim: sums of all heads stay far within an integer.
  static let countLimit = 1 << 40

  /// The series' name in the plan.
  public var series: String
  /// It is made of logs, which come after all captures.
  public var isLog: Bool
  /// What its references count its inputs from.
  public var firstInput: Int
  public var files: Int
  public var filesFailed: Int
  public var filesPartial: Int
  public var bytes: Int
  public var sessions: Int
  public var transports: Int

  public init(
    series: String, isLog: Bool, firstInput: Int, files: Int, filesFailed: Int, filesPartial: Int,
    bytes: Int, sessions: Int, transports: Int
  ) {
    self.series = series
    self.isLog = isLog
    self.firstInput = firstInput
    self.files = files
    self.filesFailed = filesFailed
    self.filesPartial = filesPartial
    self.bytes = bytes
    self.sessions = sessions
    self.transports = transports
  }

  /// Logs after captures, then by the bytes of the names.
  public func isBefore(_ other: Self) -> Bool {
    if isLog != other.isLog { return other.isLog }
    return series.utf8.lexicographicallyPrecedes(other.series.utf8)
  }
}

extension ObservationHead {
  /// Reads the head from its line; nil where the line is something else.
  public init?(line: ArraySlice<UInt8>) {
    guard let stored = try? RecordParser.record(ObservationFields.record.shape, in: line),
      stored["schema"].text == Self.currentSchema, let series = stored["series"].text
    else { return nil }
    func count(_ key: String) -> Int { min(max(0, stored[key].count ?? 0), Self.countLimit) }
    self.init(
      series: series, isLog: stored["kind"].text == ObservationFields.log,
      firstInput: count("first_input"), files: count("files"),
      filesFailed: count("files_failed"), filesPartial: count("files_partial"),
      bytes: count("bytes"), sessions: count("sessions"), transports: count("transports"))
  }

  /// Its line, with a line feed after it.
  public var text: [UInt8] {
    var json = JSONBytes()
    ObservationFields.record.line(self, to: &json)
    return json.text.bytes
  }
}

enum ObservationFields {
  static let log = "log"
  static let record = Record<ObservationHead>(
    "observation", "what a series in a file of facts is, and how many lines of it follow",
    [
      Field("schema", "form of the record", as: .constant(ObservationHead.currentSchema)) {
        _ in ObservationHead.currentSchema
      },
      .toolVersion(),
      Field("series", "the series' name in the plan") { $0.series },
      Field("kind", "capture or log", as: .word(["capture", log])) {
        $0.isLog ? log : "capture"
      },
      Field("first_input", "what its references count its inputs from", as: .integer) {
        $0.firstInput
      },
      Field("files", "its files; as many lines of inputs stand last", as: .integer) { $0.files },
      Field("files_failed", "of these, unreadable", as: .integer) { $0.filesFailed },
      Field("files_partial", "of these, cut short or damaged", as: .integer) {
        $0.filesPartial
      },
      Field("bytes", "bytes of its files", as: .integer) { $0.bytes },
      Field(
        "sessions", "its sessions; a line each of outlines and, after the transports, of facts",
        as: .integer
      ) { $0.sessions },
      Field("transports", "its UDP transports of no session, a line each", as: .integer) {
        $0.transports
      },
    ])
}
