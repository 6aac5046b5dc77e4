import Evidence
import Testing

@testable import Attribution

/// Whatever code, event or verdict a page mentions has a page itself.
@Suite("Codes that the handbook mentions") struct MentionedCodesTests {
  private static let texts: [(code: String, text: String)] =
    Handbook.all.flatMap { page in
      let fixes = page.fixes.flatMap {
        [$0.step, $0.command, $0.risk, $0.saferAlternative].compactMap(\.self)
      }
      return ([page.title, page.meaning] + page.confirm + fixes).map { (page.code, $0) }
    } + Catalogue.verdicts.map { ($0.code.rawValue, $0.summary) }

  @Test("events")
  func events() {
    let pages = Set(Handbook.all.filter { $0.family == .windowsEvent }.map(\.code))
    var missing: Set<String> = []
    for (code, text) in Self.texts {
      for match in text.matches(of: /\b[Ee]vents? ([0-9]+(?:(?:, | and | or | to )[0-9]+)*)/) {
        for number in match.1.matches(of: /[0-9]+/) {
          if !pages.contains("event \(number.0)") { missing.insert("\(number.0) in \(code)") }
        }
      }
    }
    for (code, text) in Self.texts {
      for match in text.matches(of: /\bId=([0-9,]+)/) {
        for number in match.1.split(separator: ",") where !pages.contains("event \(number)") {
          missing.insert("\(number) in \(code)")
        }
      }
    }
    #expect(missing.sorted() == [])
  }

  @Test("verdicts and evidence")
  func names() {
    let known = Set(
      (Catalogue.verdicts.map(\.code.rawValue)) + Catalogue.evidence.map(\.code.rawValue))
    let prefixes = Set(known.compactMap { $0.split(separator: ".").first.map(String.init) })
    for (code, text) in Self.texts {
      for match in text.matches(of: /\b([a-z0-9]+)\.([a-z]+_[a-z_]+)\b/)
      where prefixes.contains(String(match.1)) && !text.contains("Wireshark") {
        #expect(known.contains(String(match.0)), "\(code): \(match.0)")
      }
    }
  }

  @Test("statuses")
  func statuses() {
    for (code, text) in Self.texts {
      for match in text.matches(of: /0x(?:C000|8009|8007)[0-9A-Fa-f]{4}\b/) {
        #expect(!Handbook.lookup([String(match.0)]).isEmpty, "\(code): \(match.0)")
      }
    }
  }

  @Test("TLS alerts and extended codes")
  func alerts() {
    for (code, text) in Self.texts {
      for match in text.matches(of: /TLS alert ([0-9]+)/) {
        #expect(!Handbook.lookup(["TLS alert \(match.1)"]).isEmpty, "\(code): \(match.0)")
      }
    }
  }
}
