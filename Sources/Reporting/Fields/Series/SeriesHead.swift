import CaptureReader

/// The line before a series' sessions and inputs in the NDJSON of a batch: what it was, and how much
/// of it follows.
public struct SeriesHead: Sendable, Hashable {
  public static let currentSchema = "rdpwhy/series/1"

  /// The series' name in the plan.
  public var series: String
  public var files: Int
  public var filesFailed: Int
  public var filesPartial: Int
  public var bytes: Int
  public var sessions: Int
  /// 0 where there are no groups.
  public var firstGroup: Int
  public var groups: Int
  public var byCause: [String: Int]

  public init(
    series: String, files: Int, filesFailed: Int, filesPartial: Int, bytes: Int, sessions: Int,
    firstGroup: Int, groups: Int, byCause: [String: Int]
  ) {
    self.series = series
    self.files = files
    self.filesFailed = filesFailed
    self.filesPartial = filesPartial
    self.bytes = bytes
    self.sessions = sessions
    self.firstGroup = firstGroup
    self.groups = groups
    self.byCause = byCause
  }

  /// Lines that follow.
  public var lines: Int { max(0, sessions).addingSaturating(max(0, files)) }
}

extension SeriesHead {
  /// Reads the head from its line; nil where the line is something else.
  public init?(line: ArraySlice<UInt8>) {
    guard let stored = try? RecordParser.record(SeriesFields.record.shape, in: line),
      stored["schema"].text == Self.currentSchema, let series = stored["series"].text
    else { return nil }
    func count(_ key: String) -> Int { stored[key].count ?? 0 }
    self.init(
      series: series, files: count("files"), filesFailed: count("files_failed"),
      filesPartial: count("files_partial"), bytes: count("bytes"), sessions: count("sessions"),
      firstGroup: count("first_group"), groups: count("groups"),
      byCause: stored["by_cause"].counts)
  }

  /// Its line, with a line feed after it.
  public var text: [UInt8] {
    var json = JSONBytes()
    SeriesFields.record.line(self, to: &json)
    return json.text.bytes
  }
}

enum SeriesFields {
  static let record = Record<SeriesHead>(
    "series_head", "what a series of a batch was, and how many lines of it follow",
    [
      Field("schema", "form of the record", as: .constant(SeriesHead.currentSchema)) {
        _ in SeriesHead.currentSchema
      },
      .toolVersion(),
      Field("series", "the series' name in the plan") { $0.series },
      Field("files", "its files; as many lines of inputs follow the sessions") { $0.files },
      Field("files_failed", "of these, unreadable") { $0.filesFailed },
      Field("files_partial", "of these, cut short or damaged") { $0.filesPartial },
      Field("bytes", "bytes of its files") { $0.bytes },
      Field("sessions", "sessions that were seen here first; as many lines follow") { $0.sessions },
      Field("first_group", "the lowest number of a story of its sessions; 0 without sessions") {
        $0.firstGroup
      },
      Field("groups", "stories that its sessions belong to") { $0.groups },
      Field("by_cause", "sessions by cause") { $0.byCause },
    ])
}
