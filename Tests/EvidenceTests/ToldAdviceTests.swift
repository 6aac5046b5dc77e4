import CaptureReader
import LogReader
import Testing

@testable import Attribution
@testable import Evidence

/// Headline and advice follow the record that decided, and the machine that it speaks of.
@Suite("Advice by the record that decided") struct ToldAdviceTests {
  private static let place = ItemReference(
    input: 0, frame: 7, time: Timestamp(nanoseconds: 1_772_373_907_000_000_000))

  private static func facts(
    _ program: LogProgram = .windows, at point: LogSession.Point = .server, key: String = "other.1",
    _ kind: LogEventKind = .linkDown, code: LogCode? = nil, text: String? = nil, user: String? = nil
  ) -> SessionFacts {
    var event = LogEvent(kind, key: key, at: place, source: LogEvent.Source(program))
    event.code = code
    event.text = text
    event.user = user
    return SessionFacts(
      LogFacts(LogSession(program, at: point, identity: "session", events: [event])))
  }

  private static func told(
    _ finding: String, _ verdict: String, _ facts: SessionFacts, words: String = "",
    others: [String] = []
  ) -> (summary: String, action: String) {
    let evidence =
      [Evidence(EvidenceCode(finding), words, records: [place])]
      + others.map { Evidence(EvidenceCode($0), "", records: [place]) }
    let code = VerdictCode(verdict)
    let advice = SessionAdvice.advice(for: code, facts: facts, evidence: evidence)
    return (
      advice?.summary ?? VerdictText.summary(of: code),
      advice?.nextAction ?? VerdictText.nextAction(for: code)
    )
  }

  /// What only packets show.
  private static let seenInPackets = [
    "again and again", "acknowledged everything", "when it was used again", "no longer read",
    "forged",
    "RST", "with an alert",
  ]

  @Test(
    "a session that only logs show never speaks of packets",
    arguments: [
      (LogProgram.windows, LogSession.Point.server), (.windows, .client), (.freeRDP, .client),
      (.xrdp, .server), (.guacd, .client), (.firewall, .between), (.virtualDesktop, .between),
    ])
  func noPackets(program: LogProgram, point: LogSession.Point) {
    let facts = Self.facts(program, at: point)
    for (finding, weights) in LogWeights.table {
      for (verdict, weight) in weights where weight > 0 {
        let told = Self.told(finding, verdict, facts)
        for words in Self.seenInPackets {
          #expect(!told.summary.contains(words), "\(finding), \(verdict): \(told.summary)")
        }
      }
    }
    for verdict in Catalogue.verdicts {
      let told = Self.told("log.ends_open", verdict.code.rawValue, facts)
      let isOfPackets = Self.seenInPackets.contains { told.summary.contains($0) }
      #expect(!isOfPackets, "\(verdict.code.rawValue): \(told.summary)")
    }
  }

  @Test("a Windows server's record never leads to the files of another system")
  func windowsPaths() {
    for (finding, weights) in LogWeights.table {
      guard let best = weights.max(by: { $0.weight < $1.weight }), best.weight >= 6 else {
        continue
      }
      let told = Self.told(finding, best.code, Self.facts())
      for words in ["xrdp", "GNOME", "/var/log", "xsession", "journalctl"] {
        #expect(!told.action.contains(words), "\(finding): \(told.action)")
      }
    }
  }

  struct Case: Sendable {
    var finding: String
    var verdict: String
    var facts: SessionFacts
    var words = ""
    var others: [String] = []
    var summary: String
    var action: String
    var absent = "pathping"
  }

  static let path: [Case] = [
    Case(
      finding: "log.link_down", verdict: "network.path_outage",
      facts: facts(key: "ndis.10400", text: "Realtek USB"),
      summary: "server's network adapter hung",
      action: "On the server"),
    Case(
      finding: "log.link_down", verdict: "network.path_outage",
      facts: facts(at: .client, key: "ndis.10400"), summary: "client's network adapter hung",
      action: "On the client"),
    Case(
      finding: "log.link_down", verdict: "network.path_outage", facts: facts(key: "tcpip.4199"),
      summary: "Another machine has the server's IP address", action: "arp -a"),
    Case(
      finding: "log.tunnel_down", verdict: "network.path_outage",
      facts: facts(.firewall, at: .between),
      summary: "VPN tunnel", action: "VPN gateway's own log"),
    Case(
      finding: "log.transport_timeout", verdict: "network.path_outage",
      facts: facts(.virtualDesktop),
      words: "ClientNetworkUnavailable", summary: "client had no network",
      action: "client's own link"),
    Case(
      finding: "log.firewall_timeout", verdict: "network.idle_timeout",
      facts: facts(.firewall, at: .between), summary: "idle timer", action: "wrote the log"),
  ]

  static let hosts: [Case] = [
    Case(
      finding: "log.client_slept", verdict: "client.terminated",
      facts: facts(at: .client, key: "kernel-power.506"),
      summary: "client's computer went into modern",
      action: "lid's action"),
    Case(
      finding: "log.host_crashed", verdict: "server.terminated",
      facts: facts(key: "bugcheck.1001", .hostCrashed), summary: "bug check", action: "memory dump",
      absent: "7036"),
    // Windows logs a restart's sessions off as an administrator's.
    Case(
      finding: "log.admin_disconnect", verdict: "server.disconnected",
      facts: facts(key: "user32.1074", .hostStopping, text: "shutdown.exe: restart"),
      others: ["log.host_stopped"], summary: "restarted on purpose (shutdown.exe: restart)",
      action: "1074", absent: "rwinsta"),
    Case(
      finding: "log.backend_failed", verdict: "server.closed",
      facts: facts(key: "winlogon.4005", .backendFailed, text: "winlogon.exe"), summary: "winlogon",
      action: "Application log", absent: "xrdp"),
    Case(
      finding: "log.backend_failed", verdict: "server.closed",
      facts: facts(.guacd, at: .client, key: "guacd.not_installed"), summary: "guacd",
      action: "libguac-client-rdp", absent: "xrdp"),
    Case(
      finding: "log.backend_failed", verdict: "server.closed", facts: facts(.xrdp, key: "sesman.x"),
      summary: "behind the desktop", action: "xrdp-sesman.log"),
  ]

  static let reasons: [Case] = [
    Case(
      finding: "log.admin_disconnect", verdict: "server.disconnected",
      facts: facts(at: .gateway, key: "gateway.202", .sessionDisconnected),
      summary: "at the gateway",
      action: "RD Gateway Manager", absent: "tsdiscon"),
    Case(
      finding: "log.user_disconnected", verdict: "clean.server_closed",
      facts: facts(key: "lsm.40", .sessionDisconnected, code: LogCode(.errorInfo, 11)),
      summary: "user disconnected", action: "Nothing to do.", absent: "event 40"),
    Case(
      finding: "log.logged_off", verdict: "clean.server_closed",
      facts: facts(key: "lsm.40", .sessionDisconnected, code: LogCode(.errorInfo, 12)),
      summary: "user logged off", action: "Nothing to do.", absent: "event 40"),
    Case(
      finding: "log.server_error", verdict: "server.disconnected",
      facts: facts(.freeRDP, at: .client, .errorInfo, code: LogCode(.errorInfo, 0x112f)),
      words: "the server's graphics failed", summary: "graphics failed (0x112F)",
      action: "graphics driver", absent: "records named"),
    Case(
      finding: "log.broker_failed", verdict: "server.disconnected",
      facts: facts(.virtualDesktop, .connectFailed), words: "4 unhealthy.",
      summary: "no session host", action: "host pool", absent: "xrdp"),
    Case(
      finding: "log.browser_gone", verdict: "client.unresponsive",
      facts: facts(.guacd, at: .client),
      summary: "browser", action: "websocket", absent: "second client"),
  ]

  static let accounts: [Case] = [
    account(0xc000_0072, "log.account_restricted", "disabled", "Enable-ADAccount"),
    account(0xc000_0234, "log.account_restricted", "locked out", "Unlock-ADAccount"),
    account(0xc000_0064, "log.logon_refused", "no such user", "DOMAIN\\user"),
    account(
      0xc000_006a, "log.logon_refused", "wrong password", "See first whether the account is locked"),
    account(0xc000_005e, "log.no_authority", "no domain controller", "nltest"),
    Case(
      finding: "log.account_restricted", verdict: "credssp.account_restricted",
      facts: facts(.windows, .logonRefused, code: LogCode(.ntStatus, 0xc000_0234), user: "\\ADMIN"),
      summary: "locked out", action: "net user NAME /active:yes", absent: "/domain"),
    Case(
      finding: "log.gateway_denied", verdict: "credssp.gateway_refused",
      facts: facts(at: .gateway, key: "gateway.301", .authorizationDenied),
      words: "the gateway's resource policy denies the resource", summary: "resource policy (RAP)",
      action: "resource authorization policy", absent: "password"),
    Case(
      finding: "log.gateway_denied", verdict: "credssp.gateway_refused",
      facts: facts(at: .gateway, key: "gateway.6273", .authorizationDenied),
      words: "… the dial-in properties … Deny access", summary: "policy server", action: "Dial-in",
      absent: "password"),
    Case(
      finding: "log.gateway_http", verdict: "negotiation.gateway_refused",
      facts: facts(.freeRDP, at: .client, code: LogCode(.http, 404)), summary: "no RD Gateway",
      action: "gateway's name", absent: "RAP"),
    Case(
      finding: "log.security_failed", verdict: "tls.alert",
      facts: facts(at: .client, code: LogCode(.hresult, 0x8004_0154)),
      summary: "failed (0x80040154)", action: "Schannel", absent: "alert number"),
  ]

  private static func account(
    _ status: UInt32, _ finding: String, _ summary: String, _ action: String
  ) -> Case {
    let verdicts = [
      "log.account_restricted": "credssp.account_restricted",
      "log.logon_refused": "credssp.logon_failure", "log.no_authority": "credssp.server_dropped",
    ]
    return Case(
      finding: finding, verdict: verdicts[finding] ?? "",
      facts: facts(.windows, .logonRefused, code: LogCode(.ntStatus, status), user: "CORP\\anja"),
      summary: summary, action: action, absent: "xrdp")
  }

  @Test("each record has its own words", arguments: path + hosts + reasons + accounts)
  func words(of this: Case) {
    let told = Self.told(
      this.finding, this.verdict, this.facts, words: this.words, others: this.others)
    #expect(told.summary.contains(this.summary), "\(told.summary)")
    #expect(told.action.contains(this.action), "\(told.action)")
    #expect(!told.action.contains(this.absent), "\(told.action)")
  }
}
