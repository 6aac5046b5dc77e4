import Foundation
import Support
import Testing

@testable import Attribution

/// Texts in which nothing is recognised: what they may be about, in whatever language.
@Suite("Nearest pages") struct NearestPagesTests {
  /// `likely TEXT => CODE`: the page that the words together mean. `near TEXT => CODE`: among the
  /// nearest, and none is claimed. `none TEXT`: nothing is shown.
  struct Case: Sendable, CustomTestStringConvertible {
    var kind: String
    var text: String
    var code: String

    var testDescription: String { text }
  }

  static let cases: [Case] = {
    let file = Recordings.root.appending(path: "Fixtures/handbook/own-words.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line -> Case? in
      guard let space = line.firstIndex(of: " ") else { return nil }
      let rest = String(line[line.index(after: space)...])
      let parts = rest.components(separatedBy: " => ")
      return Case(
        kind: String(line[..<space]), text: parts[0], code: parts.count > 1 ? parts[1] : "")
    }
  }()

  @Test("there are many, and some that must show nothing")
  func count() {
    #expect(Self.cases.count >= 60)
    #expect(Self.cases.filter { $0.kind == "none" }.count >= 20)
  }

  @Test("a text in own words shows its page on the first screen, or nothing", arguments: cases)
  func answers(told: Case) {
    let answer = Handbook.answer(to: [told.text])
    let shown = (answer.pages.prefix(3) + answer.nearest).map(\.code)
    switch told.kind {
    case "none": #expect(shown.isEmpty, "\(answer.match) \(shown)")
    case "likely":
      // A table that knows the language's own words for it is surer.
      #expect(answer.match != .unknown)
      #expect(answer.pages.prefix(2).contains { $0.code == told.code }, "\(shown)")
    default: #expect(shown.contains(told.code), "\(answer.match) \(shown)")
    }
    #expect(answer.nearest.count <= NearestPages.mostUnknown)
    #expect(answer.match != .unknown || answer.pages.isEmpty)
  }

  @Test("every rule leads to a page, and has only concepts that the table has")
  func rulesHavePages() {
    for rule in ConceptRule.all {
      #expect(HandbookIndex.shared.page(rule.code) != nil, "\(rule.code)")
      #expect(rule.size > 0)
      let unknown = rule.concepts.subtracting(ConceptTable.shared.names)
      #expect(unknown.isEmpty, "\(rule.code): \(unknown)")
    }
  }

  @Test("what people know under several names is one concept")
  func concepts() {
    let table = ConceptTable.shared
    #expect(table.concepts(in: ["friert"]) == table.concepts(in: ["freezes"]))
    #expect(table.concepts(in: ["sicherheitszertifikat"]).contains("certificate"))
    #expect(table.concepts(in: ["every", "20", "min"]).contains("interval"))
    #expect(table.concepts(in: ["alle", "15", "minuten"]).contains("interval"))
    #expect(!table.concepts(in: ["every", "time"]).contains("interval"))
    #expect(table.concepts(in: []).isEmpty)
  }

  @Test("one sentence of a long report names the symptom")
  func longReport() {
    let around = String(
      repeating: "We have 12 offices with the same image and printers. ", count: 12)
    let text = around + "In one branch the mstsc picture hangs whenever they are on wifi. " + around
    let answer = Handbook.answer(to: [text])
    let shown = (answer.pages + answer.nearest).map(\.code)
    #expect(shown.contains("subject network") || shown.contains("subject freezes"), "\(shown)")
  }

  @Test("the same text gives the same pages in the same order")
  func isDeterministic() {
    let text = "remote desktop of the branch office feels strange since the move"
    let first = PageRetrieval(HandbookIndex.shared).nearest(
      to: Sentences.words(in: [text]), limit: 5)
    let second = PageRetrieval.shared.nearest(to: Sentences.words(in: [text]), limit: 5)
    #expect(first.map(\.page.code) == second.map(\.page.code))
    #expect(first.map(\.score) == second.map(\.score))
  }

  @Test("texts of any length are answered within bounds")
  func extremes() {
    #expect(Handbook.answer(to: []).match == .unknown)
    #expect(Handbook.answer(to: [""]).nearest.isEmpty)
    let long = String(repeating: "rdp weird zebra giraffe. ", count: 20_000)
    #expect(Handbook.answer(to: [long]).nearest.count <= NearestPages.mostUnknown)
    let word = "rdp session " + String(repeating: "x", count: 100_000)
    #expect(Handbook.answer(to: [word]).nearest.count <= NearestPages.mostUnknown)
  }
}
