import Analysis
import CaptureReader
import Evidence
import Foundation
import RDPProtocol
@testable import Reporting
@testable import TCPStreams
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
    #expect(page.contains("<h1>51 sessions: 50 dropped (98.0\u{A0}%), 1 ended in order"))
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
    let title = "3 sessions: 1 dropped (33.3\u{A0}%), 1 failed log-on, 1 ended in order"
    #expect(page.contains("<h1>\(title)"))
    #expect(try html(report).contains("<h1>\(title)"))
    #expect(page.ranges(of: "<details class=\"session ").count == 3)
  }

  @Test("a batch's page tells the worst in full where their facts are there, once each")
  func batchInFull() throws {
    let report = Sample.report([Sample.clean, Sample.outage, Sample.refusal])
    var batch = try HTMLBatch(tool: report.tool, zone: ReportZone(name: "Europe/Berlin"))
    for (place, session) in report.views.enumerated() {
      batch.add(session: session.stored(), place: place)
    }
    // What ended in order is not told in full; what was lost stands before what was refused.
    #expect(batch.wanted == [1, 2])
    for place in batch.wanted {
      batch.add(inFull: place, story: [report.sessions[place]], names: [0: "a.pcap"], index: 0)
    }
    batch.add(inFull: 1, story: [report.sessions[1]], names: [0: "a.pcap"], index: 0)
    let page = String(decoding: batch.page(), as: UTF8.self)
    #expect(
      page.contains("The worst 2 of 3 sessions are told in full below, 1 more in a line each."))
    #expect(page.ranges(of: "<article ").count == 2)
    #expect(page.ranges(of: "<details class=\"session ").count == 1)
    #expect(page.contains("Europe/Berlin"))
  }

  /// Four stretches of five seconds; of the second the capture lacks bytes, in the third nobody spoke,
  /// and in the fourth round trips are ten times the first ones.
  private static func connection(begins: Int64 = 0) -> ConnectionRecord {
    var course = ConnectionSeries.Course(.client, of: [])
    course.packets = [9, 4, 0, 7]
    course.bytes = [4_000, 900, 0, 700]
    course.repeats = [0, 0, 0, 3]
    course.roundTrips = [.milliseconds(20), .milliseconds(21), nil, .milliseconds(200)]
    course.longestRoundTrips = [.milliseconds(30), .milliseconds(31), nil, .milliseconds(260)]
    course.medianRoundTrips = [.milliseconds(22), .milliseconds(23), nil, .milliseconds(220)]
    course.slowRoundTrips = [.milliseconds(28), .milliseconds(29), nil, .milliseconds(250)]
    course.duplicateAcks = [0, 0, 0, 0]
    course.zeroWindows = [0, 0, 0, 0]
    course.missedBytes = [0, 1_460, 0, 0]
    let sent = Sample.direction { direction in
      for _ in 0..<40 { direction.roundTrip.histogram.add(.milliseconds(20)) }
      direction.roundTrip.histogram.add(.milliseconds(200))
      direction.roundTrip.samples = 41
    }
    var connection = Sample.connection(
      begins: begins, sent: SentRecords(client: sent, server: sent))
    connection.series = ConnectionSeries(
      start: connection.first.time, length: .seconds(5),
      courses: PerSide(client: course, server: course))
    let trend = RoundTripTrend(baseline: .milliseconds(20), beforeEnd: .milliseconds(200))
    connection.roundTripTrends = PerSide(client: trend, server: trend)
    return connection
  }

  @Test("what the capture lacks is shaded, and slow stretches have a sign of their own")
  func gaps() throws {
    let page = try html(
      Sample.report([Sample.session(Sample.verdict("network.loss"), connection: Self.connection())])
    )
    #expect(page.ranges(of: "class=\"gap\"").count == 1)
    #expect(page.contains("the capture lacks packets of this time"))
    #expect(page.contains("slow in 1 of 3 stretches"))
    #expect(
      page.contains(
        "200\u{A0}ms to 260\u{A0}ms, p50 220\u{A0}ms, p95 250\u{A0}ms, slow"))
    // Three stretches have samples; the usual shortest is one line through all.
    #expect(page.ranges(of: "class=\"level p50\"").count == 3)
    #expect(page.ranges(of: "class=\"level p95\"").count == 3)
    #expect(page.ranges(of: "class=\"level base\"").count == 1)
  }

  @Test("two captures of a session have lanes of their own, in the session's time")
  func bothEnds() throws {
    var session = Sample.session(
      Sample.verdict("network.path_outage"), connection: Self.connection())
    // Its clock is three seconds ahead, and it began ten seconds late.
    let late = WireFacts(connection: Self.connection(begins: 13_000), trace: ProtocolTrace())
    let second = Witness(
      inputs: 1...1, point: .server,
      clock: ClockOffset(offset: .seconds(3), error: .milliseconds(1)), observation: .capture(late))
    session.facts = SessionFacts(
      identity: session.facts.identity, witnesses: session.facts.witnesses + [second])
    let page = try html(Sample.report([session], inputs: [Sample.input(), Sample.input("b.pcap")]))
    #expect(page.contains("At the client&#39;s end: bytes per second"))
    #expect(page.contains("b.pcap (server)"))
    #expect(page.contains("At the server&#39;s end: bytes per second"))
    #expect(page.contains("At the server&#39;s end: who was heard"))
    #expect(page.contains("the capture shows nothing of the session yet"))
    let alone = try html(
      Sample.report([Sample.session(Sample.verdict("network.loss"), connection: Self.connection())])
    )
    #expect(!alone.contains("At the client&#39;s end") && !alone.contains("class=\"unseen\""))
  }

  @Test("many sessions begin with what most of them have in common, in numbers with words")
  func firstStep() throws {
    let page = try html(
      Sample.report(
        Array(
          repeating: Sample.session(Sample.verdict("network.path_outage", nextAction: "Check it.")),
          count: 3)
          + [Sample.refusal]))
    let step = try #require(
      page.range(of: "<b>Begin with: </b>\n3 dropped of 4 failures, network.path_outage"))
    let chart = try #require(page.range(of: "By cause"))
    #expect(step.upperBound < chart.lowerBound)
    #expect(page.contains("3 dropped of 3"))
    #expect(page.contains("1 failed of 1"))
    // Desktops lost in mid-work come before more failed tries.
    let mixed = try html(
      Sample.report(
        Array(repeating: Sample.refusal, count: 5)
          + Array(
            repeating: Sample.session(
              Sample.verdict("network.path_outage", nextAction: "Check it.")), count: 2)))
    let dropped = try #require(mixed.range(of: "<b>Begin with: </b>\n2 dropped of 7 failures"))
    let failed = try #require(mixed.range(of: "<b>Then: </b>\n5 failed of 7 failures"))
    #expect(dropped.upperBound < failed.lowerBound)
    // Each of them once: nothing to begin with.
    let single = try html(Sample.report([Sample.outage, Sample.refusal]))
    #expect(!single.contains("Begin with") && !single.contains("By cause"))
  }

  @Test("the answer stands before what is to be said of the inputs")
  func notesLast() throws {
    var input = Sample.input()
    input.notes = [InputReport.InputNote(code: "log", message: "the stamps name no time zone")]
    let page = try html(Sample.report([Sample.outage], inputs: [input]))
    let answer = try #require(page.range(of: "<h1>"))
    let note = try #require(page.range(of: "the stamps name no time zone"))
    #expect(answer.upperBound < note.lowerBound)
    #expect(page.contains("About the inputs: 1 note<"))
  }

  @Test("where nothing is decided, the first line says what it would most likely be")
  func guess() throws {
    func heading(_ probability: Double) throws -> String {
      let verdict = Sample.verdict(
        "undetermined.conflicting", summary: "The evidence does not decide.",
        alternatives: [("network.path_outage", probability), ("server.terminated", 0.1)])
      let page = try html(Sample.report([Sample.session(verdict)]))
      let match = try #require(page.firstMatch(of: /<h1>(.*?)<\/h1>/.dotMatchesNewlines()))
      return String(match.output.1)
    }
    #expect(
      try heading(0.48).contains("does not decide; perhaps: the path went silent (48\u{A0}%)"))
    #expect(try !heading(0.15).contains("perhaps"))
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
