import ArgumentParser
import Attribution
import Reporting

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a verdict, a piece of evidence, or an error code, offline.",
    discussion: """
      rdpwhy explain credssp.logon_failure
      rdpwhy explain 0x904 0x7
      rdpwhy explain alert 70
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: "A code or name, or the words of a message.")
  var code: [String]

  @Option(name: .shortAndLong, help: "Form of the output.")
  var format: Format = .text

  @Option(help: "Colour in text output: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  func run() throws {
    let pages = Handbook.lookup(code)
    guard !pages.isEmpty else {
      let words = code.joined(separator: " ")
      Diagnostics.report("no code \(words)")
      let nearest = Handbook.suggestions(for: words)
      if !nearest.isEmpty {
        Diagnostics.report("did you mean \(nearest.joined(separator: ", "))?")
      }
      throw ExitCode(Outcome.nothing.rawValue)
    }
    let output = StandardOutput()
    switch format {
    case .text: output.finish(with: ExplanationText(style: output.style(color)).text(of: pages))
    case .json: output.finish(with: ExplanationRecord(pages).json())
    }
  }
}
