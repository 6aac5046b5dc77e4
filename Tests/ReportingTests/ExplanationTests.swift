import Attribution
import Foundation
@testable import Reporting
import Testing

@Suite("Explanations") struct ExplanationTests {
  private static let page = Explanation(
    code: "credssp.logon_failure", family: .verdict, title: "wrong user name or password",
    meaning: "The server checked the proof of the password and said no.",
    confirm: ["Event 4625 on the server."],
    fixes: [
      Explanation.Fix("Type the password again.", command: "runas /user:DOMAIN\\NAME cmd"),
      Explanation.Fix(
        "Turn NLA off.", risk: "Anyone can reach the log-on screen.", lowersSecurity: true,
        saferAlternative: "Repair the account."),
    ], seeAlso: ["credssp.account_restricted"])

  @Test("are told in the order meaning, check, steps")
  func text() {
    #expect(
      ExplanationText(style: TerminalStyle()).text(of: [Self.page]) == """
        credssp.logon_failure — wrong user name or password (verdict)
          The server checked the proof of the password and said no.
          Check - Event 4625 on the server.
          Do    1. Type the password again.
                     runas /user:DOMAIN\\NAME cmd
                2. Turn NLA off.
                   Lowers security while in force.
                   Risk: Anyone can reach the log-on screen.
                   Safer: Repair the account.
          See   credssp.account_restricted

        """)
  }

  @Test("name what else it may be before the steps, where the first is only the likeliest")
  func likely() throws {
    var other = Self.page
    other.code = "credssp.password_expired"
    other.title = "the password has expired"
    let answer = HandbookAnswer(match: .likely, pages: [Self.page], nearest: [other])
    let told = ExplanationText(style: TerminalStyle()).answer(answer)
    let beside = try #require(told.range(of: "  Or    credssp.password_expired — "))
    let steps = try #require(told.range(of: "  Do    1."))
    #expect(beside.lowerBound < steps.lowerBound)
  }

  @Test("are never shortened")
  func long() {
    var page = Self.page
    page.meaning = Array(repeating: "token", count: 500).joined(separator: " ")
    page.fixes = [Explanation.Fix("Do it.", command: String(repeating: "x", count: 700))]
    let told = ExplanationText(style: TerminalStyle()).text(of: [page])
    #expect(told.ranges(of: "token").count == 500)
    #expect(told.contains(String(repeating: "x", count: 700) + "\n"))
  }

  @Test("are written as JSON with explicit nulls")
  func json() throws {
    let document = try JSONValue(ExplanationRecord([Self.page]).json())
    #expect(document["schema"] == "rdpwhy/explanation/1")
    #expect(try RecordSchemaTests.problems(in: document, .explanation) == [])
    let fixes = document["explanations"]?[0]?["fixes"]
    #expect(fixes?[0]?["risk"] == .null)
    #expect(fixes?[1]?["lowers_security"] == true)
    #expect(fixes?[1]?["safer_alternative"] == "Repair the account.")
  }
}
