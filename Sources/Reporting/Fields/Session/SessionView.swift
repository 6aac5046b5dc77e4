import Analysis
import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// The sessions of a report, with the user stories that they make up.
final class FoundSessions: Sendable {
  let sessions: [SessionReport]
  /// The stories of several connections, by their groups.
  let stories: [Int: UserStory]
  /// Of the inputs that references name by index.
  let names: InputNames

  init(_ sessions: [SessionReport], names: InputNames) {
    self.sessions = sessions
    stories = Dictionary(
      UserStory.stories(of: sessions, ofAtLeast: 2).map { ($0.group, $0) },
      uniquingKeysWith: { first, _ in first })
    self.names = names
  }
}

/// One session of a report, as its fields and the prose for people read it.
struct SessionView: Sendable {
  let found: FoundSessions
  let index: Int

  /// What the deciding capture shows; nil where only logs saw the session.
  let wire: WireFacts?
  /// Read field by field: out of the list, the whole session would be copied each time.
  let identity: SessionIdentity

  init(_ found: FoundSessions, at index: Int) {
    self.found = found
    self.index = index
    wire = found.sessions[index].wire
    identity = found.sessions[index].facts.identity
  }

  var session: SessionReport { _read { yield found.sessions[index] } }
  var verdict: Verdict { _read { yield found.sessions[index].verdict } }

  var witnesses: [Witness] { found.sessions[index].facts.witnesses }

  /// A log saw it.
  var isLogged: Bool {
    let seen = witnesses.span
    for place in seen.indices where seen[place].kind == .log { return true }
    return false
  }

  var names: InputNames { found.names }

  /// The story of several connections that it belongs to.
  var story: StoryView? {
    found.stories[session.attempt.group].map { StoryView(story: $0, found: found) }
  }

  /// Of the TCP connection; nil where no capture shows it.
  var communityID: String? {
    wire.map { CommunityID.version1($0.connection.client, $0.connection.server) }
  }

  /// Nil where the session is of logs whose records have no time.
  var start: Timestamp? {
    wire == nil && identity.start.nanoseconds == 0 ? nil : identity.start
  }

  var duration: TimeSpan { identity.end.since(identity.start) }

  /// The session as if it had been written and read back.
  func stored() -> StoredRecord { SessionFields.record.stored(self, names: names) }

  /// What the capture shows, where it shows something of a kind.
  func wire(where shows: (WireFacts) -> Bool) -> WireFacts? {
    wire.flatMap { shows($0) ? $0 : nil }
  }
}

/// A story with the session that decides it.
struct StoryView: Sendable {
  let story: UserStory
  let found: FoundSessions

  var deciding: SessionReport { _read { yield found.sessions[story.deciding] } }
}

extension JSONBytes {
  /// The Community ID of a session's connection; `null` where no capture shows it.
  mutating func communityID(of session: SessionView) {
    guard let wire = session.wire else { return null() }
    text.append(UInt8(ascii: "\""))
    CommunityID.append(version1: wire.connection.client, wire.connection.server, to: &text)
    text.append(UInt8(ascii: "\""))
  }
}
