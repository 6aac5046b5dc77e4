import Attribution

/// One piece of evidence with the session it is about.
struct EvidenceRow {
  let session: SessionRecord
  /// Place among the session's evidence, from 1.
  let ordinal: Int
  let evidence: EvidenceRecord

  static func rows(of session: SessionRecord) -> [EvidenceRow] {
    session.evidence.enumerated().map { index, evidence in
      EvidenceRow(session: session, ordinal: index + 1, evidence: evidence)
    }
  }
}

/// The columns of the table that has one row per piece of evidence.
enum EvidenceTable {
  static let columns = session + observation

  /// Which session it is about.
  private static let session: [Column<EvidenceRow>] = [
    .time("ts", "first packet of the session") { $0.session.ts },
    .text("uid", "the session") { $0.session.uid },
    .address("id.orig_h", "the client") { $0.session.originHost },
    .port("id.orig_p", "the client's port") { $0.session.originPort },
    .address("id.resp_h", "the server") { $0.session.responderHost },
    .port("id.resp_p", "the server's port") { $0.session.responderPort },
    .word("verdict.code", "the session's verdict") { $0.session.verdict.code },
  ]

  /// What was observed.
  static let observation: [Column<EvidenceRow>] = [
    .count("ordinal", "place among the session's evidence, from 1") { $0.ordinal },
    .word("code", "what was observed") { $0.evidence.code },
    .word("bearing", "what it says about the verdict: supports, against, context") {
      $0.evidence.bearing.rawValue
    },
    .real("weight", "how much, natural log-odds") { $0.evidence.weight },
    .text("summary", "the observation in a sentence") { $0.evidence.summary },
    .text("input", "input of the first frame that shows it") { $0.evidence.frames.first?.input },
    .time("frame_ts", "time of that frame") { $0.evidence.frames.first?.ts },
    .list("frames", "frame numbers; `NAME#NUMBER` for frames of other inputs") { row in
      row.evidence.frames.map { frame in
        frame.input == row.evidence.frames.first?.input
          ? "\(frame.frame)" : "\(frame.input ?? "")#\(frame.frame)"
      }
    },
  ]
}
