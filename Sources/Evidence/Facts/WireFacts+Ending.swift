public import CaptureReader
import LogReader
import RDPProtocol
import TCPStreams

/// How a session ended, as far as its packets say so by themselves: what tells neighbours and stories
/// apart before anything is judged.
extension WireFacts {
  /// The session had come up, and one side took leave in the usual way over a path that worked.
  public var endedAsIntended: Bool {
    guard phase == .active, connection.firstGoodbye != nil, !isPathDead else { return false }
    if wasSentOn { return true }
    if let error = trace.mcs.errorInfo { return Self.isByUser(errorInfo: error.value) }
    if trace.licensing.error != nil || hasHungSide { return false }
    if let ultimatum = decidingUltimatum {
      // Reason 1: the provider ended it, not a user ([T.125] 11).
      return ultimatum.side == .client || ultimatum.reason != 1
    }
    guard let goodbye, goodbye.side == .client else { return false }
    return goodbye.kind == .fin || closingRecord(of: .client) != nil
  }

  /// How long the client had said nothing when it had come back in another connection, and answered this
  /// one's late packets as a stranger's: its system had given the connection up meanwhile.
  var silenceBeforeReconnect: TimeSpan? {
    guard let reset = client.resets.first, !reset.hasAck, reset.answersAcknowledgment,
      client.fin == nil, let pause = reset.sinceOwn, pause >= Thresholds.idle,
      let next = surroundings.next, next.start < reset.frame.time
    else { return nil }
    return pause
  }

  /// Every record of the side that closes was captured, the last one whole and before its goodbye, and none
  /// ended TLS. A record that came after the goodbye had been overtaken, or was sent again: it may be the
  /// alert.
  func lacksAlert(before goodbye: Goodbye) -> Bool {
    guard self[goodbye.side].missedBytes == 0, !surroundings.snapped,
      let last = trace.tls.lastRecords.last(where: { $0.side == goodbye.side })
    else { return false }
    return !last.isPartial && last.frame <= goodbye.frame
      && closingRecord(of: goodbye.side) == nil
  }

  /// A broker sent the client on to another server.
  public var wasSentOn: Bool {
    guard connection.firstGoodbye != nil, let redirection = trace.mcs.details.redirection else {
      return false
    }
    return !redirection.value.isNoRedirect
  }

  /// Nobody has taken leave yet, and the path works.
  public var runsOn: Bool {
    phase == .active && connection.firstGoodbye == nil && isEstablished && !isPathDead
  }

  /// The client left by itself before a session came up, and had been refused nothing.
  public var wasGivenUp: Bool {
    guard phase < .active, let goodbye, goodbye.side == .client, credssp.refusal == nil else {
      return false
    }
    if case .failure? = trace.confirm?.value { return false }
    return true
  }

  /// The session had come up, and was lost.
  public var wasLost: Bool { phase == .active && !endedAsIntended && !runsOn }

  /// When a lost session was lost: its first unanswered data, else the first goodbye, else its last
  /// packet.
  public var lossTime: Timestamp { failingTails.map(\.start.time).min() ?? endTime }

  /// Set Error Info that tells of a disconnect or log-off by the user ([MS-RDPBCGR] 2.2.5.1.1).
  static func isByUser(errorInfo: ErrorInfoCode) -> Bool { errorInfo == 0x0B || errorInfo == 0x0C }

  /// A side's receive window stayed shut up to the end.
  private var hasHungSide: Bool {
    let end = goodbye?.frame.time ?? connection.last.time
    return Side.allCases.contains { side in
      self[side].zeroWindowSince.map { end.since($0.time) >= Thresholds.zeroWindow } ?? false
    }
  }
}

extension SessionFacts {
  public var endedAsIntended: Bool {
    wire?.endedAsIntended ?? logs.contains(where: \.endedAsIntended)
  }
  public var wasSentOn: Bool { wire?.wasSentOn ?? false }
  public var runsOn: Bool {
    wire?.runsOn ?? logs.allSatisfy { $0.phase == .active && $0.session.isOpen }
  }
  public var wasGivenUp: Bool { wire?.wasGivenUp ?? false }
  public var wasLost: Bool { wire?.wasLost ?? (phase == .active && !endedAsIntended && !runsOn) }
  public var lossTime: Timestamp { wire?.lossTime ?? identity.end }
}
