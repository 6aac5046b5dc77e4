extension InputRecord.Note {
  /// Notes of sessions that are left out for want of memory.
  public static let codesOfMemory: Set<String> = [
    "connections_evicted", "too_many_connections", "openings_unfollowed", "openings_evicted",
    "log_sessions_left_out",
  ]
}

extension InputRecord {
  /// Some of its sessions are not in the results, or not whole.
  public var isCrowded: Bool { notes.contains { Note.codesOfMemory.contains($0.code) } }
}
