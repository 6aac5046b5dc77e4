import ArgumentParser
import Reporting

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures how often the verdicts on labelled captures are right.",
    discussion: """
      LABELS are text files, a set each, scored by itself: a line of column names, then one session \
      per line, with tabs between the columns.

        file      the capture, from --captures
        cause     the right cause
        also      other causes that count as right, with spaces between them (optional)
        code      regular expression of the right codes (optional)
        degraded  yes where the path was sick although the cause is another (optional)
        tuple     client:port>server:port of the session meant (optional: the first)
        scenario  captures that are alike; --fit never splits them (optional)

      EXIT CODES
        0 evaluated, whatever the score · 2 nothing could be evaluated
        3 some captures were unreadable, the scores are of the others · 64 wrong command line
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: "The labels, a file for each set.", completion: .file())
  var labels: [String]

  @Option(
    help: "Folder of the captures; without it, the folder of each set's labels.",
    completion: .directory)
  var captures: String?

  @Flag(help: "Also fit the confidences to each set, with cross-validation by scenario.")
  var fit = false

  @Option(name: .shortAndLong, help: "Form of the output.")
  var format: Format = .text

  @Option(help: "Colour in text output: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  func run() throws {
    throw ExitCode(try EvaluateRequest(self).perform().rawValue)
  }
}
