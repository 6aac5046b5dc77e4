import CaptureReader
public import Evidence
import LogReader

/// A session that sessions of logs may be: a captured connection, or one of a server's log. It takes a
/// few hundred bytes, so that those of a fleet fit into memory.
public struct JoinBase: Sendable {
  /// Its number among the sessions.
  public let index: Int
  let start: Timestamp
  let party: LogParty
  let marks: SharedMarks
  let course: JoinCourse

  public init(index: Int, _ facts: SessionFacts) {
    self.index = index
    start = facts.identity.start
    party = LogParty(facts)
    marks =
      facts.wire.map { SharedMarks($0) } ?? facts.log.map { SharedMarks($0.session) }
      ?? SharedMarks(from: facts.identity.start)
    course =
      facts.wire.map { JoinCourse($0) } ?? facts.log.map { JoinCourse($0.session) } ?? JoinCourse()
  }
}

/// A connection of a log's session: a client may make several for one.
struct JoinPart {
  /// Number of the session that it is of.
  let member: Int
  let session: LogSession
  let party: LogParty
  let marks: SharedMarks
  let course: JoinCourse

  init(member: Int, _ session: LogSession, _ party: LogParty) {
    self.member = member
    self.session = session
    self.party = party
    marks = SharedMarks(session)
    course = JoinCourse(session)
  }
}

/// A part of a log's session and the session that it may be.
struct JoinPair {
  /// Place among the parts.
  var part: Int
  /// Place among the bases.
  var base: Int
  var kinship: LogKinship
  /// Points of who took part, of `sure` and of events.
  var agreement: Double
  var distance = 0.0

  /// Points for the same address and port: more than all else can have together.
  static let sure = 10.0

  /// Points of the events that agree.
  var ofEvents: Double { agreement - kinship.points - (kinship.isSure ? Self.sure : 0) }

  /// All events that both show agree, from the first to the last.
  func agreesThroughout(_ part: SharedMarks, _ base: SharedMarks) -> Bool {
    let shared = part.shared(with: base)
    return ofEvents >= Double(shared.count) && part.spansTime(with: base)
  }
}

extension SharedMarks {
  /// Shared events span this much where only they prove that two sessions are one, in seconds.
  private static let leastSpan = 2.0

  /// The events that both show are not of one moment.
  func spansTime(with other: SharedMarks) -> Bool {
    let times = shared(with: other).compactMap { other.times[$0] }
    guard let first = times.min(), let last = times.max() else { return false }
    return last - first >= Self.leastSpan
  }
}
