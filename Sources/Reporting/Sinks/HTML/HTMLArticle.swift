import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import RDPProtocol
import TCPStreams

/// One session told in full: the answer, what to do, who and when, the drawings, the evidence, and how
/// sure all that is.
struct HTMLArticle {
  let session: SessionView
  let words: SessionWords
  /// Counts the sessions told in full from 1.
  let number: Int
  /// `h1` where the page is about this session alone.
  let heading: String

  init(_ session: SessionView, number: Int, isAlone: Bool, zone: ReportZone?) {
    self.session = session
    words = SessionWords(session, zone: zone)
    self.number = number
    heading = isAlone ? "h1" : "h2"
  }

  private var verdict: Verdict { _read { yield session.verdict } }

  func write(_ page: inout Markup) {
    let kind = "session \(words.kind) \(words.fate.rawValue)"
    page.element("article", ["id": "s\(number)", "class": kind]) { page in
      page.element(heading) { title in
        title.element("span", ["class": "sign", "aria-hidden": "true"], words.symbol)
        title.add(" \(words.answer)")
      }
      if !verdict.nextAction.isEmpty {
        page.element("p", ["class": "next"]) { line in
          line.element("b", "Do: ")
          line.add(advice: verdict.nextAction)
        }
      }
      for caveat in words.caveats { page.element("p", ["class": "note"], caveat) }
      writeFacts(&page)
      writeCharts(&page)
      writeEvidence(&page)
      writeProbabilities(&page)
      writeDetails(&page)
    }
  }

  private func writeFacts(_ page: inout Markup) {
    let story = session.story.map { view in
      "connection \(session.session.attempt.ordinal) of \(view.story.members.count): "
        + view.story.summary
    }
    let isUntimed = words.assumed.isUntimed
    let began: String? = isUntimed ? words.when : words.moment(session.identity.start)
    let ended: String? = isUntimed ? nil : words.moment(session.identity.end)
    let rows: [(String, String?)] =
      [
        ("User", words.user), ("Client", words.client), ("Server", words.server),
        ("Began", began), ("Ended", ended),
        ("Lost", words.fate == .dropped && words.isDated ? words.moment(words.eventTime) : nil),
        ("Lasted", words.length), ("What it was", words.course),
        ("Story", story), ("Clocks", words.clocks),
      ] + words.legend.prefix(8).map { ("File \($0.letter)", $0.name) }
    page.element("dl") { list in
      for (label, value) in rows {
        guard let value else { continue }
        list.element("dt", label)
        list.element("dd", value)
      }
      list.element("dt", "Verdict")
      list.element("dd") { $0.element("code", verdict.code.rawValue) }
    }
  }

  private func writeCharts(_ page: inout Markup) {
    let course = SessionChart.chart(of: session, named: "c\(number)")
    figure(course, named: "c\(number)", caption: course.legend, &page)
    guard let connection = session.wire?.connection else { return }
    if let diagram = SequenceDiagram(session) {
      let isCompared = diagram.rows.contains { $0.fate != nil }
      figure(
        diagram.chart, named: "q\(number)",
        caption: Self.sequenceTimes + (isCompared ? Self.comparedLegend : Self.sequenceLegend)
          + (isCompared ? words.lettersExplained.map { " \($0)" } ?? "" : ""),
        &page)
    }
    for side in Side.allCases {
      guard let graph = TimeSequenceGraph(connection, of: side) else { continue }
      figure(graph.chart, named: "g\(number)\(side.rawValue)", caption: Self.stevensLegend, &page)
    }
  }

  private func figure(
    _ chart: Chart, named name: String, caption: String, _ page: inout Markup
  ) {
    page.element("figure") { figure in
      figure.element("h3", chart.title)
      chart.write(&figure, named: name)
      if !caption.isEmpty { figure.element("figcaption", caption) }
    }
  }

  private static let sequenceTimes =
    "Times before the connection's last packet, frame numbers as in Wireshark. "
  private static let sequenceLegend =
    "An arrow that ends in a cross was never acknowledged, or not before it was sent again."
  private static let comparedLegend =
    "An arrow that ends in a cross never came to the other capture; one that begins in the middle was"
    + " sent by neither end."

  private static let stevensLegend =
    "Each bar is a segment from its first byte to its last; thick with a point: sent again. Dashed:"
    + " what the other side had acknowledged. Bars above a flat dashed line got no answer."
}
