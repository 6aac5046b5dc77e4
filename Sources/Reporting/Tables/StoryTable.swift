import Analysis
import Attribution
import Evidence

/// What a user lived through: the first of its sessions, and the story.
struct StoryRow {
  let first: SessionRecord
  let story: StoryRecord

  /// The story that begins with this session, so that all sessions of a story give one row.
  static func rows(of session: SessionRecord) -> [StoryRow] {
    guard session.attempt.ordinal == 1 else { return [] }
    return [StoryRow(first: session, story: session.attempt.story ?? StoryRecord(of: session))]
  }
}

extension StoryRecord {
  /// The story of a session that stands alone.
  init(of session: SessionRecord) {
    let step = UserStory.Outcome.Step(
      cause: session.verdict.cause, phase: session.phase,
      role: Attempt.Role(rawValue: session.attempt.role) ?? .single)
    self.init(
      outcome: UserStory.Outcome(of: [step]), cause: session.verdict.cause,
      code: session.verdict.code, confidence: session.verdict.confidence,
      decidedBy: session.uid, summary: session.verdict.summary, ts: session.ts,
      duration: session.duration)
  }
}

/// The columns of the table that has one row per user story.
enum StoryTable {
  static let columns: [Column<StoryRow>] = [
    .count("attempt.group", "number of the story within the run, as its sessions have it") {
      $0.first.attempt.group
    },
    .time("ts", "first packet") { $0.story.ts },
    .seconds("duration_s", "first packet to last") { $0.story.duration },
    .address("id.orig_h", "the client") { $0.first.originHost },
    .address("id.resp_h", "the server of the first session") { $0.first.responderHost },
    .port("id.resp_p", "its port") { $0.first.responderPort },
    .word("outcome", "how it went: worked, recovered, lost, failed, unknown") {
      $0.story.outcome.rawValue
    },
    .word("cause", "why, one of nine words") { $0.story.cause.rawValue },
    .word("code", "why, in detail") { $0.story.code },
    .real("confidence", "probability that the cause is right") { $0.story.confidence },
    .count("sessions", "sessions of the story") { $0.first.attempt.size },
    .text("decided_by", "`uid` of the session whose verdict this is") { $0.story.decidedBy },
    .text("summary", "the story in a sentence") { $0.story.summary },
  ]
}
