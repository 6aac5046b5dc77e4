/// What captures at two points prove together: each finding about the path is a piece of evidence.
struct PathProof: SessionRule {
  static var yields: [EvidenceCode] {
    [
      .pathLossBetween, .pathOutageBetween, .pathResetForged, .pathResetAfterSilence,
      .pathResetWithoutEffect, .pathResetByHost, .pathFINLost, .pathSizeLimit, .pathClean,
      .pathAnsweredByDevice, .pathHostSilent, .pathChanged, .pathPayloadChanged, .pathDelayed,
      .pathCaptureMissed, .pathUnheardAtEnd, .pathRelayClosed, .pathRelayEnded,
      .pathTLSIntercepted,
    ]
  }

  func evidence(in facts: SessionFacts) -> [Evidence] {
    (facts.path?.findings ?? []).map { finding in
      Evidence(
        EvidenceCode(finding.code), strength: finding.strength, finding.summary,
        frames: finding.references)
    }
  }
}
