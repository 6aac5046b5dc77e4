import ArgumentParser
import Reporting

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed from one result to another, and what may be chance.",
    discussion: """
      rdpwhy diff may.ndjson june.ndjson        results of analyze and batch
      rdpwhy diff before.sqlite after.sqlite
      rdpwhy diff old-captures/ new-captures/   or what they were made of

      Compared are the shares of causes and codes, and how many sessions of each server and client \
      network dropped. Each difference has an interval of 95 %; it counts as proven where chance makes \
      one list in twenty show such a difference (Fisher's exact test, corrected for the rows).

      EXIT CODES
        0 compared · 2 one side could not be read or has no sessions · 64 wrong command line
        74 results could not be written
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, html }

  @Argument(help: "NDJSON, SQLite, or captures.", completion: .file())
  var before: String

  @Argument(help: "The later result.", completion: .file())
  var after: String

  @Option(name: .shortAndLong, help: "Form of the output: text, json, markdown, html.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file.", valueName: "path"), completion: .file())
  var output: String?

  @Flag(help: "Let --output replace a file.")
  var force = false

  @Option(help: "Colour in text output: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  @OptionGroup(title: "ANALYSIS OF CAPTURES") var analysis: AnalysisFlags
  @OptionGroup(title: "SELECTION") var selection: SelectionFlags

  func run() throws {
    throw ExitCode(try DiffRequest(self).perform().rawValue)
  }
}
