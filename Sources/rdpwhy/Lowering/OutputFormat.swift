public import ArgumentParser
public import CaptureReader
public import Reporting

/// `--format`.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, ndjson, csv, sqlite, zeek, markdown, html, facts

  /// The form of its tables, where it is made of tables.
  var tableForm: TableText.Form? {
    switch self {
    case .csv: .csv
    case .zeek: .zeek
    case .text, .json, .ndjson, .sqlite, .markdown, .html, .facts: nil
    }
  }
}

extension OutputFormat {
  /// Forms of results that come series by series.
  static let batch: [Self] = [.ndjson, .csv, .sqlite, .zeek]
  static let summary: [Self] = [.text, .json, .markdown]
}

extension SeriesMode: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}
extension RecordTable: ExpressibleByArgument {}
