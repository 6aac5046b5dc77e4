import Evidence

/// Evidence in words that fit the verdict: a packet in the server's name is the server's only where the
/// verdict says that the server sent it.
enum EvidenceWords {
  static func told(_ evidence: Evidence, for verdict: VerdictCode) -> Evidence {
    guard verdict == .networkResetInjected || verdict == .networkIdleTimeout else {
      return evidence
    }
    let side: String
    switch evidence.code {
    case .serverResetMidSession, .serverFINMidSession: side = "server"
    case .clientResetMidSession, .clientFINMidSession: side = "client"
    default: return evidence
    }
    var told = evidence
    told.summary = evidence.summary.replacing(
      "the \(side) ended the running session with a bare ",
      with: "what ended the running session, in the \(side)'s name, was a bare ")
    return told
  }

  /// That a log ends before the session does speaks against no cause: hosts that died, and paths, write
  /// nothing more.
  static func isSilentOnCauses(_ evidence: Evidence, _ verdict: VerdictCode) -> Bool {
    verdict.cause != .undetermined && evidence.code.rawValue == "log.ends_open"
  }
}
