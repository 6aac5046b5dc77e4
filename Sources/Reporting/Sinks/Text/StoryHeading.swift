import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import TCPStreams

/// What stands over several connections that are one user story: its verdict, how it went, and what
/// to do.
struct StoryHeading {
  let story: UserStory
  /// All sessions of the report.
  let sessions: [SessionReport]

  func write(to layout: inout TextLayout) {
    let deciding = sessions[story.deciding]
    let identity = deciding.facts.identity
    let client = identity.client.map { "\($0.address)" } ?? "unknown client"
    let server = identity.server.map { "\($0)" } ?? "unknown server"
    layout.add(
      [
        TextPiece("── \(client) → \(server):", .strong),
        TextPiece("\(Quantity.count(story.members.count, "connection")) in \(length)"),
        TextPiece(outcome, emphasis, gap: 3),
      ], rest: 3)
    var verdict = [TextPiece(deciding.verdict.code.rawValue, emphasis)]
    if deciding.verdict.cause != .undetermined {
      verdict.append(
        TextPiece("(\(Quantity.confidence(deciding.verdict.confidence)) sure)", gap: 2))
    }
    layout.add(verdict + [.sentence("· " + story.summary)], first: 3, rest: 3)
  }

  private var length: String { Quantity.duration(story.end.since(story.start).seconds) }

  private var outcome: String { StoryWords.outcome(story.outcome) }

  private var emphasis: TerminalStyle.Emphasis {
    switch story.outcome {
    case .worked: .good
    case .recovered, .unknown: .warning
    case .lost, .failed: .bad
    }
  }
}
