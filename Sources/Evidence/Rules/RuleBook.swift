/// All rules, in the order in which a session is lived.
public enum RuleBook {
  static let rules: [any EvidenceRule] = [
    UnansweredSyn(), PortClosed(), ICMPUnreachable(), LossyHandshake(), NegotiationFailure(),
    ProtocolDisagreement(), NegotiationChanged(), ClosedOnClientHello(), HandshakeAlert(),
    VersionGap(),
    HandshakeOffer(), CertificateReport(),
    HandshakeAbandoned(), CredSSPRefusal(), RefusalStatus(), CredSSPVersionGap(),
    CredSSPWithdrawal(), Stalled(),
    MalformedAnswer(),
    StandardSecurityFailure(), ServerStatement(), LicensingEnd(), DataOverUDP(), PathOutage(),
    DeadPath(),
    PMTUBlackhole(),
    IdleTimeout(), ServiceGone(), LostTranslation(),
    InjectedReset(), Hung(), BrokenRecord(), OrderlyGoodbye(), ServerEnded(), ClientEnded(),
    ClosedUnseen(), UnseenLogon(),
    StillRunning(),
    HiddenAnswer(), KerberosSilence(),
    Retried(), PathLatency(), InspectionCertificate(), SameMinute(), SameEnd(), DroppedInHost(),
    HealthyPath(), CaptureQuality(),
  ]

  /// Rules for what carries a session that cannot be seen itself: of RDP's own stages nothing can be
  /// said, of the path and of the carrier's opening as much as ever.
  static let carrierRules: [any EvidenceRule] = [
    UnansweredSyn(), PortClosed(), ICMPUnreachable(), LossyHandshake(), CarrierEnd(),
    DroppedInHost(),
    DataOverUDP(), PathOutage(), DeadPath(), PMTUBlackhole(), InjectedReset(), HealthyPath(),
    CaptureQuality(),
  ]
  /// Rules for TLS that is not RDP's: of the path, and of an alert that everybody can read.
  private static let plainTLSRules: [any EvidenceRule] = [
    PlainTLS(), HandshakeAlert(), HandshakeOffer(), CertificateReport(), LossyHandshake(),
    PathOutage(), DeadPath(), PMTUBlackhole(), InjectedReset(), HealthyPath(), CaptureQuality(),
  ]

  /// Those of a TLS handshake that was not finished.
  private static let handshakeRules: [any EvidenceRule] = [
    ClosedOnClientHello(), HandshakeAlert(), VersionGap(), HandshakeAbandoned(),
  ]

  /// Rules for what no single capture shows.
  static let sessionRules: [any SessionRule] = [PathProof(), LogStatements()]

  /// Every code that a registered rule can give.
  public static let yields: Set<EvidenceCode> = Set(
    all.flatMap { type(of: $0).yields } + sessionRules.flatMap { type(of: $0).yields })

  /// All rules for one capture; some are in more than one list.
  static let all: [any EvidenceRule] = rules + carrierRules + handshakeRules + plainTLSRules

  /// Everything that speaks for or against anything in these facts: what the deciding capture shows,
  /// then what all witnesses show together.
  public static func evidence(in facts: SessionFacts) -> [Evidence] {
    var found = facts.wire.map { evidence(in: $0) } ?? []
    for rule in sessionRules {
      let own = rule.evidence(in: facts)
      if !own.isEmpty { found += own }
    }
    return found
  }

  /// Everything that one capture shows.
  public static func evidence(in facts: WireFacts) -> [Evidence] {
    if facts.startsWithTLS { return evidence(of: plainTLSRun, in: facts) }
    guard facts.isHiddenByCarrier else {
      return Completeness.weakened(evidence(of: run, in: facts), in: facts)
    }
    return evidence(of: facts.isCarrierUp ? carrierRun : handshakeRun, in: facts)
  }

  private static func evidence(of run: Run, in facts: WireFacts) -> [Evidence] {
    var found: [Evidence] = []
    // Most sessions have no more.
    found.reserveCapacity(8)
    run(facts, &found)
    return found
  }

  // MARK: Running

  /// Appends what rules find.
  private typealias Run = @Sendable (WireFacts, inout [Evidence]) -> Void

  private static let run = joined(rules[...])
  private static let carrierRun = joined(carrierRules[...])
  private static let handshakeRun = joined((handshakeRules + carrierRules)[...])
  private static let plainTLSRun = joined(plainTLSRules[...])

  /// One closure of all rules, in their order: a closure borrows those within it, where each rule that is
  /// taken from a list is copied.
  private static func joined(_ rules: ArraySlice<any EvidenceRule>) -> Run {
    guard let rule = rules.first else { return { _, _ in } }
    if rules.count == 1 { return one(rule) }
    let part = (rules.count + 3) / 4
    let (first, second) = (joined(rules.prefix(part)), joined(rules.dropFirst(part).prefix(part)))
    let third = joined(rules.dropFirst(2 * part).prefix(part))
    let fourth = joined(rules.dropFirst(3 * part))
    return { facts, found in
      first(facts, &found)
      second(facts, &found)
      third(facts, &found)
      fourth(facts, &found)
    }
  }

  private static func one<Rule: EvidenceRule>(_ rule: Rule) -> Run {
    { facts, found in
      var own = rule.evidence(in: facts)
      if own.isEmpty { return }
      // Mostly one, which goes over without a copy.
      if own.count == 1, let only = own.popLast() { found.append(only) } else { found += own }
    }
  }
}
