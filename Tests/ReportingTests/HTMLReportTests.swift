import Foundation
@testable import Reporting
import Testing

@Suite("HTML report") struct HTMLReportTests {
  private func html(_ report: Report, zone: ReportZone? = nil) throws -> String {
    var data = Data()
    try HTMLReport(zone: zone).write(report) { data.append($0) }
    return String(decoding: data, as: UTF8.self)
  }

  @Test("the first words are the answer with its probability, then what to do")
  func answerFirst() throws {
    let page = try html(Sample.report([Sample.outage]))
    let answer = try #require(page.range(of: "Both directions fell silent"))
    let sure = try #require(page.range(of: "UTC); 93\u{A0}% sure</h1>"))
    let step = try #require(page.range(of: "<b>Do: </b>"))
    let server = try #require(page.range(of: "10.1.2.3:3389"))
    #expect(answer.upperBound <= sure.lowerBound && sure.upperBound < step.lowerBound)
    #expect(step.upperBound < server.lowerBound)
  }

  @Test("each drawing has a name and a text alternative, and the page no script")
  func accessible() throws {
    let page = try html(Sample.report([Sample.outage, Sample.refusal]))
    let drawings = page.ranges(of: "<svg ").count
    #expect(drawings >= 4)
    #expect(page.ranges(of: "<desc id=").count == drawings)
    #expect(page.ranges(of: "role=\"img\"").count == drawings)
    #expect(!page.contains("<script") && !page.contains(" style=") && !page.contains("href=\"http"))
    #expect(page.ranges(of: "<main").count == 1 && page.ranges(of: "<h1>").count == 1)
    let identifiers = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test("probabilities sum to one at most, and evidence has a filter")
  func sure() throws {
    let page = try html(Sample.report([Sample.refusal]))
    #expect(page.contains("frame.number in {20, 21, 22, 23}"))
    #expect(page.contains("instead server.closed"))
    let words = SessionWords(SessionView(Sample.report([Sample.refusal]).found, at: 0))
    let shares = words.probabilities.dropFirst().compactMap {
      Int($0.probability.prefix { $0.isNumber })
    }
    #expect(shares.reduce(0, +) <= 100)
  }

  @Test("times stand in UTC, and by the reader's clock where it was asked for")
  func zone() throws {
    let report = Sample.report([Sample.outage])
    #expect(try html(report).contains("2026-03-01 14:05:07 UTC<"))
    let zone = try #require(ReportZone(name: "Asia/Kolkata"))
    let page = try html(report, zone: zone)
    #expect(page.contains("2026-03-01 14:05:07 UTC · 2026-03-01 19:35:07 (Asia/Kolkata)"))
    #expect(ReportZone(name: "Nowhere/None") == nil)
  }

  @Test("of many sessions the worst are told in full, the others in a line, as said at the top")
  func many() throws {
    let sessions = [Sample.clean] + Array(repeating: Sample.outage, count: 50)
    let page = try html(Sample.report(sessions))
    #expect(page.contains("<h1>51 sessions: 50 dropped (98.0\u{A0}%), 1 ended well"))
    #expect(page.contains("The worst 40 are told in full below, 11 more in a line each."))
    #expect(page.ranges(of: "<article ").count == 40)
    #expect(page.ranges(of: "<details class=\"session ").count == 11)
    #expect(page.contains("href=\"#only-dropped\""))
  }

  @Test("a batch's page has the same totals without the sessions' facts")
  func batch() throws {
    let report = Sample.report([Sample.clean, Sample.outage, Sample.refusal])
    var batch = try HTMLBatch(tool: report.tool)
    for session in report.views { batch.add(session: session.stored()) }
    for input in report.inputs { batch.add(input: InputFields.record.stored(input)) }
    let page = String(decoding: batch.page(), as: UTF8.self)
    let title = "3 sessions: 1 dropped (33.3\u{A0}%), 1 failed log-on, 1 ended well"
    #expect(page.contains("<h1>\(title)"))
    #expect(try html(report).contains("<h1>\(title)"))
    #expect(page.ranges(of: "<details class=\"session ").count == 3)
  }

  @Test("text and lines can be read in both styles", arguments: ["light", "dark"])
  func contrast(style: String) throws {
    let parts = HTMLStyle.text.split(separator: "@media (prefers-color-scheme: dark)")
    let text = style == "light" ? parts[0] : parts[1]
    var colours: [String: Double] = [:]
    for match in text.matches(of: /--([a-z0-9]+): #([0-9a-f]{3,6})/) {
      let name = String(match.output.1)
      if colours[name] == nil { colours[name] = Self.luminance(match.output.2) }
    }
    for ground in ["bg", "card"] {
      let below = try #require(colours[ground])
      for name in ["fg", "faint", "bad", "good", "warn", "one"] {
        let above = try #require(colours[name])
        let ratio = (max(above, below) + 0.05) / (min(above, below) + 0.05)
        // WCAG 2.2, 1.4.3.
        #expect(ratio >= 4.5, "\(name) on \(ground): \(ratio)")
      }
    }
  }

  /// Relative luminance of WCAG.
  private static func luminance(_ hexadecimal: Substring) -> Double {
    let digits = hexadecimal.count == 3 ? hexadecimal.flatMap { [$0, $0] } : Array(hexadecimal)
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let value = Double(Int(String(digits[place...(place + 1)]), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
