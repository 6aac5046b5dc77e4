import Attribution
import Testing

@Suite("Handbook") struct HandbookTests {
  static let verdicts: [String] = [
    "clean.client_closed", "clean.server_closed", "clean.auth_only", "clean.probe",
    "clean.superseded", "clean.redirected", "clean.running",
    "network.loss", "network.path_outage", "network.pmtu_blackhole", "network.reset_injected",
    "network.idle_timeout", "network.unreachable", "network.syn_unanswered",
    "network.name_not_found",
    "network.latency",
    "negotiation.ssl_required", "negotiation.ssl_not_allowed",
    "negotiation.ssl_cert_not_on_server", "negotiation.inconsistent_flags",
    "negotiation.hybrid_required", "negotiation.ssl_with_user_auth_required",
    "negotiation.refused", "negotiation.gateway_refused", "credssp.gateway_refused",
    "undetermined.tunnelled",
    "tls.version_mismatch", "tls.cipher_mismatch", "tls.certificate_rejected",
    "tls.certificate_expired", "tls.closed_on_client_hello", "tls.bad_record", "tls.alert",
    "tls.intercepted",
    "credssp.logon_failure", "credssp.account_restricted", "credssp.password_expired",
    "credssp.encryption_oracle", "credssp.client_withdrew", "credssp.access_denied",
    "credssp.server_dropped", "credssp.server_identity", "credssp.stalled",
    "server.port_closed", "server.unresponsive", "server.closed", "server.terminated",
    "server.disconnected",
    "client.terminated", "client.unresponsive",
    "protocol.malformed", "protocol.mac_error",
    "undetermined.capture_ends", "undetermined.mid_session", "undetermined.one_sided",
    "undetermined.conflicting", "undetermined.not_rdp",
  ]

  @Test("explains every verdict, with a way to confirm it and a step to take", arguments: verdicts)
  func explainsVerdict(code: String) throws {
    let page = try #require(Handbook.explanation(verdict: code))
    #expect(page.code == code)
    #expect(page.family == .verdict)
    #expect(!page.confirm.isEmpty)
    #expect(!page.fixes.isEmpty)
  }

  @Test("has no verdict page beyond the vocabulary tested here")
  func verdictsAreTheVocabulary() {
    let pages = Handbook.all.filter { $0.family == .verdict }.map(\.code)
    #expect(Set(pages) == Set(Self.verdicts))
  }

  @Test("knows no verdict under another family's code or a changed spelling")
  func exactVerdictsOnly() {
    #expect(Handbook.explanation(verdict: "tcp.syn_unanswered") == nil)
    #expect(Handbook.explanation(verdict: "TLS.alert") == nil)
    #expect(Handbook.explanation(verdict: "") == nil)
  }

  @Test("fills every page's text")
  func textsAreFilled() {
    for page in Handbook.all {
      #expect(!page.code.isEmpty && !page.title.isEmpty && !page.meaning.isEmpty, "\(page.code)")
      #expect(!page.confirm.isEmpty, "\(page.code)")
      #expect(page.confirm.allSatisfy { !$0.isEmpty }, "\(page.code)")
      #expect(page.fixes.allSatisfy { !$0.step.isEmpty }, "\(page.code)")
      #expect(page.meaning.hasSuffix(".") || page.meaning.hasSuffix(")"), "\(page.code)")
      let prose = ([page.meaning, page.title] + page.fixes.map(\.step)).joined(separator: "\n")
      #expect(!prose.contains("  "), "\(page.code)")
      #expect(prose.firstMatch(of: #/[a-z][.;,][A-Z][a-z]+ /#) == nil, "\(page.code)")
    }
  }

  @Test("never recommends first a step that lowers security")
  func firstStepIsSafe() {
    for page in Handbook.all {
      #expect(page.fixes.first?.lowersSecurity != true, "\(page.code)")
    }
  }

  @Test("states risk and safer alternative of every step that lowers security")
  func weakeningStepsAreExplained() {
    let weakening = Handbook.all.flatMap { page in
      page.fixes.filter(\.lowersSecurity).map { (page.code, $0) }
    }
    #expect(!weakening.isEmpty)
    for (code, fix) in weakening {
      #expect(fix.risk?.isEmpty == false, "\(code): \(fix.step)")
      #expect(fix.saferAlternative?.isEmpty == false, "\(code): \(fix.step)")
    }
  }

  @Test(
    "marks the well-known weakening settings",
    arguments: [
      "AllowEncryptionOracle /t REG_DWORD /d 2", "UserAuthentication /t REG_DWORD /d 0",
      "SecurityLayer /t REG_DWORD /d 0", "SecurityLayer /t REG_DWORD /d 1",
      "TLS 1.0\\Server\" /v Enabled /t REG_DWORD /d 1",
      "DisableRestrictedAdmin /t REG_DWORD /d 0", "/sec:rdp", "Remote Desktop (WebSocket)",
    ])
  func weakeningSettingsAreMarked(setting: String) {
    let fixes = Handbook.all.flatMap(\.fixes).filter { $0.command?.contains(setting) ?? false }
    #expect(!fixes.isEmpty)
    #expect(fixes.allSatisfy { $0.lowersSecurity })
  }

  @Test(
    "names the repairs a drop may need",
    arguments: [
      ("network.syn_unanswered", "powercfg /change standby-timeout-ac 0"),
      ("network.syn_unanswered", "Set-NetFirewallRule -DisplayGroup \"Remote Desktop\""),
      ("network.syn_unanswered", "powercfg /deviceenablewake"),
      ("network.path_outage", "Disable-NetAdapterPowerManagement"),
      ("network.idle_timeout", "KeepAliveInterval"),
      ("network.pmtu_blackhole", "--clamp-mss-to-pmtu"),
      ("negotiation.ssl_not_allowed", "SecurityLayer"),
      ("tls.certificate_expired", "Restart-Service TermService"),
      ("tls.version_mismatch", "SCHANNEL\\Protocols\\TLS 1.2"),
      ("tls.cipher_mismatch", "Enable-TlsCipherSuite"),
      ("credssp.encryption_oracle", "AllowEncryptionOracle"),
      ("server.unresponsive", "rwinsta ID"),
    ])
  func namesRepair(code: String, command: String) throws {
    let page = try #require(Handbook.explanation(verdict: code))
    #expect(page.fixes.contains { $0.command?.contains(command) ?? false })
  }

  @Test("gives every code once within its family")
  func codesAreUnique() {
    var seen: Set<String> = []
    for page in Handbook.all {
      #expect(seen.insert("\(page.family.rawValue) \(page.code)").inserted, "\(page.code)")
    }
  }

  @Test("refers only to pages that exist, and not to itself")
  func referencesExist() {
    let codes = Set(Handbook.all.map(\.code))
    for page in Handbook.all {
      for target in page.seeAlso {
        #expect(codes.contains(target), "\(page.code) -> \(target)")
        let isOwnCode = target == page.code && page.family != .evidence
        #expect(!isOwnCode, "\(page.code) refers to itself")
      }
      #expect(Set(page.seeAlso).count == page.seeAlso.count, "\(page.code)")
    }
  }

  @Test("lists pages by family, in the order of the families")
  func listIsOrdered() {
    let ranks = Handbook.all.map { Explanation.Family.allCases.firstIndex(of: $0.family) ?? -1 }
    #expect(ranks == ranks.sorted())
    #expect(Set(Handbook.all.map(\.family)) == Set(Explanation.Family.allCases))
    let alerts = Handbook.all.filter { $0.family == .tlsAlert }.map(\.code)
    #expect(alerts.prefix(3) == ["TLS alert 0", "TLS alert 10", "TLS alert 20"])
  }
}
