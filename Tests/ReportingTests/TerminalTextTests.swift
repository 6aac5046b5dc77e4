@testable import Analysis
@testable import Attribution
import Evidence
@testable import Reporting
import Testing

@Suite("Escaping for terminals") struct TerminalTextTests {
  @Test(
    "writes what a terminal would act on, or not show, as its number",
    arguments: [
      ("plain", "plain"),
      ("DOMAIN\\alice", "DOMAIN\\alice"),
      ("Jürgen 漢字 😀", "Jürgen 漢字 😀"),
      ("\u{1B}[31mred\u{1B}[0m", "\\u{1B}[31mred\\u{1B}[0m"),
      ("\u{9B}31m", "\\u{9B}31m"),
      ("a\nb\r\nc\td\0e\u{7}", "a\\u{A}b\\u{D}\\u{A}c\\u{9}d\\u{0}e\\u{7}"),
      ("\u{7F}\u{80}\u{85}", "\\u{7F}\\u{80}\\u{85}"),
      ("evil\u{202E}gpj.exe\u{202C}", "evil\\u{202E}gpj.exe\\u{202C}"),
      ("\u{202A}\u{202B}\u{202D}", "\\u{202A}\\u{202B}\\u{202D}"),
      ("\u{2066}\u{2067}\u{2068}\u{2069}", "\\u{2066}\\u{2067}\\u{2068}\\u{2069}"),
      ("\u{200E}\u{200F}\u{61C}", "\\u{200E}\\u{200F}\\u{61C}"),
      ("\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}", "\\u{200B}\\u{200C}\\u{200D}\\u{2060}\\u{FEFF}"),
      ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
      ("\u{AD}\u{3164}\u{FE0F}\u{E0041}", "\\u{AD}\\u{3164}\\u{FE0F}\\u{E0041}"),
      ("\u{E000}\u{10FFFF}", "\\u{E000}\\u{10FFFF}"),
    ])
  func escapes(text: String, expected: String) {
    #expect(TerminalText.escape(text) == expected)
  }

  @Test("shows invalid UTF-8 as replacement characters")
  func invalid() {
    let text = String(decoding: [0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80], as: UTF8.self)
    let escaped = TerminalText.escape(text)
    #expect(escaped.hasPrefix("a\u{FFFD}\u{FFFD}("))
    #expect(escaped.unicodeScalars.allSatisfy { !$0.isInvisible })
  }

  @Test("cuts long text by scalars, so that one character cannot hold thousands of marks")
  func cuts() {
    let long = String(repeating: "x", count: 121)
    #expect(TerminalText.escape(long) == String(repeating: "x", count: 120) + "…")
    #expect(TerminalText.escape(long.dropLast()) == String(repeating: "x", count: 120))
    let marks = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(TerminalText.escape(marks).unicodeScalars.count == 121)
    #expect(TerminalText.escape(long, limit: 3, ascii: true) == "xxx...")
  }

  @Test(
    "replaces our own signs and numbers the others where only ASCII can be shown",
    arguments: [("a → b", "a -> b"), ("3 ms ≤ 5 µs", "3 ms <= 5 us"), ("Jürgen", "J\\u{FC}rgen")])
  func ascii(text: String, expected: String) {
    #expect(TerminalText.escape(text, ascii: true) == expected)
  }

  @Test("lets nothing from the input through to the text report")
  func report() {
    let hostile = "\u{1B}]0;owned\u{7}\u{202E}\u{2028}\n<script>"
    var session = Sample.refusal
    session.verdict.summary = hostile
    session.verdict.nextAction = hostile
    session.verdict.alternatives = [.init(code: .init("clean." + hostile), confidence: 0.5)]
    session.verdict.settledBy = [hostile]
    session.verdict.evidence = [Sample.evidence(hostile, .supports, 1, hostile)]
    session.attempt.size = 2
    var input = Sample.input(hostile)
    input.notes = [.init(code: hostile, message: hostile)]
    let report = Sample.report(
      [session, session], inputs: [input, Sample.unreadable(hostile)])
    var told = ""
    for style in [TerminalStyle(), TerminalStyle(usesUnicode: false)] {
      told += TextReport(.init(style: style)).text(of: report)
      told += TextReport(.init(style: style)).text(of: Sample.report([], inputs: [input]))
    }
    let messages = InputMessages(report)
    for line in messages.failures + messages.notes {
      #expect(!line.contains("\n"))
      told += line
    }
    #expect(told.contains("owned"))
    #expect(told.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isInvisible })
  }
}
