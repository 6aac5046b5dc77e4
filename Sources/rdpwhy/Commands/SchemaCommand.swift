import ArgumentParser
import Reporting

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of the machine-readable records.")

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    /// Sessions and inputs.
    case records
    case inspect
  }

  @Argument(help: "The records of an analysis (records), or the document of inspect (inspect).")
  var subject: Subject = .records

  func run() {
    switch subject {
    case .records: StandardOutput().finish(with: RecordSchema.json)
    case .inspect: StandardOutput().finish(with: InspectionSchema.json)
    }
  }
}
