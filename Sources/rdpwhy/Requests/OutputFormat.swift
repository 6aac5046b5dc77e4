public import ArgumentParser
public import CaptureReader
public import Reporting

/// `--format`.
typealias OutputFormat = ReportFormat

extension ReportFormat: ExpressibleByArgument {}

extension OutputFormat {
  /// The form that was asked for, else the one that the output's name means.
  init(_ flags: ResultFlags, otherwise form: OutputFormat) {
    self = flags.format ?? flags.output.flatMap(Self.init(fileName:)) ?? form
  }

  private init?(fileName: String) {
    switch fileName.split(separator: ".").last.map({ $0.lowercased() }) {
    case "html", "htm": self = .html
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "csv": self = .csv
    case "sqlite", "sqlite3", "db": self = .sqlite
    case "md", "markdown": self = .markdown
    case "txt": self = .text
    default: return nil
    }
  }

  /// Forms of results that come series by series.
  static let batch: [Self] = [.ndjson, .csv, .sqlite, .zeek]
  static let summary: [Self] = [.text, .json, .markdown]
}

extension SeriesMode: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}
extension RecordTable: ExpressibleByArgument {}
