public import CaptureReader

/// One series of a plan: a line of `batch plan`.
public struct SeriesPlan: Codable, Sendable, Hashable {
  public static let currentSchema = "rdpwhy/plan/1"

  public var schema = Self.currentSchema
  /// Names the series and gives its place: plans and results are in the order of these names' bytes.
  public var series: String
  /// Of its files as they are stored; in an archive, as the archive says.
  public var bytes: Int
  /// Time of the first packet, and of the last file's first one.
  public var firstTime: String?
  public var lastFileTime: String?
  /// Time of the newest packet; nil where the file that begins last is too large to be read for it.
  public var lastTime: String?
  public var files: [PlannedFile]

  enum CodingKeys: String, CodingKey {
    case schema, series, bytes
    case firstTime = "first_ts"
    case lastFileTime = "last_file_ts"
    case lastTime = "last_ts"
    case files
  }

  /// The series as it is read.
  public var captures: CaptureSeries {
    CaptureSeries(
      name: series,
      members: files.map { file in
        CaptureSeries.Member(
          source: file.source, firstTime: file.firstTime.map { Timestamp(nanoseconds: $0) },
          counter: file.counter)
      })
  }

  /// Archives of which this series has entries.
  var archives: Set<String> {
    Set(files.compactMap { if case .entry(let entry) = $0.source { entry.archive } else { nil } })
  }
}

/// A capture of a plan.
public struct PlannedFile: Codable, Sendable, Hashable {
  public var name: String
  public var bytes: Int
  /// Nanoseconds since 1970 of its first packet; nil where it has none.
  public var firstTime: Int64?
  /// Of its newest packet, where somebody looked; nil too where the file is not small.
  public var lastTime: Int64?
  /// The ring's number in its name.
  public var counter: Int?
  /// Where it lies in an archive.
  public var entry: ArchiveEntry?
  /// Why it is an archive that cannot be read.
  public var archiveProblem: String?

  enum CodingKeys: String, CodingKey {
    case name, bytes
    case firstTime = "first_ns"
    case lastTime = "last_ns"
    case counter, entry
    case archiveProblem = "archive_problem"
  }

  public var source: CaptureSource { entry.map(CaptureSource.entry) ?? .file(name) }

  /// The file on disk that holds it.
  var storedPath: String { entry?.archive ?? name }
}
