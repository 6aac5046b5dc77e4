@testable import Reporting
import Testing

@Suite("Terminal style") struct TerminalStyleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var choice: ColorChoice
    var isTerminal: Bool
    var environment: [String: String]
    var usesColor: Bool
    var testDescription: String { "\(choice) \(isTerminal) \(environment)" }
  }

  @Test(
    "uses colour on a terminal, unless told otherwise",
    arguments: [
      Case(choice: .auto, isTerminal: true, environment: [:], usesColor: true),
      Case(choice: .auto, isTerminal: false, environment: [:], usesColor: false),
      Case(choice: .auto, isTerminal: true, environment: ["TERM": "dumb"], usesColor: false),
      Case(choice: .auto, isTerminal: true, environment: ["NO_COLOR": "1"], usesColor: false),
      Case(choice: .auto, isTerminal: true, environment: ["NO_COLOR": ""], usesColor: true),
      Case(
        choice: .auto, isTerminal: false, environment: ["CLICOLOR_FORCE": "1"], usesColor: true),
      Case(
        choice: .auto, isTerminal: false, environment: ["CLICOLOR_FORCE": "0"], usesColor: false),
      Case(
        choice: .auto, isTerminal: true, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"],
        usesColor: false),
      Case(
        choice: .never, isTerminal: true, environment: ["CLICOLOR_FORCE": "1"], usesColor: false),
      Case(choice: .always, isTerminal: false, environment: ["NO_COLOR": "1"], usesColor: true),
    ])
  func color(_ example: Case) {
    let style = TerminalStyle(
      color: example.choice, isTerminal: example.isTerminal, environment: example.environment)
    #expect(style.usesColor == example.usesColor)
  }

  @Test(
    "uses Unicode where the locale says UTF-8",
    arguments: [
      ([:], false), (["LANG": "C"], false), (["LANG": "de_DE.UTF-8"], true),
      (["LANG": "C.utf8"], true), (["LC_ALL": "C", "LANG": "en_US.UTF-8"], false),
      (["LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"], true),
      (["LANG": "de_DE.ISO-8859-1"], false),
    ] as [([String: String], Bool)])
  func unicode(environment: [String: String], expected: Bool) {
    let style = TerminalStyle(color: .auto, isTerminal: true, environment: environment)
    #expect(style.usesUnicode == expected)
  }

  @Test("changes nothing but colour between a terminal and a pipe")
  func painted() throws {
    let report = Sample.report([Sample.refusal, Sample.outage, Sample.clean])
    let plain = TextReport(.init(style: TerminalStyle())).text(of: report)
    let painted = TextReport(.init(style: TerminalStyle(usesColor: true))).text(of: report)
    #expect(!plain.contains("\u{1B}"))
    #expect(painted.contains("\u{1B}[1;31m✗\u{1B}[0m"))
    #expect(painted.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == plain)
  }
}

@Suite("Width of text") struct TextWidthTests {
  @Test(
    "COLUMNS first, then the terminal's own, within what can be read",
    arguments: [
      (String?.none, Int?.none, 80), (nil, 100, 100), (nil, 300, 120), (nil, 20, 60),
      ("70", 100, 70), ("no", 90, 90),
    ])
  func width(variable: String?, terminal: Int?, expected: Int) {
    let style = TerminalStyle(
      color: .never, isTerminal: terminal != nil, columns: terminal,
      environment: variable.map { ["COLUMNS": $0] } ?? [:])
    #expect(style.width == expected)
  }
}
