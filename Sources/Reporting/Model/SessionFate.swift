public import Evidence
public import RDPProtocol

/// What became of a session, in the words that all forms use and by which all counts are made.
///
/// Only a session that had come up and was lost was dropped; a refusal, a closed port or a scan took
/// nothing from anybody.
public enum SessionFate: String, Sendable, Codable, CaseIterable {
  /// The session had come up, and was lost.
  case dropped
  /// The server, or the client before it, turned the user's log-on down.
  case failedLogon = "failed_logon"
  /// No session came up, for another reason than the log-on.
  case failedConnection = "failed_connection"
  case undetermined
  /// Something else than RDP was spoken.
  case notRDP = "not_rdp"
  /// A probe, a scan, or a short connection that was not meant to be a session.
  case probe
  /// Had come up, and was there when the capture or log ended: nobody knows how it ended.
  case running
  /// A refused offer of a client that was let in with another one.
  case fallback
  /// Ended in order: a user, a limit or an administrator may have wanted that.
  case ended

  public init(code: VerdictCode, phase: Phase) {
    switch code {
    case .cleanProbe: self = .probe
    case .cleanSuperseded: self = .fallback
    case .cleanRunning: self = .running
    case .undeterminedNotRDP: self = .notRDP
    case _ where code.cause == .clean: self = .ended
    case _ where code.cause == .undetermined: self = .undetermined
    // Some servers refuse in a window inside of the session: nobody got in there either.
    case _ where code.cause == .credssp: self = .failedLogon
    case _ where phase == .active: self = .dropped
    default: self = .failedConnection
    }
  }

  /// The session did not come up, or was lost.
  public var isFailure: Bool {
    switch self {
    case .dropped, .failedLogon, .failedConnection: true
    case .undetermined, .notRDP, .probe, .running, .fallback, .ended: false
    }
  }

  /// What so many of them are called: `3 dropped`, `1 failed log-on`.
  func words(_ count: Int) -> String {
    switch self {
    case .dropped: "\(count) dropped"
    case .failedLogon: Quantity.count(count, "failed log-on")
    case .failedConnection: Quantity.count(count, "failed connection")
    case .undetermined: "\(count) undetermined"
    case .notRDP: "\(count) not RDP"
    case .probe: Quantity.count(count, "probe or scan", "probes or scans")
    case .running: "\(count) still running"
    case .fallback: Quantity.count(count, "fallback")
    case .ended: "\(count) ended in order"
    }
  }

  /// One of them.
  var title: String {
    switch self {
    case .dropped: "dropped"
    case .failedLogon: "failed log-on"
    case .failedConnection: "failed connection"
    case .undetermined: "undetermined"
    case .notRDP: "not RDP"
    case .probe: "probe or scan"
    case .running: "still running"
    case .fallback: "fallback"
    case .ended: "ended in order"
    }
  }
}
