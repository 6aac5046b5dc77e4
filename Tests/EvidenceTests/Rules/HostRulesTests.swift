import CaptureReader
@testable import RDPProtocol
import TCPStreams
import Testing

@testable import Evidence

@Suite("Rules of server and client") struct HostRulesTests {
  @Test("yield and stay silent", arguments: hangs + serverEnds + clientEnds + statements)
  func judge(_ item: RuleCase) { item.check() }

  /// From 8 s on the server's program is silent; the client goes on for `questions` records.
  private static func hung(questions: Int) -> SessionScript {
    SessionScript.active().changed { script in
      script.connection.sent.server.lastData = SessionScript.at(8000)
      script.record(.server, at: 8000)
      for index in 0..<questions { script.record(.client, at: 9000 + Int64(index) * 500) }
    }
  }

  /// Eight seconds in each of which the client sent input and the server drew so many bytes.
  private static func course(drawn: Int) -> SessionScript {
    hung(questions: 12).changed { script in
      script.inference.active = SessionScript.at(1000)
      script.course(
        Array(repeating: (8, 300), count: 20),
        Array(repeating: (4, drawn), count: 8) + Array(repeating: (8, 0), count: 12))
    }
  }

  @Test("input that nothing answers is a hang only where input used to be answered")
  func stillDesktop() throws {
    func strength(_ script: SessionScript) throws -> Double {
      try #require(script.evidence.first { $0.code == .serverSilent }).strength
    }
    #expect(try strength(Self.course(drawn: 500)) == 1)
    #expect(try strength(Self.course(drawn: 0)) < 0.5)
  }

  @Test("a client that closes after ten seconds without a word hardly hung")
  func looked() {
    func strength(_ script: SessionScript) -> Double? {
      script.evidence.first { $0.code == .clientSilent }?.strength
    }
    #expect(strength(Self.unmoved(updates: 12)) == 1)
    let closed = strength(Self.unmoved(updates: 12).changed { $0.fin(.client, at: 19_500) })
    #expect(closed.map { (0.6..<0.7).contains($0) } == true)
  }

  @Test("an abort under a server that had stopped answering is no goodbye for sure")
  func aborted() {
    func strength(_ script: SessionScript) -> Double? {
      script.evidence.first { $0.code == .rdpClientUltimatum }?.strength
    }
    let told = Self.hung(questions: 12).changed {
      $0.inference.ultimatums.append(
        DisconnectUltimatum(side: .client, frame: SessionScript.at(19_995), reason: nil))
    }
    #expect(strength(told.changed { $0.reset(.client, at: 20_000) }) == 0.4)
    #expect(strength(told.changed { $0.fin(.client, at: 20_000) }) == 1)
  }

  private static func unmoved(updates: Int) -> SessionScript {
    SessionScript.active().changed { script in
      script.connection.sent.client.lastData = SessionScript.at(8000)
      script.record(.client, at: 8000)
      for index in 0..<updates { script.record(.server, at: 9000 + Int64(index) * 900) }
    }
  }

  static let hangs: [RuleCase] = [
    .yields("server.no_answer", "no answer to the ClientHello", .tls(version: nil)),
    .yields(
      "server.no_answer", "no answer to the connection request",
      SessionScript.negotiated().changed {
        $0.trace.confirm = nil
        $0.connection.sent.server.lastData = nil
      }),
    .silent("server.no_answer", "the server answered", .tls()),
    .silent("server.no_answer", "two seconds", .tls(version: nil, lasting: 2000)),
    .silent(
      "server.no_answer", "the path failed",
      SessionScript.tls(version: nil).changed {
        $0.unanswered(.client, from: 40, to: 20_000, attempts: 5)
      }),
    .yields("server.silent", "twelve questions, no answer", hung(questions: 12)),
    .silent("server.silent", "two questions", hung(questions: 2)),
    .silent(
      "server.silent", "the path failed",
      hung(questions: 12).changed {
        $0.unanswered(.client, from: 9000, to: 20_000, attempts: 5)
      }),
    .silent("server.silent", "a lively session", .active()),
    .silent(
      "server.silent", "what was asked after its last packet may never have come",
      hung(questions: 12).changed { $0.connection.sent.server.lastPacket = SessionScript.at(9200) }),
    .yields("client.silent", "twelve updates, no answer", unmoved(updates: 12)),
    .silent("client.silent", "two updates", unmoved(updates: 2)),
    .silent(
      "client.silent", "a viewer that never said much",
      unmoved(updates: 12).changed { $0.connection.sent.client.dataPackets = 5 }),
    .yields("server.zero_window", "shut for ten seconds", shut(.server, at: 10_000)),
    .silent("server.zero_window", "shut for two seconds", shut(.server, at: 18_000)),
    .yields("client.zero_window", "shut for ten seconds", shut(.client, at: 10_000)),
    .silent("client.zero_window", "it is the server's that is shut", shut(.server, at: 10_000)),
  ]

  private static func shut(_ side: Side, at milliseconds: Int64) -> SessionScript {
    SessionScript.active().changed {
      $0.connection.sent[side].zeroWindowSince = SessionScript.at(milliseconds)
    }
  }

  static let unanswered = SessionScript.negotiated().changed { $0.trace.confirm = nil }

  static let serverEnds: [RuleCase] = [
    .yields(
      "server.closed_at_once", "before a word",
      SessionScript().changed { $0.fin(.server, at: 100) }),
    .yields(
      "server.closed_on_request", "on the connection request",
      unanswered.changed { $0.fin(.server, at: 100) }),
    .silent(
      "server.closed_on_request", "another service answered",
      unanswered.changed {
        $0.trace.foreignBytes.server = Array("SSH-2.0-OpenSSH_9.2".utf8)
        $0.fin(.server, at: 100)
      }),
    .silent(
      "server.closed_on_request", "after its own answer",
      .negotiated().changed { $0.fin(.server, at: 100) }),
    .yields(
      "server.closed_after_confirm", "after its own answer",
      .negotiated().changed { $0.fin(.server, at: 100) }),
    .silent(
      "server.closed_after_confirm", "its answer was a refusal",
      .negotiated(answer: .failure(code: 5)).changed { $0.fin(.server, at: 100) }),
    .yields(
      "tls.server_left_in_handshake", "after its hello",
      .tls().changed { $0.fin(.server, at: 100) }),
    .silent(
      "tls.server_left_in_handshake", "with an alert",
      .tls().changed {
        $0.alert(.server, 40, at: 90)
        $0.fin(.server, at: 100)
      }),
    .yields(
      "server.closed_after_tls", "after the handshake",
      .tls(finished: true).changed { $0.fin(.server, at: 100) }),
    .silent(
      "server.closed_after_tls", "in NLA", .nla(.negotiate).changed { $0.fin(.server, at: 200) }),
    .yields(
      "server.closed_in_connection_sequence", "in the connection sequence",
      .sequence().changed { $0.fin(.server, at: 300) }),
    .silent(
      "server.closed_in_connection_sequence", "with a goodbye",
      .sequence().changed {
        $0.ultimatum(.server, at: 299)
        $0.fin(.server, at: 300)
      }),
    .yields(
      "server.closed_with_alert", "TLS ended in order",
      .active().changed {
        $0.record(.server, at: 19_990, type: 21, length: 26)
        $0.fin(.server, at: 20_000)
      }),
    .yields(
      "server.fin_mid_session", "a bare FIN", .active().changed { $0.fin(.server, at: 20_000) }),
    .silent(
      "server.fin_mid_session", "the client was first",
      .active().changed {
        $0.fin(.client, at: 19_999)
        $0.fin(.server, at: 20_000)
      }),
    .silent(
      "server.fin_mid_session", "RDP's own goodbye came first",
      .active().changed {
        $0.ultimatum(.server, at: 19_999)
        $0.fin(.server, at: 20_000)
      }),
    .yields(
      "server.reset_mid_session", "a bare RST",
      .active().changed { $0.reset(.server, at: 20_000) }),
    .silent(
      "server.reset_mid_session", "the client had said goodbye in RDP",
      .active().changed {
        $0.ultimatum(.client, at: 19_999)
        $0.reset(.server, at: 20_000)
      }),
  ]

  static let clientEnds: [RuleCase] = [
    .yields(
      "client.left_in_connection_sequence", "in the connection sequence",
      .sequence().changed { $0.fin(.client, at: 5000) }),
    .silent("client.left_in_connection_sequence", "a session came of it", .active()),
    .yields(
      "client.closed_with_alert", "TLS ended in order",
      .active().changed {
        $0.record(.client, at: 19_900, type: 21, length: 26)
        $0.fin(.client, at: 20_000)
      }),
    .silent(
      "client.closed_with_alert", "a bare FIN", .active().changed { $0.fin(.client, at: 20_000) }),
    .yields(
      "client.fin_mid_session", "a bare FIN", .active().changed { $0.fin(.client, at: 20_000) }),
    .yields(
      "client.reset_mid_session", "a bare RST",
      .active().changed { $0.reset(.client, at: 20_000) }),
    .silent(
      "client.reset_mid_session", "Windows' answer to the server's goodbye",
      .active().changed {
        $0.ultimatum(.server, at: 19_990)
        $0.reset(.client, at: 20_000)
      }),
  ]

  /// The server sends the client on; with `stays`, it only tells where it is.
  private static func redirected(stays: Bool) -> SessionScript {
    SessionScript.sequence().changed { script in
      script.trace.mcs.details.redirection = Seen(
        Redirection(
          sessionID: 7, flags: stays ? 0x81 : 0x1, address: "10.1.2.4", fullyQualifiedName: nil,
          netBIOSName: nil, loadBalanceInfo: nil, user: nil, domain: nil), SessionScript.at(400))
    }
  }

  static let statements: [RuleCase] = [
    .yields("rdp.redirected", "a broker names the target", redirected(stays: false)),
    .silent("rdp.redirected", "information only", redirected(stays: true)),
    .yields(
      "rdp.reconnect_refused", "the cookie is stale",
      .active().changed {
        $0.trace.mcs.details.autoReconnectRefused = SessionScript.at(500)
      }),
    .yields(
      "mcs.refused", "Attach User Confirm",
      .sequence().changed { $0.trace.mcs.attachRefused = Seen(15, SessionScript.at(300)) }),
    .yields(
      "rdp.error_info", "idle time-out",
      .active().changed { $0.trace.mcs.errorInfo = Seen(3, SessionScript.at(19_000)) }),
    .silent(
      "rdp.error_info", "the user logged off",
      .active().changed { $0.trace.mcs.errorInfo = Seen(0x0C, SessionScript.at(19_000)) }),
    .yields(
      "rdp.error_info_user", "the user logged off",
      .active().changed { $0.trace.mcs.errorInfo = Seen(0x0C, SessionScript.at(19_000)) }),
    .yields(
      "rdp.licensing_error", "no licence",
      .sequence().changed { $0.trace.licensing.error = Seen(6, SessionScript.at(300)) }),
    .silent("rdp.licensing_error", "a session", .active()),
    .yields(
      "mcs.refused", "result 15",
      .sequence().changed { $0.trace.mcs.connectResponse = Seen(15, SessionScript.at(300)) }),
    .silent(
      "mcs.refused", "result 0",
      .sequence().changed { $0.trace.mcs.connectResponse = Seen(0, SessionScript.at(300)) }),
  ]
}
