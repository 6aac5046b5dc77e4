import Testing

@testable import Attribution

/// What the words of a question say together.
@Suite("Words of a question") struct QuestionWordsTests {
  @Test(
    "what is well is no part of the question",
    arguments: [
      (
        "over the vpn I never lose it, only on the cable it drops", "only on the cable it drops",
        "vpn"
      ),
      (
        "Remmina drops every hour while mstsc stays connected all day", "Remmina drops every hour ",
        "mstsc"
      ),
      (
        "Auf dem Laptop keine Probleme, aber mein PC fliegt raus", "aber mein PC fliegt raus",
        "laptop"
      ),
    ])
  func praise(text: String, rest: String, well: String) throws {
    let praise = try #require(Praise(text))
    #expect(praise.rest.contains(rest.trimmingSpaces))
    #expect(praise.praised.joined().contains { $0.hasPrefix(well) })
    #expect(!praise.rest.lowercased().contains(well))
  }

  @Test(
    "a test, and a question of nothing else, stay whole",
    arguments: [
      "ping works fine, rdp does not", "it works fine by ip, not by name", "", "works fine",
      "the session drops",
    ])
  func noPraise(text: String) {
    #expect(Praise(text) == nil)
  }

  @Test(
    "where it works from one place and not from another, the path is asked about",
    arguments: [
      (
        "Von der Zentrale aus geht es, in der Filiale kommt man nicht auf den Terminalserver",
        "subject firewall"
      ),
      (
        "RDP works fine from the head office, from the second location nobody can connect",
        "subject firewall"
      ),
      ("At home remote desktop works fine, in the branch the session drops", "subject network"),
    ])
  func places(text: String, code: String) {
    let answer = Handbook.answer(to: [text])
    #expect((answer.pages + answer.nearest).prefix(2).contains { $0.code == code }, "\(answer)")
  }

  @Test(
    "a phrase and the words together that mean two pages are answered by both, and neither as known"
  )
  func both() {
    let answer = Handbook.answer(to: [
      "after I log on it sometimes works and sometimes not, the sessions freez and I cannot click in anything in RDP"
    ])
    #expect(answer.match != .known || answer.pages.first?.code == "subject freezes", "\(answer)")
    #expect((answer.pages + answer.nearest).contains { $0.code == "subject freezes" })
  }

  @Test(
    "lines of unknown programs mean what their common words mean, where they are about Remote Desktop",
    arguments: [
      ("rdpthing: ERROR dial tcp: connection refused", "errno 111"),
      ("[rdp-front] WARN certificate is not trusted, closing", "subject certificate"),
      ("rdpx: error: no such host", "subject name resolution"),
      ("rdpx[12]: user logout initiated by user", "error info 0x0C"),
    ])
  func generalLines(line: String, code: String) {
    let answer = Handbook.answer(to: [line])
    #expect((answer.pages + answer.nearest).prefix(3).contains { $0.code == code }, "\(answer)")
    let foreign = Handbook.answer(to: [line.replacing("rdp", with: "pump")])
    // What every program may say of a certificate or a name is likely at most.
    #expect(foreign.match != .likely || foreign.pages.first?.family == .subject)
  }

  @Test("spellings without spaces are found wherever they stand, and nowhere else")
  func unspaced() {
    var spellings = UnspacedSpellings()
    spellings.insert("切断", "drop")
    spellings.insert("画面が黒", "black")
    spellings.insert("ip", "short")
    #expect(spellings.concepts(in: "接続が切断されました") == ["drop"])
    #expect(spellings.concepts(in: "切断と画面が黒") == ["drop", "black"])
    #expect(spellings.concepts(in: "画面が").isEmpty)
    #expect(spellings.concepts(in: "ip").isEmpty && spellings.concepts(in: "").isEmpty)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    split(separator: " ").joined(separator: " ")
  }
}
