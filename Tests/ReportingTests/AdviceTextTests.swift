import Testing

@testable import Reporting

@Suite("Commands in advice") struct AdviceTextTests {
  @Test("commands at the end stand on lines of their own, others stay in their sentence")
  func parts() {
    let end = AdviceText("Look at the link. `pathping 10.1.1.1` `tracert 10.1.1.1`")
    #expect(end.body == [.words("Look at the link. ")])
    #expect(end.commands == ["pathping 10.1.1.1", "tracert 10.1.1.1"])
    let within = AdviceText("Find it with `qwinsta x`, then end it with `rwinsta ID`.")
    #expect(within.commands.isEmpty)
    #expect(within.line == "Find it with qwinsta\u{A0}x, then end it with rwinsta\u{A0}ID.")
    // A sentence that ends in a command keeps it.
    #expect(AdviceText("then start it with `systemctl start xrdp`").commands.isEmpty)
    #expect(AdviceText("a ` alone").line == "a ` alone")
    #expect(AdviceText("").line.isEmpty)
  }

  @Test("in a terminal a command is never broken")
  func terminal() {
    var layout = TextLayout(style: TerminalStyle(width: 60))
    let command =
      "reg add \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\" /v X /d 1"
    layout.add(label: "Do", advice: "Set it. `\(command)`")
    #expect(layout.text == "  Do    Set it.\n          \(command)\n")
  }

  @Test("in Markdown a command can be copied from the text itself")
  func markdown() {
    let text = MarkdownText.advice("Set it. `reg add \"HKLM\\X\" @{A=1}`")
    #expect(text == "Set it.\n\n```\nreg add \"HKLM\\X\" @{A=1}\n```\n")
    #expect(MarkdownText.advice("See `a\\b`, and @c.") == "See `a\\b`, and &#64;c.\n")
  }
}
