import CaptureReader
import Testing

@testable import Evidence
@testable import RDPProtocol
@testable import TCPStreams

@Suite("Rules of what else happened at that moment") struct SurroundingsRulesTests {
  @Test("yield and stay silent", arguments: moments + answers + inspections + captures)
  func judge(_ item: RuleCase) { item.check() }

  private static func others(_ change: (inout Bystanders) -> Void) -> SessionScript {
    SessionScript.active().changed {
      $0.reset(.server, at: 20_000)
      change(&$0.surroundings.bystanders)
    }
  }

  static let moments: [RuleCase] = [
    .yields("context.server_peers_fine", "twelve went on", others { $0.serverSurvived = 12 }),
    .silent(
      "context.server_peers_fine", "some went on, some were lost",
      others {
        $0.serverSurvived = 12
        $0.serverDropped = 1
      }),
    .yields("context.server_peers_dropped", "one was lost", others { $0.serverDropped = 1 }),
    .yields("context.client_sessions_fine", "one went on", others { $0.clientSurvived = 1 }),
    .silent("context.client_sessions_fine", "there were none", others { _ in }),
    .yields("context.client_sessions_dropped", "two were lost", others { $0.clientDropped = 2 }),
    .silent("context.client_sessions_dropped", "they went on", others { $0.clientSurvived = 2 }),
  ]

  /// Round trips of a second and a half; the client gives up, and then comes what it waited for.
  private static func slow(roundTrip: Int64 = 1500, answered: Int64? = 21_000) -> SessionScript {
    SessionScript.nla(.authenticate).changed { script in
      script.connection.handshake.serverRoundTrip = .milliseconds(roundTrip)
      script.connection.sent.client.lastData = SessionScript.at(19_000)
      script.fin(.client, at: 20_000)
      guard let answered else { return }
      script.connection.sent.server.lastData = SessionScript.at(answered)
    }
  }

  static let answers: [RuleCase] = [
    .yields("tcp.late_answer", "a second after the client left", slow()),
    .silent("tcp.late_answer", "on a quick path", slow(roundTrip: 40)),
    .silent("tcp.late_answer", "no answer at all", slow(answered: nil)),
    .silent(
      "tcp.late_answer", "the server had refused before",
      slow().changed { $0.refused(.errorCode, at: 300) }),
  ]

  private static func issued(by issuer: String, _ script: SessionScript) -> SessionScript {
    script.changed {
      $0.trace.tls.certificate = Seen(
        ServerCertificate(
          subject: "CN=rds01", issuer: issuer, notBefore: nil, notAfter: nil, isSelfIssued: false,
          chainLength: 2, length: 900), SessionScript.at(50))
    }
  }

  private static let abandoned = SessionScript.tls(finished: true).changed {
    $0.fin(.client, at: 100)
  }

  static let inspections: [RuleCase] = [
    .yields(
      "tls.inspection_refused", "the client left", issued(by: "O=Zscaler Inc., CN=x", abandoned)),
    .silent("tls.inspection_refused", "the server's own", issued(by: "CN=rds01", abandoned)),
    .silent(
      "tls.inspection_refused", "the session came about",
      issued(by: "CN=FortiGate CA", .active())),
    .yields(
      "tls.inspection_certificate", "the session came about",
      issued(by: "CN=FortiGate CA", .active())),
    .silent("tls.inspection_certificate", "the server's own", issued(by: "CN=rds01", .active())),
  ]

  private static let late = SessionScript.active().changed {
    $0.connection.handshake = Handshake()
    $0.fin(.client, at: 20_000)
  }
  private static let cut = SessionScript().changed { script in
    script.surroundings.snapped = true
    script.data(.client, from: 20, to: 900, packets: 5)
    script.data(.server, from: 30, to: 910, packets: 5)
    script.fin(.server, at: 920)
  }

  private static func outage(seconds: Int64) -> SessionScript {
    SessionScript.active(lasting: 60_000).changed {
      $0.unanswered(.client, from: 60_000 - seconds * 1000, to: 60_000, attempts: 7)
    }
  }

  static let captures: [RuleCase] = [
    .yields("capture.started_late", "an end without a start", late),
    .silent("capture.started_late", "a whole session", .active()),
    .yields("tcp.outage_open", "a second old", outage(seconds: 1)),
    .silent("tcp.outage_open", "half a minute old", outage(seconds: 30)),
    .yields("capture.payload_cut", "headers only", cut),
    .silent("capture.payload_cut", "nothing was said", SessionScript()),
    .yields(
      "capture.left_out", "no room for all of it",
      .active().changed { $0.connection.evicted = true }),
    .silent("capture.left_out", "room enough", .active()),
    .silent("server.closed_at_once", "what was said was cut off", cut),
    .yields("host.firewall_dropped", "a filter dropped the opening", dropped(isFilter: true)),
    .silent("host.firewall_dropped", "another part dropped it", dropped(isFilter: false)),
    .yields("host.dropped", "no filter dropped it", dropped(isFilter: false)),
    .silent("host.dropped", "nothing was dropped", SessionScript()),
  ]

  /// A trace of Windows that shows what it dropped inside the host.
  private static func dropped(isFilter: Bool) -> SessionScript {
    SessionScript().changed { script in
      let time = script.connection.first.time
      script.surroundings.hostDrops = [
        HostDrops(
          sender: .client, code: 5, reason: "inspection", place: "WFP", count: 3, first: time,
          last: time, isFilter: isFilter)
      ]
    }
  }
}
