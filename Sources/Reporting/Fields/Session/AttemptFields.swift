import Analysis
import Attribution
import CaptureReader
import Evidence
import TCPStreams

/// A session's part in a user's story.
enum AttemptFields {
  static let record = Record<SessionView>(
    "attempt", "a session's part in a user's story",
    [
      Field(
        "group", "number of the user story it belongs to, within the run", columns: [.value]
      ) { $0.session.attempt.group },
      Field("role", "its part in the story", columns: [.value]) { $0.session.attempt.role },
      Field("ordinal", "its place in the story, from 1", columns: [.value]) {
        $0.session.attempt.ordinal
      },
      Field("size", "connections of the story", columns: [.value]) { $0.session.attempt.size },
      Field(
        "story", "the story of the group; null for a session that stands alone",
        optional: StoryFields.record, columns: FieldColumn.none
      ) { $0.story },
    ])
}

/// What a user lived through over several connections, in one verdict.
enum StoryFields {
  static let record = Record<StoryView>(
    "story", "what a user lived through over several connections, in one verdict",
    [
      Field("outcome", "how it went: worked, recovered, lost, failed, unknown") {
        $0.story.outcome
      },
      Field("cause", "why, one of nine words") { $0.deciding.verdict.cause },
      Field("code", "why, in detail") { $0.deciding.verdict.code },
      Field("confidence", "probability that the cause is right", as: .share) {
        $0.deciding.verdict.confidence.rounded(toPlaces: 4)
      },
      Field("code_confidence", "probability that the code is right", as: .share) {
        $0.deciding.verdict.codeConfidence.rounded(toPlaces: 4)
      },
      Field("decided_by", "`uid` of the session whose verdict this is") { $0.deciding.uid },
      Field("summary", "the story in a sentence") { $0.story.summary },
      Field("ts", "first packet") { $0.story.start },
      Field("duration_s", "first packet to last", as: .signedSeconds) {
        $0.story.end.since($0.story.start)
      },
    ])
}
