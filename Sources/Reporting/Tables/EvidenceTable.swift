/// One piece of evidence with the session it is about.
struct EvidenceRow: Sendable {
  let session: StoredRecord
  /// Place among the session's evidence, from 1.
  let ordinal: Int
  let evidence: StoredRecord

  static func rows(of session: StoredRecord) -> [EvidenceRow] {
    session["evidence"].records.enumerated().map { index, evidence in
      EvidenceRow(session: session, ordinal: index + 1, evidence: evidence)
    }
  }

  /// The packets that show it.
  var frames: [StoredRecord] { evidence["frames"].records }
}

/// The columns of the table that has one row per piece of evidence.
enum EvidenceTable {
  static let columns = session + observation

  /// Which session it is about.
  private static let session: [Column<EvidenceRow>] = [
    ofSession("ts", "first packet of the session"), ofSession("uid", "the session"),
    ofSession("id.orig_h"), ofSession("id.orig_p"), ofSession("id.resp_h"),
    ofSession("id.resp_p"), ofSession("verdict.code", "the session's verdict"),
  ]

  /// What was observed.
  static let observation: [Column<EvidenceRow>] = [
    .count("ordinal", "place among the session's evidence, from 1") { $0.ordinal },
    ofEvidence("code"), ofEvidence("bearing"), ofEvidence("weight"), ofEvidence("summary"),
    .text("input", "input of the first frame that shows it") { $0.frames.first?["input"].text },
    .time("frame_ts", "time of that frame") { $0.frames.first?["ts"].text },
    .list("frames", "frame numbers; `NAME#NUMBER` for frames of other inputs") { row in
      let frames = row.frames.map { (input: $0["input"].text, number: $0["frame"].integer ?? 0) }
      return frames.map { frame in
        frame.input == frames.first?.input
          ? "\(frame.number)" : "\(frame.input ?? "")#\(frame.number)"
      }
    },
  ]

  private static func ofSession(_ path: String, _ meaning: String? = nil) -> Column<EvidenceRow> {
    .field(path, meaning, (SessionFields.record.shape.path(path), { $0.session }))
  }

  private static func ofEvidence(_ path: String) -> Column<EvidenceRow> {
    .field(path, nil, (EvidenceFields.record.shape.path(path), { $0.evidence }))
  }
}
