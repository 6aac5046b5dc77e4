import CaptureReader
import PacketDecode
import RDPProtocol
import Testing

@testable import Evidence
@testable import TCPStreams

@Suite("Rules of connections that do not come up") struct ConnectingRulesTests {
  @Test("yield and stay silent", arguments: cases)
  func judge(_ item: RuleCase) { item.check() }

  /// SYN, SYN-ACK, RST.
  static let halfOpenProbe = SessionScript(lasting: 12).changed { script in
    script.connection.handshake.established = nil
    for side in Side.allCases { script.connection.sent[side].packets = side == .client ? 2 : 1 }
    script.reset(.client, at: 12, hasAck: false)
  }

  static let cases: [RuleCase] = [
    .yields("tcp.syn_unanswered", "three SYNs in two seconds", syn(3, lasting: 2000)),
    .yields("tcp.syn_unanswered", "one SYN, five seconds", syn(1, captureEndsAfter: 5000)),
    .silent("tcp.syn_unanswered", "one SYN at the capture's end", syn(1, captureEndsAfter: 200)),
    .silent(
      "tcp.syn_unanswered", "a router answered",
      syn(3, lasting: 2000).changed { $0.icmp(type: 3, code: 1, at: 10) }),
    .silent("tcp.syn_unanswered", "a session", .active()),
    .yields("tcp.syn_pending", "one SYN at the capture's end", syn(1, captureEndsAfter: 200)),
    .silent("tcp.syn_pending", "two SYNs", syn(2, lasting: 1000)),
    .yields(
      "arp.unanswered", "nobody answers for the address",
      syn(3, lasting: 2000).changed { $0.surroundings.unansweredResolutions = 3 }),
    .silent(
      "arp.unanswered", "the session came up all the same",
      .active().changed { $0.surroundings.unansweredResolutions = 3 }),
    .yields(
      "icmp.host_answers_ping", "the server answers a ping",
      syn(3, lasting: 2000).changed { $0.surroundings.pingReply = SessionScript.at(1000) }),
    .silent("icmp.host_answers_ping", "nobody asked", syn(3, lasting: 2000)),
    .yields("tcp.syn_refused", "the SYN is answered by a RST", refusedSYN),
    .silent(
      "tcp.syn_refused", "a RST in a session",
      .active().changed { $0.reset(.server, at: 20_000) }),
    .yields(
      "tcp.icmp_unreachable", "host unreachable",
      syn(2, lasting: 1000).changed { $0.icmp(type: 3, code: 1, at: 500) }),
    .yields(
      "tcp.icmp_unreachable", "routing loop",
      syn(2, lasting: 1000).changed { $0.icmp(type: 11, code: 0, at: 500) }),
    .silent(
      "tcp.icmp_unreachable", "packet too big",
      syn(2, lasting: 1000).changed { $0.icmp(type: 3, code: 4, at: 500) }),
    .yields(
      "tcp.icmp_mid_session", "host unreachable in a session",
      .active().changed { $0.icmp(type: 3, code: 1, at: 15_000) }),
    .silent(
      "tcp.icmp_mid_session", "port unreachable after the goodbye",
      .active().changed {
        $0.fin(.client, at: 19_000)
        $0.icmp(type: 3, code: 3, at: 19_500)
      }),
    .yields(
      "tcp.half_open", "one SYN, SYN-ACK four times",
      SessionScript().changed { script in
        script.connection.handshake.synAckCount = 4
        script.connection.handshake.established = nil
      }),
    .yields("tcp.port_probe", "a scanner's RST to the SYN-ACK", halfOpenProbe),
    .silent(
      "tcp.port_probe", "a client that asked again and then gave up",
      halfOpenProbe.changed { $0.connection.handshake.synCount = 3 }),
    .silent(
      "tcp.port_probe", "an answer that came when nobody waited any more",
      halfOpenProbe.changed { script in
        script.connection.sent.client.resets = []
        script.reset(.client, at: 9000, hasAck: false)
      }),
    .yields(
      "tcp.icmp_prohibited", "a firewall's rule",
      syn(2, lasting: 1000).changed { $0.icmp(type: 3, code: 13, at: 500) }),
    .yields(
      "tcp.syn_refused_late", "21 s after the SYN",
      syn(1, lasting: 21_000).changed {
        $0.reset(.server, at: 21_000, sinceOther: 21_000)
        $0.connection.sent.server.packets = 1
      }),
    .yields(
      "tcp.stray_segment", "an ACK out of nowhere",
      SessionScript(lasting: 10).changed { script in
        script.connection.handshake = Handshake()
        script.reset(.server, at: 5)
      }),
    .yields(
      "tcp.handshake_incomplete", "three SYN, SYN-ACK four times",
      SessionScript().changed { script in
        script.connection.handshake.synCount = 3
        script.connection.handshake.synAckCount = 4
        script.connection.handshake.established = nil
      }),
    .silent("tcp.handshake_incomplete", "SYN-ACK once", SessionScript()),
    .yields("tcp.loss_in_handshake", "losses and data missing at the end", lossyHandshake),
    .silent(
      "tcp.loss_in_handshake", "losses that were repaired",
      .tls().changed { $0.losses(.client, 4) }),
    .silent(
      "tcp.loss_in_handshake", "the server had refused",
      lossyHandshake.changed {
        $0.inference.credssp.expected = true
        $0.inference.credssp.stage = .authenticate
        $0.refused(.errorCode, at: 400)
      }),
    .silent(
      "tcp.loss_in_handshake", "an alert had ended it",
      lossyHandshake.changed { $0.alert(.server, 40, at: 400) }),
    .yields(
      "tcp.port_probe", "connected and closed",
      SessionScript(lasting: 100).changed { $0.fin(.client, at: 50) }),
    .silent(
      "tcp.port_probe", "the client asked for something",
      .negotiated().changed { $0.fin(.client, at: 50) }),
  ]

  private static func syn(
    _ count: Int, lasting: Int64 = 0, captureEndsAfter: Int64 = 0
  ) -> SessionScript {
    SessionScript(lasting: lasting, captureEndsAfter: captureEndsAfter)
      .changed { $0.onlySYN(count) }
  }

  private static let refusedSYN = syn(1).changed { script in
    script.connection.sent.server.packets = 1
    script.reset(.server, at: 1)
  }

  private static let lossyHandshake = SessionScript.tls().changed { script in
    script.losses(.client, 3)
    script.unanswered(.client, from: 300, to: 20_000, attempts: 2)
  }
}

extension SessionScript {
  mutating func icmp(type: UInt8, code: UInt8, at milliseconds: Int64) {
    connection.icmpErrors.append(
      ICMPRecord(
        frame: Self.at(milliseconds), isV6: false, type: type, code: code, mtu: nil,
        reporter: IPAddress(v4: 0x0A00_0001), about: .client))
  }
}
