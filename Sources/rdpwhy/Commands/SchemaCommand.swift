import ArgumentParser
import Reporting

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of the machine-readable records.")

  func run() {
    StandardOutput().finish(with: RecordSchema.json)
  }
}
