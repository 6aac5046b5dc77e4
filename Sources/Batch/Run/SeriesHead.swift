import CaptureReader

/// The line before a series' sessions and inputs in the NDJSON of a batch: what it was, and how much
/// of it follows.
public struct SeriesHead: Codable, Sendable, Hashable {
  public static let currentSchema = "rdpwhy/series/1"

  public var schema = Self.currentSchema
  /// The series' name in the plan.
  public var series: String
  public var files: Int
  public var filesFailed: Int
  public var filesPartial: Int
  public var bytes: Int
  /// Lines after this one: sessions, then inputs.
  public var sessions: Int
  /// The series' attempts are numbered from here on, in this many groups; 0 where there are none.
  public var firstGroup: Int
  public var groups: Int
  public var byCause: [String: Int]

  enum CodingKeys: String, CodingKey {
    case schema, series, files
    case filesFailed = "files_failed"
    case filesPartial = "files_partial"
    case bytes, sessions
    case firstGroup = "first_group"
    case groups
    case byCause = "by_cause"
  }

  /// Lines that follow.
  var lines: Int { max(0, sessions).addingSaturating(max(0, files)) }
}
