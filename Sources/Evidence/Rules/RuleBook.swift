/// All rules, in the order in which a session is lived.
public enum RuleBook {
  static let rules: [any EvidenceRule] = [
    UnansweredSyn(), PortClosed(), ICMPUnreachable(), LossyHandshake(), NegotiationFailure(),
    ProtocolDisagreement(), ClosedOnClientHello(), HandshakeAlert(), VersionGap(),
    HandshakeAbandoned(), CredSSPRefusal(), RefusalStatus(), CredSSPVersionGap(),
    CredSSPWithdrawal(), Stalled(),
    MalformedAnswer(),
    StandardSecurityFailure(), ServerStatement(), PathOutage(), DeadPath(), PMTUBlackhole(),
    IdleTimeout(),
    InjectedReset(), Hung(), BrokenRecord(), OrderlyGoodbye(), ServerEnded(), ClientEnded(),
    StillRunning(),
    Retried(), PathLatency(), InspectionCertificate(), SameMinute(), HealthyPath(),
    CaptureQuality(),
  ]

  /// Everything that speaks for or against anything in these facts.
  public static func evidence(in facts: SessionFacts) -> [Evidence] {
    rules.flatMap { $0.evidence(in: facts) }
  }
}
