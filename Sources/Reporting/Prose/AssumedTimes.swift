import CaptureReader
import Evidence
import LogReader

/// What the times of a session rest on where its logs do not tell: a zone, a date, or nothing.
///
/// A log whose clock was compared with packets, or with another log, needs no assumption.
struct AssumedTimes {
  private let bases: [TimeBasis]
  /// No record of the session has a time.
  let isUntimed: Bool

  init(_ session: SessionFacts) {
    bases = session.witnesses.compactMap { $0.clock == nil ? $0.log?.session.timeBasis : nil }
    isUntimed = session.wire == nil && session.identity.start.nanoseconds == 0
  }

  /// A sentence each; empty where the logs tell all.
  var sentences: [String] {
    var seen: [String] = []
    for sentence in bases.flatMap(\.sentences) where !seen.contains(sentence) {
      seen.append(sentence)
    }
    return seen
  }

  /// The sentences as one text; nil where the logs tell all.
  var note: String? { sentences.isEmpty ? nil : sentences.joined(separator: " ") }

  /// A few words to stand behind the session's time.
  var brief: String? {
    isUntimed ? "no time in the record" : bases.lazy.compactMap(\.brief).first
  }
}
