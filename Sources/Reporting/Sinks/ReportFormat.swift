public import CaptureReader
public import Foundation

/// The forms of a report. A form is a folder with its sink, a case here, and a line in `sink`.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, ndjson, csv, sqlite, zeek, markdown, html, facts

  /// What a form may want to know.
  public struct Options: Sendable {
    public var style: TerminalStyle
    /// Shows every session in full.
    public var showsAll: Bool
    /// The table, for forms that are one.
    public var table: RecordTable
    /// Where a form that is a file of its own is to be; no file may lie there.
    public var path: String?
    /// The reader's clock, for forms that people read.
    public var zone: ReportZone?
    /// Cores that may write.
    public var workers = Workers.one

    public init(
      style: TerminalStyle = TerminalStyle(), showsAll: Bool = false,
      table: RecordTable = .sessions, path: String? = nil, zone: ReportZone? = nil
    ) {
      self.style = style
      self.showsAll = showsAll
      self.table = table
      self.path = path
      self.zone = zone
    }
  }

  private func sink(_ options: Options, for report: Report) throws -> any ReportSink {
    switch self {
    case .text:
      TextReport(
        .init(style: options.style, showsAll: options.showsAll, zone: options.zone))
    case .json: JSONReport(.document)
    case .ndjson: JSONReport(.lines)
    case .csv: TableText(options.table, as: .csv)
    case .zeek: TableText(options.table, as: .zeek)
    case .sqlite: try DatabaseWriter(path: options.path ?? ":memory:", tool: report.tool)
    case .markdown: MarkdownReport(showsAll: options.showsAll, zone: options.zone)
    case .html: try HTMLReport(zone: options.zone)
    case .facts: FactsReport()
    }
  }

  /// Hands the report over in pieces; an error of `output` ends the writing.
  public func write(
    _ report: Report, _ options: Options = Options(), to output: (Data) throws -> Void
  ) throws {
    try report.write(to: sink(options, for: report), workers: options.workers, output)
  }

  /// The form of its tables, where it is made of tables.
  public var tableForm: TableText.Form? {
    switch self {
    case .csv: .csv
    case .zeek: .zeek
    default: nil
    }
  }
}
