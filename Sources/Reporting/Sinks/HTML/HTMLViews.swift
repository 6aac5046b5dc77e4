import Analysis
import Attribution
import CaptureReader
import Evidence
import RDPProtocol

/// What the templates read. All text in it went through `HTMLText.plain`.
struct HTMLStoryView {
  let anchor: Int
  let kind: String
  let symbol: String
  let client: String
  let server: String
  let moment: String
  let length: String
  let end: String
  let code: String
  let confidence: String?
  let summary: String
  let next: String?
  let needs: [HTMLLine]
  let bands: [HTMLBand]
  let events: [HTMLEvent]
  let evidence: [HTMLEvidence]
  let alternatives: String?
  let details: [HTMLDetail]

  init(_ session: SessionView, anchor: Int) {
    let words = SessionWords(session)
    let verdict = session.verdict
    let timeline = HTMLTimeline(session)
    self.anchor = anchor
    kind = Self.kind(words)
    symbol = words.symbol
    client = HTMLText.plain(words.client)
    server = HTMLText.plain(words.server)
    moment = HTMLText.plain(words.start)
    length = words.length
    end = words.end
    code = HTMLText.plain(session.verdict.code.rawValue)
    confidence = words.confidence
    summary = HTMLText.plain(verdict.summary)
    next = verdict.nextAction.isEmpty ? nil : HTMLText.plain(verdict.nextAction)
    needs = verdict.settledBy.map { HTMLLine(text: HTMLText.plain($0)) }
    bands = timeline.bands
    events = timeline.events
    evidence = verdict.evidence.map { HTMLEvidence($0, words) }
    let others = words.alternatives.map { "\($0.code) \($0.probability)" }
    alternatives = others.isEmpty ? nil : HTMLText.plain(others.joined(separator: ", "))
    details = Self.details(session, words)
  }

  static func kind(_ words: SessionWords) -> String {
    switch words.tone {
    case .good: "good"
    case .warning: "warn"
    case .bad: "bad"
    }
  }

  private static func details(_ session: SessionView, _ words: SessionWords) -> [HTMLDetail] {
    var entries = words.names.map { ($0.label, $0.value) }
    entries += words.path.map { ("Path \($0.direction)", $0.what) }
    entries.append(("Inputs", words.inputs.joined(separator: ", ")))
    if let filter = words.displayFilter { entries.append(("Wireshark filter", filter)) }
    if let communityID = session.communityID { entries.append(("Community ID", communityID)) }
    entries.append(("Session", session.session.uid))
    return entries.map { HTMLDetail(label: $0.0, value: HTMLText.plain($0.1)) }
  }
}

struct HTMLLine { let text: String }

struct HTMLDetail {
  let label: String
  let value: String
}

/// A row of the table of connections.
struct HTMLRowView {
  let moment: String
  let client: String
  let server: String
  let length: String
  let kind: String
  let symbol: String
  let code: String
  /// Number of its story; nil where it is only in the table.
  let anchor: Int?

  init(_ session: SessionView, anchor: Int?) {
    let words = SessionWords(session)
    moment = HTMLText.plain(words.start)
    client = HTMLText.plain(words.client)
    server = HTMLText.plain(words.server)
    length = words.length
    kind = HTMLStoryView.kind(words)
    symbol = words.symbol
    code = HTMLText.plain(session.verdict.code.rawValue)
    self.anchor = anchor
  }
}

struct HTMLEvidence {
  let bearing: String
  let word: String
  let text: String
  let frames: String
  let code: String

  init(_ evidence: WeighedEvidence, _ words: SessionWords) {
    bearing = evidence.bearing.rawValue
    word = evidence.bearing.title
    text = HTMLText.plain(evidence.evidence.summary)
    frames = HTMLText.plain(words.frames(of: evidence) ?? "")
    code = HTMLText.plain(evidence.evidence.code.rawValue)
  }
}
