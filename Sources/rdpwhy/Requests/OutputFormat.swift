public import ArgumentParser
public import CaptureReader
public import Reporting

/// `--format`.
typealias OutputFormat = ReportFormat

extension ReportFormat: ExpressibleByArgument {}

extension OutputFormat {
  /// The form that was asked for, else the one that the output's name means.
  ///
  /// - Throws: where the name has an ending that means none: the user expects another form than text.
  init(_ flags: ResultFlags, otherwise form: OutputFormat) throws {
    if let output = flags.output, flags.format == nil {
      self = try Self(fileName: output) ?? Self.unnamed(output, otherwise: form)
    } else {
      self = flags.format ?? form
    }
  }

  private static func unnamed(_ path: String, otherwise form: OutputFormat) throws -> OutputFormat {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A folder, standard output, a device, or a name without an ending.
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      FileStatus(path: path).map({ $0.kind == .regular }) ?? true
    else { return form }
    let known = allCases.filter { !$0.fileEndings.isEmpty }
      .map { "\($0.rawValue) (\($0.fileEndings.map { "." + $0 }.joined(separator: ", ")))" }
    throw ValidationError(
      "The ending \(name[dot...]) of --output means no form. Name the form with --format, or use an "
        + "ending of \(known.joined(separator: ", ")).")
  }

  private init?(fileName: String) {
    guard let ending = fileName.split(separator: ".").last?.lowercased(),
      let form = Self.allCases.first(where: { $0.fileEndings.contains(ending) })
    else { return nil }
    self = form
  }

  /// Of names that mean the form.
  var fileEndings: [String] {
    switch self {
    case .text: ["txt"]
    case .json: ["json"]
    case .ndjson: ["ndjson", "jsonl"]
    case .csv: ["csv"]
    case .sqlite: ["sqlite", "sqlite3", "db"]
    case .markdown: ["md", "markdown"]
    case .html: ["html", "htm"]
    case .facts: ["facts"]
    case .zeek: []
    }
  }

  var meaning: String {
    switch self {
    case .text: "for a terminal, the worst story first"
    case .json: "one document with sessions, inputs and counts"
    case .ndjson: "one record a line: sessions, then inputs"
    case .csv: "a table; into a folder all tables"
    case .sqlite: "a database with all tables"
    case .zeek: "a table as Zeek writes its logs"
    case .markdown: "for a ticket"
    case .html: "for a browser, one file"
    case .facts: "what verdicts rest on, for rdpwhy judge and reduce"
    }
  }

  /// Forms of results that come series by series.
  static let batch: [Self] = [.ndjson, .csv, .sqlite, .zeek, .html, .facts]
  static let summary: [Self] = [.text, .json, .markdown]
}

extension SeriesMode: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}

extension ReportZone: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}

extension RecordTable: ExpressibleByArgument {}
