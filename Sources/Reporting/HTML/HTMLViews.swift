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

  init(_ session: SessionRecord, anchor: Int) {
    let words = SessionWords(session: session)
    let timeline = HTMLTimeline(session)
    self.anchor = anchor
    kind = Self.kind(session)
    symbol = words.symbol
    client = HTMLText.plain(words.client)
    server = HTMLText.plain(words.server)
    moment = HTMLText.plain(SessionStory.moment(session.ts))
    length = words.length
    end = words.end
    code = HTMLText.plain(session.verdict.code)
    confidence = words.confidence
    summary = HTMLText.plain(session.verdict.summary)
    next = session.verdict.nextAction.isEmpty ? nil : HTMLText.plain(session.verdict.nextAction)
    needs = session.verdict.settledBy.map { HTMLLine(text: HTMLText.plain($0)) }
    bands = timeline.bands
    events = timeline.events
    evidence = session.evidence.map { HTMLEvidence($0, words) }
    let others = words.alternatives.map { "\($0.code) \($0.probability)" }
    alternatives = others.isEmpty ? nil : HTMLText.plain(others.joined(separator: ", "))
    details = Self.details(session, words)
  }

  static func kind(_ session: SessionRecord) -> String {
    switch session.verdict.cause {
    case .clean: session.degraded ? "warn" : "good"
    case .undetermined: "warn"
    default: "bad"
    }
  }

  private static func details(_ session: SessionRecord, _ words: SessionWords) -> [HTMLDetail] {
    var entries = words.names.map { ($0.label, $0.value) }
    entries += words.path.map { ("Path \($0.direction)", $0.what) }
    entries.append(("Inputs", session.inputs.joined(separator: ", ")))
    entries.append(("Wireshark filter", words.displayFilter))
    if let communityID = session.communityID { entries.append(("Community ID", communityID)) }
    entries.append(("Session", session.uid))
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
  /// Number of its story; nil where it is not told.
  let anchor: Int?

  init(_ session: SessionRecord, anchor: Int?) {
    let words = SessionWords(session: session)
    moment = HTMLText.plain(SessionStory.moment(session.ts))
    client = HTMLText.plain(words.client)
    server = HTMLText.plain(words.server)
    length = words.length
    kind = HTMLStoryView.kind(session)
    symbol = words.symbol
    code = HTMLText.plain(session.verdict.code)
    self.anchor = anchor
  }
}

struct HTMLEvidence {
  let bearing: String
  let word: String
  let text: String
  let frames: String
  let code: String

  init(_ evidence: EvidenceRecord, _ words: SessionWords) {
    bearing = evidence.bearing.rawValue
    word =
      switch evidence.bearing {
      case .supports: "for"
      case .against: "against"
      case .context: "context"
      }
    text = HTMLText.plain(evidence.summary)
    frames = HTMLText.plain(words.frames(of: evidence) ?? "")
    code = HTMLText.plain(evidence.code)
  }
}
