import CaptureReader
import LogReader
import RDPProtocol
import TCPStreams
import Testing

@testable import Attribution
@testable import Evidence

/// Advice follows what the session's witnesses know, not the verdict's page alone.
@Suite("Advice on sessions") struct SessionAdviceTests {
  private func advise(
    _ code: String, _ script: SessionScript, evidence: [String] = []
  ) -> SessionAdvice.Advice? {
    SessionAdvice.advice(
      for: VerdictCode(code), facts: SessionFacts(script.facts),
      evidence: evidence.map { Evidence(EvidenceCode($0), "", frames: []) })
  }

  @Test("a server that answers a ping does not sleep")
  func ping() throws {
    var script = SessionScript.active()
    #expect(advise("network.syn_unanswered", script) == nil)
    script.surroundings.pingReply = SessionScript.at(10)
    let advice = try #require(advise("network.syn_unanswered", script))
    #expect(advice.summary?.contains("answered a ping") == true)
    #expect(!advice.nextAction.contains("sleep"))
  }

  @Test("nobody is told to look up a number that is known, or that nobody has")
  func errorInfo() throws {
    var script = SessionScript.active()
    let unknown = try #require(advise("server.disconnected", script))
    #expect(!unknown.nextAction.contains("rdpwhy explain"))
    script.trace.mcs.errorInfo = Seen(0x3, SessionScript.at(10))
    let known = try #require(advise("server.disconnected", script))
    #expect(known.summary == "The session was idle longer than the server's limit.")
    #expect(known.nextAction.contains("MaxIdleTime"))
    script.trace.mcs.errorInfo = Seen(0x7777, SessionScript.at(10))
    let foreign = try #require(advise("server.disconnected", script))
    #expect(foreign.nextAction.contains("0x7777") && !foreign.nextAction.contains("rdpwhy"))
  }

  @Test(
    "a refusal whose number was read is told by the number's own page",
    arguments: [
      (0xC000_0234, "credssp.account_restricted", "The account is locked", "4740"),
      (0x8009_0302, "credssp.server_dropped", "NTLM blocked", "Kerberos"),
      (0xC007_00EA, "credssp.server_dropped", "0xC00700EA", "server's own log"),
    ] as [(UInt32, String, String, String)])
  func refusal(status: UInt32, code: String, summary: String, action: String) throws {
    var script = SessionScript.active()
    var decrypted = DecryptedTrace()
    decrypted.credssp.errorCode = Seen(NTStatus(rawValue: status), SessionScript.at(10))
    script.trace.decrypted = decrypted
    let advice = try #require(advise(code, script))
    #expect(advice.summary?.contains(summary) == true)
    #expect(advice.nextAction.contains(action))
  }

  @Test(
    "a named reason has its own sentence",
    arguments: [
      ("server.disconnected", "log.licensing", "lsdiag.msc"),
      ("server.disconnected", "log.taken_over", "connected to the same account"),
      ("server.disconnected", "log.limit_reached", "MaxSessions"),
      ("server.disconnected", "log.server_disconnected", "server's own log of that second"),
      ("network.name_not_found", "log.name_not_found", "nslookup"),
      ("network.syn_unanswered", "log.firewall_dropped", "rule"),
    ])
  func reason(code: String, evidence: String, words: String) throws {
    let log = LogSession(.freeRDP, at: .client, identity: "process", events: [])
    let advice = try #require(
      SessionAdvice.advice(
        for: VerdictCode(code), facts: SessionFacts(LogFacts(log)),
        evidence: [Evidence(EvidenceCode(evidence), "", records: [])]))
    #expect(advice.nextAction.contains(words))
  }

  @Test("a session that ended in licensing is no matter of error info")
  func licensing() throws {
    let advice = try #require(
      advise("server.disconnected", .active(), evidence: ["rdp.licensing_ended"]))
    #expect(advice.nextAction.contains("lsdiag.msc"))
  }

  @Test("nobody is told to type a password again where somebody tries passwords")
  func attack() throws {
    let log = LogSession(.windows, at: .server, identity: "connection", events: [])
    let advice = try #require(
      SessionAdvice.advice(
        for: VerdictCode("credssp.logon_failure"), facts: SessionFacts(LogFacts(log)),
        evidence: [Evidence(EvidenceCode("log.password_attack"), "", frames: [])]))
    #expect(!advice.nextAction.contains("password anew"))
    #expect(advice.nextAction.contains("internet"))
  }

  @Test(
    "what the wire shows besides the verdict decides who has to act",
    arguments: [
      ("credssp.stalled", "credssp.kdc_unanswered", "at the client"),
      ("client.terminated", "client.closed_by_timer", "idle time"),
      ("network.idle_timeout", "server.closed_by_timer", "idle limit of the relay"),
      ("network.idle_timeout", "client.side_closed_by_timer", "address is that of a relay"),
      ("network.idle_timeout", "path.relay_closed", "relay's idle limit"),
      ("server.terminated", "path.relay_ended", "log of the relay"),
      ("network.unreachable", "tcp.icmp_prohibited", "allow TCP port 3389"),
      ("network.path_outage", "tcp.icmp_mid_session", "which reports it"),
    ])
  func wire(code: String, evidence: String, words: String) throws {
    #expect(advise(code, .active()) == nil)
    let advice = try #require(advise(code, .active(), evidence: [evidence]))
    #expect(advice.nextAction.contains(words))
  }

  @Test("without evidence for any cause none contradicts another")
  func tooLittle() throws {
    let advice = try #require(advise("undetermined.conflicting", .active()))
    #expect(advice.summary?.contains("does not show") == true)
    #expect(
      advise("undetermined.conflicting", .active(), evidence: ["server.fin_mid_session"]) == nil)
  }

  @Test("every reason with a sentence speaks for some verdict")
  func isReachable() {
    for code in StatementAdvice.reasons {
      #expect(LogWeights.table[code]?.isEmpty == false, "\(code)")
    }
  }

  @Test("where xrdp's log is a witness, its own commands stand in for Windows'")
  func xrdp() throws {
    let log = LogSession(.xrdp, at: .server, identity: "connection", events: [])
    let facts = SessionFacts(LogFacts(log))
    for code in ["credssp.access_denied", "tls.version_mismatch", "server.port_closed"] {
      let advice = try #require(
        SessionAdvice.advice(for: VerdictCode(code), facts: facts, evidence: []))
      #expect(advice.nextAction.contains("xrdp"))
      #expect(!advice.nextAction.contains("secpol") && !advice.nextAction.contains("reg "))
    }
  }
}
