import ArgumentParser
import Reporting

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of the machine-readable output.")

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    /// Sessions and inputs.
    case records
    case inspect
    case summary
  }

  @Argument(
    help: ArgumentHelp(
      "The records of an analysis (records), the document of inspect (inspect), or that of"
        + " --summary (summary)."))
  var subject: Subject = .records

  func run() {
    switch subject {
    case .records: StandardOutput().finish(with: RecordSchema.json)
    case .inspect: StandardOutput().finish(with: InspectionSchema.json)
    case .summary: StandardOutput().finish(with: SummarySchema.json)
    }
  }
}
