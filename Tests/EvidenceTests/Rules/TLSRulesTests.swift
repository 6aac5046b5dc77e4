import CaptureReader

import TCPStreams
import Testing

@testable import Evidence
@testable import RDPProtocol

@Suite("Rules of TLS") struct TLSRulesTests {
  @Test("yield and stay silent", arguments: hellos + alerts + abandoned + records)
  func judge(_ item: RuleCase) { item.check() }

  static let closed = SessionScript.tls(version: nil).changed { $0.fin(.server, at: 60) }

  static let hellos: [RuleCase] = [
    .yields("tls.closed_on_client_hello", "a FIN for an answer", closed),
    .yields(
      "tls.closed_on_client_hello", "a RST for an answer",
      .tls(version: nil).changed { $0.reset(.server, at: 60) }),
    .silent(
      "tls.closed_on_client_hello", "an alert came first",
      closed.changed { $0.alert(.server, 40, at: 55) }),
    .silent(
      "tls.closed_on_client_hello", "the server hung for ten seconds first",
      .tls(version: nil).changed { $0.fin(.server, at: 10_000) }),
    .silent(
      "tls.closed_on_client_hello", "an answer too short to read (snap length)",
      closed.changed { $0.data(.server, from: 30, to: 50, packets: 3) }),
    .silent(
      "tls.closed_on_client_hello", "the client closes",
      .tls(version: nil).changed { $0.fin(.client, at: 60) }),
    .yields("tls.offer", "a FIN for an answer", closed),
    .yields(
      "tls.offer", "the server refuses",
      .tls(version: nil).changed { $0.alert(.server, 40, at: 55) }),
    .silent("tls.offer", "the handshake was finished", .tls(finished: true)),
    .silent("tls.offer", "a session came of it", .active()),
    .yields(
      "tls.version_gap", "the server offers TLS 1.0 and the client leaves",
      .tls(version: 0x0301).changed { $0.fin(.client, at: 60) }),
    .silent(
      "tls.version_gap", "the server offers TLS 1.2",
      .tls(version: 0x0303).changed { $0.fin(.client, at: 60) }),
    .silent(
      "tls.version_gap", "the client went on with TLS 1.0",
      .tls(version: 0x0301, finished: true).changed { $0.fin(.client, at: 100) }),
    .yields(
      "tls.old_client", "the client offers TLS 1.0",
      .tls(version: nil, offers: 0x0301).changed { $0.fin(.server, at: 60) }),
    .silent("tls.old_client", "the client offers TLS 1.3", closed),
  ]

  private static func alerted(_ side: Side, _ code: AlertDescription) -> SessionScript {
    SessionScript.tls().changed { $0.alert(side, code, at: 60) }
  }

  static let alerts: [RuleCase] = [
    .yields("tls.alert_version", "protocol_version", alerted(.server, 70)),
    .yields("tls.alert_version", "inappropriate_fallback", alerted(.server, 86)),
    .yields("tls.alert_cipher", "handshake_failure of the server", alerted(.server, 40)),
    .silent("tls.alert_cipher", "handshake_failure of the client, late", alerted(.client, 40)),
    .yields("tls.alert_other", "handshake_failure of the client, late", alerted(.client, 40)),
    .yields("tls.alert_certificate_expired", "certificate_expired", alerted(.client, 45)),
    .yields("tls.alert_certificate", "unknown_ca", alerted(.client, 48)),
    .silent("tls.alert_certificate", "the server rejects the client's", alerted(.server, 42)),
    .yields("tls.alert_record", "bad_record_mac", alerted(.server, 20)),
    .yields("tls.alert_access_denied", "access_denied", alerted(.server, 49)),
    .yields("tls.alert_other", "internal_error", alerted(.server, 80)),
    .silent("tls.alert_other", "close_notify", alerted(.client, 0)),
    .silent(
      "tls.alert_record", "an alert after the peer's FIN is an effect",
      .tls().changed {
        $0.fin(.client, at: 55)
        $0.alert(.server, 50, at: 60)
      }),
    .silent(
      "tls.alert_other", "a warning before a handshake that went on",
      .tls(finished: true).changed { $0.warning(.server, 112, at: 55) }),
    .yields(
      "tls.alert_other", "a warning that the handshake ends with",
      .tls(version: nil).changed {
        $0.warning(.server, 112, at: 55)
        $0.fin(.server, at: 60)
      }),
    .yields(
      "tls.alert_cipher", "a fatal alert behind a warning",
      .tls(version: nil).changed {
        $0.warning(.server, 112, at: 50)
        $0.alert(.server, 40, at: 55)
      }),
    .yields(
      "tls.alert_record", "an alert before the peer's FIN is not",
      .tls().changed {
        $0.alert(.server, 50, at: 60)
        $0.fin(.client, at: 65)
      }),
  ]

  private static func left(finished: Bool = false, nla: Bool = true) -> SessionScript {
    SessionScript.tls(finished: finished, nla: nla).changed { $0.fin(.client, at: 100) }
  }

  /// The client had so many bytes of the server's when it closed; the hello began behind 19.
  private static func crossed(seen: Int) -> SessionScript {
    left().changed {
      $0.trace.tls.serverHelloOffset = 19
      $0.connection.sent.client.acknowledgedAtGoodbye = seen
    }
  }

  static let abandoned: [RuleCase] = [
    .yields("tls.client_left_in_handshake", "no word after the certificate", left()),
    .silent("tls.client_left_in_handshake", "the handshake was finished", left(finished: true)),
    .silent(
      "tls.client_left_in_handshake", "the server closes",
      .tls().changed { $0.fin(.server, at: 100) }),
    .silent("tls.client_left_in_handshake", "the hello crossed the FIN", crossed(seen: 19)),
    .yields("tls.client_left_before_hello", "the hello crossed the FIN", crossed(seen: 19)),
    .silent("tls.client_left_before_hello", "the client had the hello", crossed(seen: 1_300)),
    .yields("tls.client_left_in_handshake", "the client had the hello", crossed(seen: 1_300)),
    .yields(
      "tls.client_alert_in_handshake", "an encrypted alert",
      left().changed { $0.alert(.client, nil, at: 90) }),
    .silent(
      "tls.client_alert_in_handshake", "an alert in the clear",
      left().changed { $0.alert(.client, 48, at: 90) }),
    .yields("tls.client_left_before_credssp", "NLA was agreed", left(finished: true)),
    .silent("tls.client_left_before_credssp", "no NLA", left(finished: true, nla: false)),
    .yields("tls.client_left_after_handshake", "no NLA", left(finished: true, nla: false)),
    .silent("tls.client_left_after_handshake", "a session came of it", .active()),
    .yields("tls.certificate_expired", "an old certificate", certified(until: -1000)),
    .yields(
      "tls.certificate_findings", "an old certificate, and the client leaves",
      certified(until: -1000)),
    .yields(
      "tls.certificate_findings", "the client refuses it",
      .tls().changed {
        $0.trace.tls.certificate = certificate(until: -1000)
        $0.alert(.client, 46, at: 60)
      }),
    .silent(
      "tls.certificate_findings", "nothing to object to", certified(until: 100_000)),
    .silent(
      "tls.certificate_findings", "a session came of it",
      .active().changed { $0.trace.tls.certificate = certificate(until: -1000) }),
    .silent("tls.certificate_expired", "a good certificate", certified(until: 100_000)),
    .silent(
      "tls.certificate_expired", "an old certificate in a session that went on",
      .active().changed {
        $0.trace.tls.certificate = certificate(until: -1000)
        $0.fin(.client, at: 20_000)
      }),
  ]

  private static func certificate(until milliseconds: Int64) -> Seen<ServerCertificate> {
    Seen(
      ServerCertificate(
        subject: "CN=TS01", notAfter: SessionScript.start.advanced(by: .milliseconds(milliseconds)),
        isSelfIssued: true, chainLength: 1, length: 800), SessionScript.at(50))
  }

  private static func certified(until milliseconds: Int64) -> SessionScript {
    left(finished: true).changed { $0.trace.tls.certificate = certificate(until: milliseconds) }
  }

  /// The server's record at 15 s, the client's alert `reaction` ms later, then its FIN.
  private static func broken(after reaction: Int64, over path: Int64 = 1) -> SessionScript {
    SessionScript.active().changed { script in
      script.connection.handshake.clientRoundTrip = .milliseconds(path)
      script.record(.server, at: 15_000)
      script.record(.client, at: 15_000 + reaction, type: 21, length: 26)
      script.fin(.client, at: 15_001 + reaction)
    }
  }

  static let records: [RuleCase] = [
    .yields("tls.alert_on_record", "an alert two milliseconds after a record", broken(after: 2)),
    .silent("tls.alert_on_record", "a user's close 60 ms after a record", broken(after: 60)),
    .yields(
      "tls.alert_on_record", "seen at the server: 12 ms beside a round trip of 44 ms",
      broken(after: 56, over: 44)),
    .silent(
      "tls.alert_on_record", "the round trip varies by a quarter, not by half",
      broken(after: 76, over: 44)),
    .silent(
      "tls.alert_on_record", "the record was answered",
      .active().changed { script in
        script.record(.server, at: 15_000)
        script.record(.client, at: 15_002)
        script.record(.client, at: 15_004, type: 21, length: 26)
        script.fin(.client, at: 15_005)
      }),
    .silent(
      "tls.alert_on_record",
      "the client's alert was its goodbye, the server's answered it before the client's FIN came",
      .active().changed { script in
        script.record(.client, at: 15_000, type: 21, length: 19)
        script.record(.server, at: 15_001, type: 21, length: 19)
        script.fin(.client, at: 15_001)
        script.fin(.server, at: 15_002)
      }),
    .silent(
      "tls.alert_on_record", "RDP's own goodbye came first",
      broken(after: 2).changed { $0.ultimatum(.client, at: 14_999) }),
  ]
}
