public import CaptureReader
import LogReader

/// What a log is, and what it lacks for a verdict.
public struct LogInspection: Sendable, Hashable {
  /// Records of one program or channel.
  public struct Source: Sendable, Hashable {
    public var name: String
    public var records: Int
  }

  /// Something that would tell more, and the command that gets it.
  public struct Wish: Sendable, Hashable {
    public var what: String
    public var command: String
  }

  /// `a log of xrdp`.
  public var format: String
  public var records: Int
  public var understood: Int
  /// Its first and last stamp, as far as it has any.
  public var first: Timestamp?
  public var last: Timestamp?
  /// Most records first.
  public var sources: [Source]
  /// What was assumed of its stamps, and what makes it less certain, one sentence each.
  public var notes: [String]
  public var missing: [Wish]

  init(_ log: LogContents) {
    format = log.format.title
    records = log.summary.records
    understood = log.summary.understood
    first = log.summary.first
    last = log.summary.last
    sources = log.summary.sources.map { Source(name: $0.key, records: $0.value) }
      .sorted { (-$0.records, $0.name) < (-$1.records, $1.name) }
    notes = log.clock.assumptions + log.summary.notes
    missing = LogAdvice.wishes(for: [log]).map { Wish(what: $0.what, command: $0.command) }
  }
}
