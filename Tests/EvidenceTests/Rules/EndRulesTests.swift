import CaptureReader
import RDPProtocol
import Testing

@testable import Evidence
@testable import TCPStreams

/// Who ended a session, and whether a person did.
@Suite("Rules of ends") struct EndRulesTests {
  @Test(
    "yield and stay silent",
    arguments: alerts + servers + timers + checks + blackHoles + strangers + missing)
  func judge(_ item: RuleCase) { item.check() }

  /// The server's record at 15 s, the client's alert two milliseconds later, then its FIN.
  private static let broken = SessionScript.active().changed { script in
    for index in 0..<5 { script.record(.client, at: 14_000 + Int64(index) * 200) }
    script.record(.server, at: 15_000)
    script.trace.tls.lastRecords[5].streamEnd = 5000
    script.record(.client, at: 15_002, type: 21, length: 26)
    script.fin(.client, at: 15_003)
    script.connection.sent.client.acknowledgedAtGoodbye = 5000
  }

  static let alerts: [RuleCase] = [
    .yields("tls.alert_on_record", "the record was acknowledged", broken),
    .silent(
      "tls.alert_on_record", "the record had not arrived yet",
      broken.changed { $0.connection.sent.client.acknowledgedAtGoodbye = 4000 }),
    .silent(
      "tls.alert_on_record", "the other side answers with close_notify",
      broken.changed { $0.record(.server, at: 15_040, type: 21, length: 26) }),
    .silent(
      "tls.alert_on_record", "the record's end was still to come",
      broken.changed {
        $0.trace.tls.lastRecords[5].isPartial = true
        $0.trace.tls.lastRecords[5].streamEnd = nil
      }),
    .silent(
      "tls.alert_on_record", "it answers the server's goodbye",
      broken.changed { $0.ultimatum(.server, at: 15_000) }),
    .silent(
      "tls.alert_on_record", "sooner than a round trip after the record",
      broken.changed { $0.connection.handshake.clientRoundTrip = .milliseconds(40) }),
  ]

  private static let early = SessionScript.active(lasting: 3000).changed { script in
    script.inference.active = SessionScript.at(400)
    script.trace.mcs.activePDUs = PerSide(client: 6, server: 12)
    script.inference.activeRecords = PerSide(client: 6, server: 12)
    script.ultimatum(.server, at: 2400)
    script.fin(.server, at: 2401)
  }

  static let servers: [RuleCase] = [
    .yields("rdp.goodbye_before_use", "two seconds after the desktop, no input", early),
    .silent(
      "rdp.goodbye_before_use", "somebody typed",
      early.changed { script in
        for index in 0..<5 { script.record(.client, at: 1000 + Int64(index) * 100, length: 33) }
      }),
    .silent(
      "rdp.goodbye_before_use", "after twenty seconds",
      .active(lasting: 30_000).changed {
        $0.ultimatum(.server, at: 25_000)
        $0.fin(.server, at: 25_001)
      }),
    .yields(
      "rdp.error_info_by_size", "a record of its size before the goodbye",
      early.changed { $0.inference.errorInfo = SessionScript.at(2390) }),
    .silent("rdp.error_info_by_size", "none", early),
    .yields(
      "rdp.licensing_ended", "the client closes on the server's message",
      .sequence().changed {
        $0.inference.licensing = SessionScript.at(500)
        $0.inference.licensingEnd = SessionScript.at(900)
        $0.fin(.client, at: 901)
      }),
    .silent(
      "rdp.licensing_ended", "a desktop came",
      .active().changed {
        $0.inference.licensing = SessionScript.at(300)
        $0.inference.licensingEnd = SessionScript.at(350)
        $0.fin(.client, at: 901)
      }),
    .yields(
      "server.closed_after_confirm", "a FIN that crosses the ClientHello",
      .tls(version: nil).changed { $0.fin(.server, at: 35) }),
  ]

  private static func closing(_ side: Side = .client, at milliseconds: Int64) -> SessionScript {
    SessionScript.active(lasting: 40_000).changed { script in
      script.connection.sent.client.lastData = SessionScript.at(20_000)
      script.connection.sent.server.lastData = SessionScript.at(19_900)
      script.fin(side, at: milliseconds)
    }
  }

  static let timers: [RuleCase] = [
    .yields("client.closed_by_timer", "15.0 s after the last byte", closing(at: 35_010)),
    .silent("client.closed_by_timer", "13.7 s after the last byte", closing(at: 33_700)),
    .silent("client.closed_by_timer", "at once", closing(at: 20_020)),
    .silent("client.closed_by_timer", "earlier than a timer", closing(at: 34_940)),
    .silent("client.side_closed_by_timer", "at the client's own host", closing(at: 35_010)),
    .yields(
      "client.side_closed_by_timer", "seen at the server",
      closing(at: 35_010).changed { $0.connection.capturePoint = .server }),
    .yields(
      "server.closed_by_timer", "5.0 s and a round trip after the last byte",
      closing(.server, at: 25_028).changed {
        $0.connection.handshake.serverRoundTrip = .milliseconds(26)
      }),
    .yields(
      "server.closed_by_timer", "5.0 s after it, by a relay with a coarse clock",
      closing(.server, at: 24_920)),
    .yields("server.closed_by_timer", "twelve seconds", closing(.server, at: 32_004)),
    .silent("server.closed_by_timer", "a death after 5.5 s", closing(.server, at: 25_500)),
    .silent("server.closed_by_timer", "a death after 12.4 s", closing(.server, at: 32_400)),
    .yields(
      "server.closed_by_timer", "the client's alert answers the close",
      closing(.server, at: 25_010).changed {
        $0.record(.client, at: 20_000)
        $0.record(.client, at: 25_011, type: 21, length: 19)
        $0.connection.sent.client.lastData = SessionScript.at(25_011)
      }),
    .silent("server.closed_by_timer", "a death at work", closing(.server, at: 20_028)),
    .silent(
      "server.closed_by_timer", "a clock that was set back",
      closing(.server, at: 25_028).changed {
        $0.connection.largestBackwardStep = .seconds(2)
      }),
    .yields(
      "credssp.client_left_at_once", "4 ms after the challenge",
      .nla(.challenge).changed { $0.clientLeft(at: 114) }),
    .silent(
      "credssp.client_left_at_once", "two seconds after the challenge",
      .nla(.challenge).changed { $0.clientLeft(at: 2110) }),
    .yields("story.same_timer", "13.7 s after the last byte, twice", twice(13_690, 13_710)),
    .silent("story.same_timer", "two pauses of a person", twice(13_000, 13_400)),
    .silent("story.same_timer", "once", closing(at: 33_700)),
    .yields("story.same_haste", "4 ms after the challenge, twice", hasty),
    .silent(
      "story.same_haste", "another stage",
      hasty.changed { $0.inference.credssp.stage = .publicKeyReply }),
  ]

  private static func twice(_ one: Int64, _ other: Int64) -> SessionScript {
    closing(at: 33_700).changed {
      $0.surroundings.repeatedEnd = RepeatedEnd(
        attempts: 2, shortest: .milliseconds(one), longest: .milliseconds(other))
    }
  }

  private static let hasty = SessionScript.nla(.challenge).changed {
    $0.clientLeft(at: 114)
    $0.surroundings.repeatedEnd = RepeatedEnd(
      attempts: 2, shortest: .milliseconds(3), longest: .milliseconds(4))
  }

  /// A person typed for 15 s after the challenge; the client leaves on the server's proof.
  static let typed = SessionScript.nla(.publicKeyReply).changed { script in
    for index in 2..<4 {
      script.inference.credssp.messages[index].frame = SessionScript.at(15_000 + Int64(index))
    }
    script.clientLeft(at: 15_004)
  }

  static let checks: [RuleCase] = [
    .yields("credssp.client_checked_only", "credentials typed, and gone at once", typed),
    .silent(
      "credssp.client_checked_only", "a program's credentials",
      .nla(.publicKeyReply).changed { $0.clientLeft(at: 132) }),
    .yields(
      "capture.last_word_missing", "more acknowledged than seen",
      .active().changed { script in
        script.record(.server, at: 18_000)
        script.trace.tls.lastRecords[0].streamEnd = 9000
        script.connection.sent.server.missedBytes = 55
        script.connection.sent.client.acknowledgedAtGoodbye = 9055
        script.fin(.client, at: 19_000)
      }),
    .silent(
      "capture.last_word_missing", "all was seen",
      .active().changed { script in
        script.record(.server, at: 18_000)
        script.trace.tls.lastRecords[0].streamEnd = 9000
        script.connection.sent.client.acknowledgedAtGoodbye = 9000
        script.fin(.client, at: 19_000)
      }),
  ]

  /// From 8 s on the server's large segments vanish; small ones arrive.
  private static let hole = SessionScript.active().changed { script in
    script.connection.sent.server.largestSegment = 1448
    script.connection.sent.server.openHoleBytes = 1428
    script.connection.sent.server.largestOpenHole = 1428
    script.connection.sent.server.openHoleSince = SessionScript.at(8000).time
    script.connection.sent.server.largestBesideHole = 396
    script.connection.sent.server.lastData = SessionScript.at(8000)
    script.record(.server, at: 8000)
    for index in 0..<12 { script.record(.client, at: 9000 + Int64(index) * 500) }
  }

  static let blackHoles: [RuleCase] = [
    .yields("tcp.pmtu_blackhole", "large ones stop in the middle of the session", hole),
    .silent("server.silent", "what it said was lost", hole),
    .silent(
      "tcp.pmtu_blackhole", "large ones still arrive",
      hole.changed { $0.connection.sent.server.largestBesideHole = 1448 }),
    .yields(
      "tcp.reset_ignored", "both sides went on",
      .active().changed {
        $0.reset(.server, at: 5000, hopLimit: 55, senderWentOn: true)
        $0.connection.sent.server.resets[0].receiverWentOn = true
      }),
    .silent(
      "tcp.reset_foreign_ttl", "a RST that ended nothing",
      .active().changed {
        $0.reset(.server, at: 5000, hopLimit: 55, senderWentOn: true)
        $0.connection.sent.server.resets[0].receiverWentOn = true
      }),
  ]

  /// TLS from the first byte on.
  private static let plainTLS = SessionScript.tls(finished: true, nla: false).changed { script in
    script.trace.request = nil
    script.trace.confirm = nil
    script.fin(.server, at: 19_000)
  }

  static let strangers: [RuleCase] = [
    .yields("rdp.tls_without_x224", "a ClientHello opens the connection", plainTLS),
    .silent("server.closed_after_tls", "nothing of RDP is said of it", plainTLS),
    .silent(
      "rdp.tls_without_x224", "the capture lacks the beginning",
      plainTLS.changed { $0.connection.sent.client.missedBytes = 42 }),
    .silent("rdp.tls_without_x224", "X.224 came first", .tls()),
    .silent(
      "rdp.garbage_refused", "the server spoke first",
      SessionScript().changed { script in
        script.trace.foreignBytes.client = Array("EHLO example\r\n".utf8)
        script.data(.client, from: 20, to: 20, packets: 1)
        script.data(.server, from: 15, to: 25, packets: 2)
        script.fin(.server, at: 100)
      }),
  ]

  /// The client acknowledged `bytes` of the server's that the capture lacks.
  private static func lacking(_ script: SessionScript, _ bytes: Int) -> SessionScript {
    script.changed {
      $0.connection.sent.server.missedBytes = bytes
      $0.fin(.client, at: 100)
    }
  }

  private static let unanswered = SessionScript.negotiated([.ssl]).changed { script in
    script.trace.confirm = nil
    script.data(.server, from: 0, to: 0, packets: 0)
  }

  static let missing: [RuleCase] = [
    .yields("x224.answer_missing_without_nla", "19 bytes and a FIN", lacking(unanswered, 20)),
    .yields(
      "x224.answer_missing", "a client with NLA",
      lacking(unanswered, 19).changed { $0.requested([.ssl, .hybrid]) }),
    .silent("x224.answer_missing_without_nla", "more than an answer", lacking(unanswered, 300)),
    .silent(
      "server.closed_on_request", "the answer was not captured",
      lacking(unanswered, 20).changed { $0.fin(.server, at: 90) }),
    .yields("tls.alert_missing", "7 bytes after the hello", lacking(.tls(version: nil), 8)),
    .silent("tls.alert_missing", "nothing is missing", .tls(version: nil)),
    .yields(
      "credssp.kdc_unanswered", "TLS is up, and port 88 is silent",
      .tls(finished: true).changed {
        $0.surroundings.unansweredKerberos = 4
        $0.surroundings.kerberosFrame = SessionScript.at(5000)
      }),
    .silent("credssp.kdc_unanswered", "no Kerberos", .tls(finished: true)),
  ]
}
