/// The columns of the table that has one row per session. Columns are added, never renamed, moved
/// to another meaning, or removed.
enum SessionTable {
  /// What people look at first; the other columns follow as the fields declare them.
  private static let leading = [
    "ts", "uid", "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "community_id", "duration_s",
    "verdict.cause", "verdict.code", "verdict.confidence", "phase", "ended_by", "degraded",
    "verdict.summary", "verdict.next_action", "verdict.alternatives", "verdict.settled_by",
    "evidence", "attempt.group", "attempt.role", "attempt.ordinal", "attempt.size",
  ]

  static let columns = Column.columns(of: SessionFields.record.shape, leading: leading)
}

/// The columns of the table that has one row per input.
enum InputTable {
  static let columns = Column.columns(of: InputFields.record.shape)
}
