public import CaptureReader

/// One series of a plan: a line of `batch plan`.
public struct SeriesPlan: Sendable, Hashable {
  public static let currentSchema = "rdpwhy/plan/1"

  /// Names the series and gives its place: plans and results are in the order of these names' bytes.
  public var series: String
  /// Of its files as they are stored; in an archive, the sizes that the archive declares.
  public var bytes: Int
  /// Time of the first packet, and of the last file's first one.
  public var firstTime: String?
  public var lastFileTime: String?
  /// Time of the newest packet; nil where the file that begins last is too large to be read for it.
  public var lastTime: String?
  public var files: [PlannedFile]
  /// It is made of logs.
  public var isLog = false
  /// Inputs of all series before it.
  public var firstInput: Int?
  /// Series of captures in the whole plan: with several, each keeps what a comparison with the others
  /// needs.
  public var captureCount: Int?
  /// Nanoseconds since 1970 of the first packet in the whole plan: gives stamps of logs without a date
  /// theirs.
  public var reference: Int64?

  public init(
    series: String, bytes: Int, firstTime: String? = nil, lastFileTime: String? = nil,
    lastTime: String? = nil, files: [PlannedFile]
  ) {
    self.series = series
    self.bytes = bytes
    self.firstTime = firstTime
    self.lastFileTime = lastFileTime
    self.lastTime = lastTime
    self.files = files
  }
}

/// A capture of a plan.
public struct PlannedFile: Sendable, Hashable {
  public var name: String
  public var bytes: Int
  /// Nanoseconds since 1970 of its first packet; nil where it has none.
  public var firstTime: Int64?
  /// Of its newest packet, where it was looked for: in small files.
  public var lastTime: Int64?
  /// The ring's number in its name.
  public var counter: Int?
  /// Where it lies in an archive.
  public var entry: ArchiveEntry?
  /// Why it is an archive that cannot be read.
  public var archiveProblem: String?

  public init(
    name: String, bytes: Int, firstTime: Int64? = nil, lastTime: Int64? = nil,
    counter: Int? = nil, entry: ArchiveEntry? = nil, archiveProblem: String? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.firstTime = firstTime
    self.lastTime = lastTime
    self.counter = counter
    self.entry = entry
    self.archiveProblem = archiveProblem
  }
}

extension SeriesPlan {
  /// Reads the series from its line; nil where the line is something else.
  public init?(line: ArraySlice<UInt8>) {
    guard let stored = try? RecordParser.record(PlanFields.record.shape, in: line),
      stored["schema"].text == Self.currentSchema, let series = stored["series"].text
    else { return nil }
    self.init(
      series: series, bytes: stored["bytes"].count ?? 0, firstTime: stored["first_ts"].text,
      lastFileTime: stored["last_file_ts"].text, lastTime: stored["last_ts"].text,
      files: stored["files"].records.map { PlannedFile($0) })
    isLog = stored["kind"].text == PlanFields.log
    firstInput = stored["first_input"].count.map { min(max(0, $0), ItemReference.greatestInput) }
    captureCount = stored["capture_series"].count
    reference = stored["reference_ns"].integer
  }

  /// Its line, with a line feed after it.
  public var text: [UInt8] {
    var json = JSONBytes()
    PlanFields.record.line(self, to: &json)
    return json.text.bytes
  }
}

extension PlannedFile {
  fileprivate init(_ stored: StoredRecord) {
    self.init(
      name: stored["name"].text ?? "", bytes: stored["bytes"].count ?? 0,
      firstTime: stored["first_ns"].integer, lastTime: stored["last_ns"].integer,
      counter: stored["counter"].count,
      entry: stored["entry"].record.map { entry in
        ArchiveEntry(
          archive: entry["archive"].text ?? "",
          steps: entry["steps"].records.map {
            ArchiveEntry.Step(
              index: $0["index"].count ?? 0, name: $0["name"].text ?? "", size: $0["size"].count)
          })
      },
      archiveProblem: stored["archive_problem"].text)
  }
}

enum PlanFields {
  static let log = "log"
  static let record = Record<SeriesPlan>(
    "plan", "one series of a batch's plan",
    [
      Field("schema", "form of the record", as: .constant(SeriesPlan.currentSchema)) {
        _ in SeriesPlan.currentSchema
      },
      .toolVersion(),
      Field("series", "names the series and gives its place") { $0.series },
      Field("bytes", "bytes of its files as they are stored", as: .integer) { $0.bytes },
      .omitted("first_ts", "time of the first packet", as: .time) { $0.firstTime },
      .omitted("last_file_ts", "time of the last file's first packet", as: .time) {
        $0.lastFileTime
      },
      .omitted("last_ts", "time of the newest packet, where it was looked for", as: .time) {
        $0.lastTime
      },
      Field("files", "its captures, in order", list: file) { $0.files },
      .omitted("kind", "log, where it is made of logs", as: .word([log])) {
        $0.isLog ? log : nil
      },
      .omitted("first_input", "inputs of all series before it", as: .integer) { $0.firstInput },
      .omitted("capture_series", "series of captures in the whole plan", as: .integer) {
        $0.captureCount
      },
      .omitted(
        "reference_ns", "nanoseconds since 1970 of the first packet in the plan; of logs",
        as: .integer
      ) { $0.reference },
    ])

  private static let file = Record<PlannedFile>(
    "planned_file", "a capture of a plan",
    [
      Field("name", "its name") { $0.name },
      Field("bytes", "its bytes", as: .integer) { $0.bytes },
      .omitted("first_ns", "nanoseconds since 1970 of its first packet", as: .integer) {
        $0.firstTime
      },
      .omitted("last_ns", "of its newest packet, where it was looked for", as: .integer) {
        $0.lastTime
      },
      .omitted("counter", "the ring's number in its name", as: .integer) { $0.counter },
      Field(
        "entry", "where it lies in an archive", omitting: entry
      ) { $0.entry },
      .omitted("archive_problem", "why it is an archive that cannot be read") {
        $0.archiveProblem
      },
    ])

  private static let entry = Record<ArchiveEntry>(
    "archive_entry", "a file inside of an archive, by its place there",
    [
      Field("archive", "path of the archive's file") { $0.archive },
      Field("steps", "the entry, or a nested archive and its entry", list: step) { $0.steps },
    ])

  private static let step = Record<ArchiveEntry.Step>(
    "archive_step", "an entry of an archive",
    [
      Field("index", "place among the archive's headers, from 0", as: .integer) { $0.index },
      Field("name", "the entry's name") { $0.name },
      .omitted("size", "bytes of the entry, as the archive declares", as: .integer) { $0.size },
    ])
}
