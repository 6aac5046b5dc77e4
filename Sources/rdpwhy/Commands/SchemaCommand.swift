public import ArgumentParser
public import Reporting

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of the machine-readable output.",
    discussion: "Names: " + OutputSchema.allCases.map(\.rawValue).joined(separator: ", ") + ".")

  @Argument(
    help: ArgumentHelp(
      "What is described; records are the lines of ndjson.", valueName: "name"))
  var subject: OutputSchema = .records

  @Flag(help: "Print a page of all fields instead (Markdown).")
  var fields = false

  @Flag(help: "Print a page of the tables' columns instead (Markdown).")
  var columns = false

  func run() {
    StandardOutput().finish(
      with: fields ? FieldPage.text : columns ? ColumnPage.text : subject.json)
  }
}

extension OutputSchema: ExpressibleByArgument {
  /// The document of `rdpwhy inspect` is known by the command's name too.
  public init?(argument: String) {
    self.init(rawValue: argument == "inspect" ? "inspection" : argument)
  }
}
