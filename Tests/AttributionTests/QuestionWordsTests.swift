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
    #expect(foreign.match != .likely)
  }

  @Test("counted terms give a page its weight, and pairs of concepts theirs")
  func learned() {
    let terms = LearnedTerms("page one :: =drop 8 =drop=idle 12 lunch 4\npage two :: =drop 4")
    let alone = terms.scores(of: [["=drop"]])
    #expect((alone["page one"] ?? 0) > (alone["page two"] ?? 0))
    let both = terms.scores(of: [["=drop", "=idle"]])
    #expect((both["page one"] ?? 0) > (alone["page one"] ?? 0))
    // In two sentences they are no pair.
    let apart = terms.scores(of: [["=drop"], ["=idle"]])
    #expect((apart["page one"] ?? 0) < (both["page one"] ?? 0))
    #expect(terms.scores(of: []).isEmpty)
    #expect(LearnedTerms("no table").scores(of: [["=drop"]]).isEmpty)
  }

  @Test("every counted page is a page, and its concepts are those of the table")
  func table() {
    for line in LearnedTerms.table.split(separator: "\n") {
      let parts = line.split(separator: " :: ", maxSplits: 1)
      #expect(parts.count == 2 && HandbookIndex.shared.page(String(parts[0])) != nil, "\(parts[0])")
    }
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
