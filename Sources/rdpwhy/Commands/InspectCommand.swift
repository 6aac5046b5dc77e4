import ArgumentParser
import Reporting

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Says what captures are, and whether they are fit for a verdict.",
    discussion: """
      Format, time, interfaces, what was dropped (of Windows' own captures also why and where), shortened or captured twice, the RDP sessions and \
      where they were captured; at the end a judgement, with what to capture otherwise.

      EXIT CODES
        0 inspected, fit or not · 2 nothing could be read
        3 an input was unreadable or cut short · 64 wrong command line
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(
    help: "Captures, logs, folders, archives, patterns; - is standard input, @FILE lists paths.",
    completion: .file())
  var inputs: [String]

  @Option(name: .shortAndLong, help: "Form of the output.")
  var format: Format = .text

  @OptionGroup(title: "ANALYSIS") var analysis: AnalysisFlags

  @Option(help: "Colour in text output: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  func run() throws {
    throw ExitCode(try InspectRequest(self).perform().rawValue)
  }
}
