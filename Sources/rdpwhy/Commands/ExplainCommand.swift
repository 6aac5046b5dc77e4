import ArgumentParser
import Attribution
import Foundation
import Reporting

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a verdict, an error code, a message or a subject, offline.",
    discussion: """
      rdpwhy explain credssp.logon_failure
      rdpwhy explain 0x904 0x7
      rdpwhy explain alert 70
      rdpwhy explain "An internal error has occurred"
      xclip -o | rdpwhy explain -
      rdpwhy explain --list windows_event
      rdpwhy explain --all --format markdown
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown }

  @Argument(
    parsing: .allUnrecognized,
    help: "A code or name, the words of a message, a subject; - reads them from standard input.")
  var code: [String] = []

  @Option(name: .shortAndLong, help: "Form of the output.")
  var format: Format = .text

  @Option(help: "Colour in text output: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  @Flag(help: "List the codes of all pages, or of the kind named.")
  var list = false

  @Flag(help: "Write every page.")
  var all = false

  /// A pasted dialog or some lines of a log; no more is looked at.
  private static let longestInput = 1 << 16

  func validate() throws {
    let isQuestion = !list && !all
    if isQuestion, code.isEmpty { throw ValidationError("Missing expected argument '<code> ...'") }
    if let option = code.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError(OptionWord.complaint(about: option, help: Self.helpMessage()))
    }
  }

  func run() throws {
    let output = StandardOutput()
    if list {
      output.finish(with: HandbookList.text(of: try listed()))
      return
    }
    let words = all ? [] : try question()
    let answer = all ? HandbookAnswer(known: Handbook.all) : Handbook.answer(to: words)
    switch format {
    case .text where all:
      output.finish(with: ExplanationText(style: output.style(color)).text(of: answer.pages))
    case .text where answer.match == .unknown && answer.nearest.isEmpty: break
    case .text: output.finish(with: ExplanationText(style: output.style(color)).answer(answer))
    case .json: output.finish(with: ExplanationRecord(answer).json())
    case .markdown:
      output.finish(
        with: HandbookMarkdown.text(
          of: answer.match == .unknown ? answer.nearest : answer.pages))
    }
    if answer.match == .unknown { throw notFound(words, hasNearest: !answer.nearest.isEmpty) }
  }

  private func question() throws -> [String] {
    guard code == ["-"] else { return code }
    let input = try FileHandle.standardInput.read(upToCount: Self.longestInput) ?? Data()
    return [String(decoding: input, as: UTF8.self)]
  }

  private func listed() throws -> [Explanation] {
    guard let kind = code.first else { return Handbook.all }
    let pages = Handbook.all.filter { $0.family.rawValue == kind }
    guard !pages.isEmpty else {
      let kinds = Explanation.Family.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("No kind '\(kind)'; there are \(kinds)")
    }
    return pages
  }

  /// Longer texts are not said again.
  private static let shortWords = 60

  /// Says what is nearest in spelling, and what would help.
  private func notFound(_ question: [String], hasNearest: Bool) -> ExitCode {
    let words = question.joined(separator: " ").trimmingCharacters(in: .whitespacesAndNewlines)
    if !hasNearest {
      Diagnostics.report(
        words.utf8.count <= Self.shortWords ? "no code \(words)" : "no code is known in this text")
    }
    let nearest = hasNearest ? [] : Handbook.suggestions(for: words)
    if !nearest.isEmpty {
      Diagnostics.report("did you mean \(nearest.joined(separator: ", "))?")
    }
    Diagnostics.report(
      "the code helps most: the number in the message, the event's source and id, or the whole line"
    )
    return ExitCode(Outcome.nothing.rawValue)
  }
}
