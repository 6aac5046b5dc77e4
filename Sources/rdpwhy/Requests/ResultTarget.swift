import ArgumentParser
import Reporting

/// Where results go.
enum ResultTarget {
  case standardOutput
  case file(OutputFile)
  /// All tables, a file each.
  case folder(OutputFolder, [TableText])

  /// Refuses to write in the place of an input that was not typed but found.
  func check(against inputs: [String]) throws {
    switch self {
    case .standardOutput: break
    case .file(let file): try file.check(against: inputs)
    case .folder(let folder, _): try folder.check(against: inputs)
    }
  }

  /// What was typed about the output.
  struct Typed {
    var format: OutputFormat
    var table: RecordTable?
    var output: String?
    /// May replace files.
    var replaces: Bool
    var inputs: [String]
  }

  init(_ typed: Typed) throws {
    let form = typed.format.tableForm
    guard typed.table == nil || form != nil else {
      throw ValidationError("--table needs --format csv or zeek.")
    }
    guard let path = typed.output, path != "-" else {
      guard typed.format != .sqlite else {
        throw ValidationError("--format sqlite needs --output FILE.")
      }
      self = .standardOutput
      return
    }
    guard let form, OutputFolder.isMeant(by: path) else {
      self = .file(
        try OutputFile(path: path, replaces: typed.replaces, inputs: typed.inputs))
      return
    }
    guard typed.table == nil else {
      throw ValidationError("A folder gets all tables; name a file for --table.")
    }
    let tables = RecordTable.allCases.map { TableText($0, as: form) }
    self = .folder(
      try OutputFolder(
        path: path, names: tables.map(\.fileName), replaces: typed.replaces, inputs: typed.inputs),
      tables)
  }
}
