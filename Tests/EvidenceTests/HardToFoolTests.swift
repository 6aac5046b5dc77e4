import CaptureReader
import Testing

@testable import Attribution
@testable import Evidence
@testable import RDPProtocol
@testable import TCPStreams

/// Whole stories that look like something else, and the verdict they must have.
@Suite("Verdicts that are hard to fool") struct HardToFoolTests {
  private func verdict(_ script: SessionScript) -> Verdict {
    Judge.verdict(for: SessionFacts(script.facts))
  }

  @Test("a RST alone is no proof of the network", arguments: Side.allCases)
  func resetAlone(side: Side) {
    let verdict = verdict(.active().changed { $0.reset(side, at: 20_000) })
    #expect(verdict.cause != .network)
    #expect(verdict.endedBy == (side == .client ? .client : .server))
  }

  /// NLA refused with an errorCode while an eighth of the segments was lost.
  static let lossyRefusal = SessionScript.nla(.authenticate).changed { script in
    script.losses(.client, 2)
    script.losses(.server, 1)
    script.refused(.errorCode, at: 300)
    script.fin(.server, at: 301)
  }

  @Test("a wrong password on a lossy path stays a wrong password, on a degraded path")
  func wrongPasswordUnderLoss() {
    let verdict = verdict(Self.lossyRefusal)
    #expect(verdict.code.rawValue == "credssp.logon_failure")
    #expect(verdict.degraded)
    #expect(verdict.confidence > 0.9)
  }

  @Test("what the client asked for is not guessed where the capture cut it off")
  func cutRequest() {
    let script = SessionScript.negotiated(nil, answer: .selected(.rdp, flags: 0)).changed {
      $0.trace.request?.value.isCut = true
      $0.fin(.client, at: 40)
    }
    let verdict = verdict(script)
    #expect(verdict.cause == .undetermined || verdict.confidence < 0.85)
  }

  @Test("loss seen in one direction is no proof that the session was lost")
  func lossInOneDirection() {
    let script = SessionScript.active().changed { script in
      script.losses(.client, 20)
      script.unanswered(.client, from: 19_900, to: 19_970, attempts: 3)
      script.silence(.server)
      script.fin(.client, at: 20_000)
    }
    let verdict = verdict(script)
    #expect(verdict.cause != .network || verdict.confidence < 0.85)
  }

  @Test("the same refusal on a good path is not called degraded")
  func wrongPasswordOnGoodPath() {
    let script = SessionScript.nla(.authenticate).changed {
      $0.refused(.errorCode, at: 300)
      $0.fin(.server, at: 301)
    }
    #expect(verdict(script).cause == .credssp)
    #expect(!verdict(script).degraded)
  }

  @Test("a TLS refusal during loss stays a TLS refusal")
  func tlsRefusalUnderLoss() {
    let script = SessionScript.tls(version: nil).changed { script in
      script.losses(.client, 3)
      script.unanswered(.client, from: 70, to: 2000, attempts: 2)
      script.alert(.server, 70, at: 60)
      script.fin(.server, at: 61)
    }
    #expect(verdict(script).code.rawValue == "tls.version_mismatch")
    #expect(verdict(script).degraded)
  }

  @Test("an alert after the peer's FIN is an effect")
  func alertAfterFIN() {
    let script = SessionScript.active().changed { script in
      script.record(.client, at: 19_000, type: 21, length: 26)
      script.fin(.client, at: 19_001)
      script.alert(.server, 50, at: 19_002)
    }
    #expect(verdict(script).code.rawValue == "clean.client_closed")
  }

  @Test("an outage before the client's goodbye is the network's", arguments: [false, true])
  func outageBeforeGoodbye(byReset: Bool) {
    let script = PathRulesTests.dead.changed { script in
      if byReset { script.reset(.client, at: 20_001) } else { script.fin(.client, at: 20_001) }
    }
    #expect(verdict(script).code.rawValue == "network.path_outage")
    #expect(verdict(script).endedBy == .path)
  }

  @Test("an outage at the capture's end is not the end where one like it healed")
  func outageLikeBefore() {
    let script = PathRulesTests.dead.changed { $0.healedOutage(.client, from: 3000, to: 9000) }
    #expect(verdict(script).code.rawValue == "clean.running")
    #expect(verdict(script).confidence < 0.9)
    #expect(verdict(script).degraded)
  }

  @Test("many lost segments before the end make it loss")
  func heavyLoss() {
    let script = PathRulesTests.dead.changed { $0.losses(.client, 20) }
    #expect(verdict(script).cause == .network)
    #expect(verdict(script).alternatives.first?.code.cause == .network)
  }

  @Test("a server that hangs on a healthy path is the server's")
  func serverHang() {
    let script = SessionScript.active().changed { script in
      script.connection.sent.server.lastData = SessionScript.at(8000)
      for index in 0..<12 { script.record(.client, at: 9000 + Int64(index) * 500) }
      script.fin(.client, at: 20_000)
    }
    #expect(verdict(script).code.rawValue == "server.unresponsive")
  }

  @Test(
    "a client that leaves NLA by itself withdrew",
    arguments: [CredSSPStage.challenge, .publicKeyReply])
  func clientLeaves(stage: CredSSPStage) {
    let verdict = verdict(SessionScript.nla(stage).changed { $0.clientLeft(at: 2_000) })
    #expect(verdict.code.rawValue == "credssp.client_withdrew")
    #expect(verdict.endedBy == .client)
  }

  @Test("a denied authorization is told from a user who just leaves")
  func earlyAuthorization() {
    let denied = SessionScript.nla(.earlyAuthorization).changed { $0.clientLeft(at: 170) }
    let leaving = SessionScript.nla(.earlyAuthorization).changed { $0.clientLeft(at: 6000) }
    #expect(verdict(denied).code.rawValue == "credssp.access_denied")
    #expect(verdict(leaving).code.rawValue == "clean.auth_only")
  }

  @Test("a negotiation failure whose fallback worked is superseded, without one it is the cause")
  func fallback() {
    let refused = SessionScript.negotiated(answer: .failure(code: 2))
      .changed { $0.fin(.server, at: 40) }
    let replaced = refused.changed {
      $0.surroundings.next = Surroundings.Neighbour(
        start: SessionScript.at(500).time, end: SessionScript.at(60_000).time, phase: .active,
        established: true)
    }
    #expect(verdict(refused).code.rawValue == "negotiation.ssl_not_allowed")
    #expect(verdict(replaced).code.rawValue == "clean.superseded")
  }

  @Test("who says goodbye in RDP decides, whoever resets TCP afterwards")
  func ultimatumDecides() {
    let client = SessionScript.active().changed {
      $0.ultimatum(.client, at: 19_000)
      $0.reset(.server, at: 19_010)
    }
    let server = SessionScript.active().changed {
      $0.ultimatum(.server, at: 19_000)
      $0.reset(.client, at: 19_010)
    }
    #expect(verdict(client).code.rawValue == "clean.client_closed")
    #expect(verdict(server).code.rawValue == "clean.server_closed")
  }

  @Test("a single SYN at the capture's end decides nothing; one that waited does")
  func singleSYN() {
    let pending = SessionScript(lasting: 0, captureEndsAfter: 200).changed { $0.onlySYN(1) }
    let waited = SessionScript(lasting: 0, captureEndsAfter: 9000).changed { $0.onlySYN(1) }
    #expect(verdict(pending).code.rawValue == "undetermined.capture_ends")
    #expect(verdict(waited).code.rawValue == "network.syn_unanswered")
  }

  @Test("a forged RST in traffic is injected; the same RST after long silence is an idle timer's")
  func foreignResetOrIdle() {
    let forged = SessionScript.active().changed {
      $0.reset(.server, at: 20_000, hopLimit: 122, hasAck: false, sinceOwn: 20, sinceOther: 10)
    }
    let idle = SessionScript.active().changed { script in
      script.reset(
        .server, at: 20_000, hopLimit: 122, hasAck: false, sinceOwn: 9000, sinceOther: 10)
      script.connection.sent.client.longestSilence = .seconds(9)
    }
    #expect(verdict(forged).code.rawValue == "network.reset_injected")
    #expect(verdict(idle).code.rawValue == "network.idle_timeout")
  }

  @Test(
    "a RST of the host and one from elsewhere, within an answer's time, leave it open who began")
  func twoResets() {
    func ends(pause: Int64) -> Verdict {
      verdict(
        SessionScript.active().changed { script in
          script.reset(.server, at: 20_000, hasAck: false)
          script.reset(.server, at: 20_000 + pause, hopLimit: 47, hasAck: false)
        })
    }
    #expect(ends(pause: 8).evidence.contains { $0.evidence.code == .tcpResetForeignTTL })
    #expect(ends(pause: 8).confidence < 0.85)
    // A firewall that had seen the first answers for it later.
    #expect(ends(pause: 300).code.rawValue == "server.terminated")
  }

  @Test("one direction alone does not make an outage, and is said", arguments: Side.allCases)
  func oneSided(missing: Side) {
    let verdict = verdict(.active().changed { $0.silence(missing) })
    #expect(verdict.cause != .network)
    #expect(verdict.evidence.contains { $0.evidence.code == .captureOneSided })
    #expect(verdict.confidence < 0.9)
    #expect(!verdict.settledBy.isEmpty)
  }

  @Test("a capture that simply ends is never a confident all-clear")
  func captureThatEnds() {
    let verdict = verdict(.active())
    #expect(verdict.code.rawValue == "clean.running")
    #expect(verdict.confidence < 0.85)
    #expect(verdict.alternatives.first?.code.rawValue == "undetermined.capture_ends")
  }

  @Test("a capture without start and end of a session says so")
  func midSession() {
    let script = SessionScript.active().changed { $0.connection.handshake.syn = nil }
      .changed { $0.connection.handshake.synAck = nil }
    #expect(verdict(script).code.rawValue == "undetermined.mid_session")
  }

  @Test("an outage that has only begun when the capture ends is no confident end")
  func openOutage() {
    let script = SessionScript.active().changed {
      $0.unanswered(.client, from: 19_200, to: 20_000, attempts: 3)
      $0.losses(.client, 15)
    }
    #expect(verdict(script).cause != .network || verdict(script).confidence < 0.6)
  }

  @Test("repeats that one side's packets show, and new data after them, are no outage")
  func oneSidedRepeats() {
    let script = SessionScript.active().changed {
      $0.unanswered(.client, from: 5000, to: 9000, attempts: 5)
      $0.silence(.server)
    }
    #expect(script.facts.failingTails.isEmpty)
    #expect(verdict(script).cause != .network)
  }

  @Test("a close is less certain where the capture lacks the session's start")
  func lateStart() {
    func closed(_ isLate: Bool) -> Verdict {
      verdict(
        SessionScript.active().changed { script in
          script.record(.client, at: 19_990, type: 21, length: 26)
          script.fin(.client, at: 20_000)
          if isLate { script.connection.handshake = Handshake() }
        })
    }
    #expect(closed(true).code == closed(false).code)
    #expect(closed(true).confidence < closed(false).confidence - 0.04)
    #expect(closed(false).confidence > 0.9)
  }

  @Test("what other sessions did shifts the odds and never outvotes a proof")
  func bystanders() {
    let killed = SessionScript.active().changed { $0.fin(.server, at: 20_000) }
    let alone = verdict(killed)
    let others = verdict(killed.changed { $0.surroundings.bystanders.serverSurvived = 12 })
    #expect(others.code == alone.code)
    #expect(others.confidence < alone.confidence)
    #expect(
      others.evidence.contains {
        $0.evidence.summary == "12 other sessions with this server were fine at that moment"
      })
    let refused = verdict(
      Self.lossyRefusal.changed { $0.surroundings.bystanders.serverDropped = 5 })
    #expect(refused.code.rawValue == "credssp.logon_failure")
  }

  @Test("a client that gives up before a late answer met a slow path")
  func latency() {
    let script = SessionScript.tls(version: nil).changed { script in
      script.connection.handshake.serverRoundTrip = .milliseconds(2500)
      script.connection.sent.client.lastData = SessionScript.at(5000)
      script.fin(.client, at: 14_000)
      script.connection.sent.server.lastData = SessionScript.at(15_000)
    }
    #expect(verdict(script).code.rawValue == "network.latency")
  }

  @Test(
    "a refused certificate of an inspection product is interception, whatever else it looks like")
  func interception() {
    let script = SessionScript.tls(finished: true).changed { script in
      script.trace.tls.certificate = Seen(
        ServerCertificate(
          subject: "CN=rds01", issuer: "O=Zscaler Inc., CN=Zscaler Intermediate Root CA",
          notBefore: nil, notAfter: nil, isSelfIssued: false, chainLength: 3, length: 900),
        SessionScript.at(50))
      script.fin(.client, at: 100)
    }
    #expect(verdict(script).code.rawValue == "tls.intercepted")
  }
}
