import Evidence
import Testing

@testable import Attribution

@Suite("Judge") struct JudgeTests {
  private func judge(_ codes: String...) -> Assessment {
    Judge.assessment(of: codes.map { Evidence(EvidenceCode($0), "") })
  }

  /// Pieces of evidence that may meet in one session, with their order as a test needs it.
  static let mixtures: [[String]] = [
    [], ["tcp.outage"], ["tcp.path_healthy"], ["credssp.refused_by_close", "tcp.path_healthy"],
    ["tcp.outage", "tcp.heavy_loss", "client.fin_mid_session"],
    ["x224.failure_hybrid_required", "tcp.loss_in_handshake", "capture.copies"],
    ["capture.still_running", "capture.one_sided", "no.such_code"],
    ["tls.alert_on_record", "client.closed_with_alert", "tcp.path_healthy"],
  ]

  @Test("shares the whole probability out", arguments: mixtures)
  func sharesSumToOne(codes: [String]) {
    let shares = Judge.probabilities(of: codes.map { Evidence(EvidenceCode($0), "") })
    #expect(abs(shares.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    #expect(shares.allSatisfy { (0...1).contains($0.share) })
    #expect(shares.map(\.share) == shares.map(\.share).sorted(by: >))
  }

  @Test("gives the same verdict for the same evidence in another order", arguments: mixtures)
  func orderDoesNotMatter(codes: [String]) {
    let evidence = codes.enumerated().map {
      Evidence(EvidenceCode($1), strength: 0.3 + Double($0) / 10, "")
    }
    let forward = Judge.assessment(of: evidence)
    let backward = Judge.assessment(of: evidence.reversed())
    #expect(forward.code == backward.code)
    #expect(forward.confidence == backward.confidence)
    #expect(forward.shares.map(\.code) == backward.shares.map(\.code))
    #expect(forward.shares.map(\.share) == backward.shares.map(\.share))
  }

  @Test("takes a time-out that only a log tells for silence, whose place it does not know")
  func silence() {
    let told = judge("log.transport_timeout")
    #expect(told.code.cause == .network)
    #expect(told.confidence < 0.9)
    let others = Set(told.shares.filter { $0.share > 0.02 }.map(\.code.cause))
    #expect(others.isSuperset(of: [.client, .server]))
  }

  @Test("is undetermined without evidence")
  func nothingIsUndetermined() {
    #expect(judge().code.cause == .undetermined)
    #expect(judge("capture.copies").code.cause == .undetermined)
    #expect(judge("no.such_code").code.cause == .undetermined)
  }

  @Test("never goes above the ceiling", arguments: mixtures)
  func ceiling(codes: [String]) {
    let many = (codes + codes + codes).map { Evidence(EvidenceCode($0), "") }
    #expect(Judge.assessment(of: many).confidence <= Calibration.current.ceiling)
    let low = Calibration(temperature: 1, ceiling: 0.6)
    #expect(Judge.assessment(of: many, by: low).confidence <= 0.6)
  }

  @Test(
    "lets a proof outweigh every hint for another cause that can meet it",
    arguments: [
      "x224.failure_hybrid_required", "tls.alert_version", "tcp.pmtu_blackhole",
      "rdp.error_info", "tcp.icmp_unreachable",
    ])
  func proofOutweighsHints(proof: String) {
    // Hints that one session can show together: the client's end, loss, the capture's faults.
    let hints = [
      "client.left_in_connection_sequence", "capture.one_sided", "capture.still_running",
      "arp.unanswered", "tcp.path_healthy", "capture.lost_packets",
    ]
    let alone = judge(proof)
    let all = Judge.assessment(of: ([proof] + hints).map { Evidence(EvidenceCode($0), "") })
    #expect(all.code == alone.code)
    #expect(all.confidence > 0.9)
  }

  @Test(
    "keeps proven refusals before loss",
    arguments: [
      "x224.failure_ssl_required", "tls.alert_certificate", "credssp.refused_by_error_code",
      "credssp.refused_by_alert",
    ])
  func refusalBeforeLoss(refusal: String) {
    #expect(judge(refusal, "tcp.loss_in_handshake").code == judge(refusal).code)
  }

  @Test("is less sure where two proofs contradict each other")
  func contradiction() {
    let outage = judge("tcp.outage")
    let contradicted = judge("tcp.outage", "rdp.error_info")
    #expect(outage.confidence > 0.95)
    #expect(contradicted.confidence < 0.6)
    #expect(contradicted.code.rawValue != "undetermined.one_sided")
  }

  @Test("names no cause where three are equally likely")
  func noMajority() {
    let assessment = judge("tcp.outage", "rdp.error_info", "tls.alert_record")
    #expect(assessment.code.rawValue == "undetermined.conflicting")
  }

  @Test("claims no more than even odds for an open end, and knows another protocol for sure")
  func openAndFound() {
    #expect(judge("capture.mid_session").confidence <= 0.5)
    let other = judge("rdp.tls_without_x224")
    #expect(other.code.rawValue == "undetermined.not_rdp")
    #expect(other.confidence > 0.9)
  }

  @Test("weighs evidence by its strength")
  func strength() {
    let weak = Judge.assessment(of: [Evidence(.tcpOutage, strength: 0.3, "")])
    let strong = Judge.assessment(of: [Evidence(.tcpOutage, strength: 1, "")])
    #expect(weak.confidence < strong.confidence)
    #expect(strong.code.rawValue == "network.path_outage")
  }

  @Test("lets a healthy path speak against the network")
  func healthyPath() {
    let alone = judge("server.reset_mid_session")
    let healthy = judge("server.reset_mid_session", "tcp.path_healthy")
    #expect(healthy.code == alone.code)
    #expect(judge("tcp.loss_in_handshake", "tcp.path_healthy").code.cause != .network)
  }

  @Test("tells codes of one cause apart by a temperature of their own", arguments: mixtures)
  func codeTemperature(codes: [String]) {
    let evidence = codes.map { Evidence(EvidenceCode($0), "") }
    let plain = Judge.probabilities(
      of: evidence, by: Calibration(temperature: 1, ceiling: 1, codeTemperature: 1))
    let told = Judge.probabilities(
      of: evidence, by: Calibration(temperature: 1, ceiling: 1, codeTemperature: 0.6))
    for cause in Cause.allCases {
      func share(_ shares: [(code: VerdictCode, share: Double)]) -> Double {
        shares.reduce(0) { $1.code.cause == cause ? $0 + $1.share : $0 }
      }
      #expect(abs(share(plain) - share(told)) < 1e-9, "\(cause)")
      // The likeliest code of a cause stays that, and gains.
      guard let best = plain.first(where: { $0.code.cause == cause }), share(plain) > 0.01,
        let same = told.first(where: { $0.code.cause == cause })
      else { continue }
      #expect(same.code == best.code)
      #expect(same.share >= best.share - 1e-12)
    }
  }

  @Test("a code and its alternatives are never more than everything", arguments: mixtures)
  func partsOfAWhole(codes: [String]) {
    let assessment = Judge.assessment(of: codes.map { Evidence(EvidenceCode($0), "") })
    let others = assessment.shares.filter { $0.code != assessment.code }
    #expect(assessment.codeConfidence + others.reduce(0) { $0 + $1.share } <= 1 + 1e-9)
    #expect(assessment.codeConfidence <= assessment.confidence)
  }

  @Test("takes a higher temperature for doubt")
  func temperature() {
    let evidence = [Evidence(.clientFINMidSession, "")]
    let sure = Judge.assessment(of: evidence, by: Calibration(temperature: 0.5, ceiling: 1))
    let unsure = Judge.assessment(of: evidence, by: Calibration(temperature: 2, ceiling: 1))
    #expect(sure.confidence > unsure.confidence)
    #expect(sure.shares.first?.code == unsure.shares.first?.code)
  }
}
