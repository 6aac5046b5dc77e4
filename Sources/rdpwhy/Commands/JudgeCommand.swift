import ArgumentParser
import Evidence
import Reporting

struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Judges stored facts (analyze --format facts) anew, without their captures.",
    discussion: """
      The same program gives the same verdicts as on the captures; a later one judges by its own \
      rules. A line that cannot be used is named on standard error and left out.

      EXIT CODES
        0 judged · 1 found what --fail-on names · 2 no line could be used
        3 partial: some lines were left out, or an input was · 64 wrong command line
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, ndjson }

  @Argument(help: "Facts; - is standard input.", completion: .file())
  var facts: String

  @Option(name: .shortAndLong, help: "Form of the output.")
  var format: Format = .text

  @OptionGroup(title: "SELECTION") var selection: SelectionFlags
  @OptionGroup(title: "TEXT") var text: TextFlags

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if a session has one of these causes, or so many: \(CauseList.vocabulary).",
      valueName: "cause,…"))
  var failOn: FailureWord = FailureWord()

  func run() throws {
    throw ExitCode(try JudgeRequest(self).perform().rawValue)
  }
}
