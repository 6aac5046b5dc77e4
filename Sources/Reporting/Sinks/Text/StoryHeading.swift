import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import TCPStreams

/// What stands over several connections that are one user story: who lived through what. The session that
/// decides it has verdict and advice below.
struct StoryHeading {
  let story: UserStory
  /// All sessions of the report.
  let sessions: [SessionReport]
  /// The user, else the client's address.
  let who: String

  func write(to layout: inout TextLayout) {
    let identity = sessions[story.deciding].facts.identity
    let client = identity.client.map { "\($0.address)" } ?? "unknown client"
    let server = identity.server.map { "\($0)" } ?? "unknown server"
    layout.add([.sentence("── \(who): \(story.summary)", .strong)], rest: 3)
    layout.add(
      [
        TextPiece(client), TextPiece("→"), TextPiece(server + ","),
        TextPiece("\(Quantity.count(story.members.count, "connection")) in \(length)"),
        TextPiece(outcome, emphasis, gap: 3),
      ], first: 3, rest: 3)
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
