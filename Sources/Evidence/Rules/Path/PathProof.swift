/// What captures at two points prove together: each finding about the path is a piece of evidence.
struct PathProof: SessionRule {
  static var yields: [EvidenceCode] {
    [
      .pathLossBetween, .pathOutageBetween, .pathResetForged, .pathResetAfterSilence,
      .pathResetWithoutEffect, .pathResetByHost, .pathFINLost, .pathSizeLimit, .pathClean,
      .pathAnsweredByDevice, .pathHostSilent, .pathChanged, .pathPayloadChanged, .pathDelayed,
      .pathCaptureMissed, .pathUnheardAtEnd, .pathRelayClosed, .pathRelayEnded,
      .pathTLSIntercepted, .pathPointsMisnamed,
    ]
  }

  func evidence(in facts: SessionFacts) -> [Evidence] {
    guard let path = facts.path else { return [] }
    return path.findings.map { finding in
      let code = EvidenceCode(finding.code)
      let followsSilence =
        code == .pathOutageBetween && facts.wire.map { IdleTimeout.isForgotten($0) } ?? false
      return Evidence(
        code, strength: followsSilence ? finding.strength * Self.afterSilence : finding.strength,
        finding.summary
          + (followsSilence ? "; it begins with the first packet after a silence" : ""),
        frames: finding.references)
    }
  }

  /// What is left of an outage's weight where the first packet after a silence met it: a device that had
  /// forgotten the connection drops everything, too.
  private static let afterSilence = 0.25
}
