import Foundation
import Support
import Testing

@testable import Attribution

/// The page that comes first, for texts as people type them; and texts to which none may be told surely.
@Suite("First pages") struct FirstPageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var codes: [String]

    var testDescription: String { text }
  }

  static let cases: [Case] = (lines(of: "first-pages") + lines(of: "ways-of-saying")).compactMap {
    line in
    guard let arrow = line.range(of: " => ", options: .backwards) else { return nil }
    let text = String(line[..<arrow.lowerBound])
    let codes = line[arrow.upperBound...].split(separator: "|").map(String.init)
    return Case(text: text.replacing("\\n", with: "\n"), codes: codes)
  }

  /// `none TEXT` or `near TEXT`.
  static let nearMisses: [Case] = lines(of: "near-misses").compactMap { line in
    guard let space = line.firstIndex(of: " ") else { return nil }
    let text = String(line[line.index(after: space)...])
    return Case(text: text.replacing("\\n", with: "\n"), codes: [String(line[..<space])])
  }

  private static func lines(of name: String) -> [String] {
    let file = Recordings.root.appending(path: "Fixtures/handbook/\(name).txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  @Test("there are many of both")
  func count() {
    #expect(Self.cases.count >= 700)
    #expect(Self.nearMisses.count >= 150)
  }

  @Test("the right page comes first", arguments: cases)
  func first(told: Case) {
    let answer = Handbook.answer(to: [told.text])
    #expect(answer.match != .unknown)
    #expect(told.codes.contains(answer.pages.first?.code ?? "-"), "\(answer.pages.map(\.code))")
  }

  @Test("what is no fault of Remote Desktop is told no page", arguments: nearMisses)
  func unknown(told: Case) {
    let answer = Handbook.answer(to: [told.text])
    #expect(answer.match == .unknown, "\(answer.pages.map(\.code))")
    #expect(answer.pages.isEmpty)
    if told.codes == ["none"] { #expect(answer.nearest.isEmpty) }
  }
}
