import Foundation
import Support
import Testing

@testable import Attribution

/// Texts as people write and paste them, in `Fixtures/handbook`.
@Suite("Pasted texts") struct PastedTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// The code of the page; nil where nothing may be found.
    var code: String?

    var testDescription: String { text }
  }

  static let cases: [Case] = {
    let lines = ["pasted-texts", "roles-and-languages", "languages"].flatMap { name in
      let file = Recordings.root.appending(path: "Fixtures/handbook/\(name).txt")
      return (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    }
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      guard let arrow = line.ranges(of: " => ").last else { return nil }
      let code = String(line[arrow.upperBound...])
      let text = line[..<arrow.lowerBound].replacing("\\n", with: "\n")
      return Case(text: String(text), code: code == "-" ? nil : code)
    }
  }()

  @Test("there are many, and some that must stay unknown")
  func count() {
    #expect(Self.cases.count >= 650)
    #expect(Self.cases.filter { $0.code == nil }.count >= 120)
  }

  @Test("give the right page among the first three, or none", arguments: cases)
  func answers(told: Case) {
    let pages = Handbook.lookup([told.text]).map(\.code)
    guard let code = told.code else {
      #expect(pages.isEmpty)
      return
    }
    #expect(pages.prefix(3).contains(code), "\(pages.prefix(4))")
  }

  @Test("a whole log of any length gives an answer in bounds")
  func long() {
    let line = "[01:41:19:368] [2062:2112] BIO_read returned a system error 104: reset by peer\n"
    let pages = Handbook.lookup([String(repeating: line, count: 10_000)])
    #expect(pages.first?.code == "errno 104")
    #expect(pages.count <= HandbookQuery.mostPages)
  }

  @Test("every message of the book leads to a page")
  func messagesHavePages() {
    for pattern in MessageBook.shared.patterns {
      #expect(HandbookIndex.shared.page(pattern.code) != nil, "\(pattern.code)")
      #expect(!pattern.phrases.isEmpty && pattern.phrases.allSatisfy { !$0.isEmpty })
    }
  }
}

extension PastedTextTests {
  @Test(
    "what was mistyped, spelt otherwise or written wide means the same",
    arguments: [
      ("certficate expired rdp", "certificate expired rdp"),
      ("remote desktop cannot conect", "remote desktop can't connect"),
      ("RDP ecran noir", "RDP écran noir"), ("ox904", "0x904"), ("0x 904", "0x904"),
      ("\u{FF10}x\u{FF19}\u{FF10}\u{FF14}", "0x904"), ("-2,147,467,259", "-2147467259"),
      ("rd licence server not found", "rd license server not found"),
      ("KRB5KDC_ERR_PREAUTH_FAILED", "KDC_ERR_PREAUTH_FAILED"),
      ("NT_STATUS_LOGON_FAILURE", "STATUS_LOGON_FAILURE"),
      ("-1765328360", "Kerberos 24"), ("rd gateway error 23005", "rd gateway error 0x800759DD"),
    ])
  func spelling(written: String, meant: String) {
    let found = Handbook.lookup([written]).map(\.code)
    #expect(!found.isEmpty && found.first == Handbook.lookup([meant]).first?.code, "\(found)")
  }

  @Test(
    "an error of another program is none of ours, unless Remote Desktop is named",
    arguments: [
      "Outlook: the password has expired", "curl: certificate verify failed",
      "ssh: connection refused", "TeamViewer: certificate expired",
    ])
  func otherPrograms(told: String) {
    #expect(Handbook.lookup([told]).isEmpty)
    #expect(!Handbook.lookup(["mstsc beside " + told]).isEmpty)
  }

  @Test("each gateway code of the client has a page of its own")
  func gatewayCodes() {
    let pages = Handbook.lookup(["50331676"])
    #expect(pages.map(\.code) == ["mstsc 0x300001C"])
    #expect(
      Set(GatewayClientEntries.all.compactMap(\.number)).count == GatewayClientEntries.all.count)
  }
}
