import Analysis
import Attribution
import Evidence
import RDPProtocol

/// What a user lived through: the first of its sessions, and the story.
struct StoryRow: Sendable {
  let first: StoredRecord
  let story: StoredRecord

  /// The story that begins with this session, so that all sessions of a story give one row.
  static func rows(of session: StoredRecord) -> [StoryRow] {
    guard session["attempt.ordinal"].integer == 1 else { return [] }
    return [
      StoryRow(first: session, story: session["attempt.story"].record ?? alone(session))
    ]
  }

  /// The story of a session that stands alone.
  private static func alone(_ session: StoredRecord) -> StoredRecord {
    let step = UserStory.Outcome.Step(
      cause: session["verdict.cause"].text.flatMap(Cause.init(rawValue:)) ?? .undetermined,
      phase: session["phase"].text.flatMap(Phase.init(rawValue:)) ?? .tcp,
      role: session["attempt.role"].text.flatMap(Attempt.Role.init(rawValue:)) ?? .single)
    return StoredRecord(
      StoryFields.record.shape,
      [
        "outcome": .text(UserStory.Outcome(of: [step]).rawValue),
        "cause": session["verdict.cause"], "code": session["verdict.code"],
        "confidence": session["verdict.confidence"],
        "code_confidence": session["verdict.code_confidence"], "decided_by": session["uid"],
        "summary": session["verdict.summary"], "ts": session["ts"],
        "duration_s": session["duration_s"],
      ])
  }
}

/// The columns of the table that has one row per user story.
enum StoryTable {
  static let columns: [Column<StoryRow>] = [
    ofFirst(
      "attempt.group", "number of the story within the run, as its sessions have it"),
    ofStory("ts"), ofStory("duration_s"), ofFirst("id.orig_h"),
    ofFirst("id.resp_h", "the server of the first session"), ofFirst("id.resp_p", "its port"),
    ofStory("outcome"), ofStory("cause"), ofStory("code"), ofStory("confidence"),
    ofFirst("attempt.size", "sessions of the story", as: "sessions"), ofStory("decided_by"),
    ofStory("summary"),
  ]

  private static func ofFirst(
    _ path: String, _ meaning: String? = nil, as name: String? = nil
  ) -> Column<StoryRow> {
    .field(name ?? path, meaning, (SessionFields.record.shape.path(path), { $0.first }))
  }

  private static func ofStory(_ path: String) -> Column<StoryRow> {
    .field(path, nil, (StoryFields.record.shape.path(path), { $0.story }))
  }
}
