import PacketDecode
import Testing

@testable import Evidence
@testable import RDPProtocol
@testable import TCPStreams

@Suite("Rules of data over UDP") struct UDPRulesTests {
  @Test("yield and stay silent", arguments: transports)
  func judge(_ item: RuleCase) { item.check() }

  @Test("an idle TCP connection is no stall while datagrams come")
  func idleTCP() {
    let quiet = SessionScript.active().changed { script in
      script.connection.sent.server.lastData = SessionScript.at(8000)
      script.record(.server, at: 8000)
      for index in 0..<12 { script.record(.client, at: 9000 + Int64(index) * 500) }
    }
    #expect(quiet.codes.contains("server.silent"))
    #expect(!quiet.changed { $0.udp(until: 19_000) }.codes.contains("server.silent"))
    #expect(quiet.changed { $0.udp(until: 7000) }.codes.contains("server.silent"))
  }

  @Test("a session whose datagrams come to the capture's end runs on")
  func runsOn() {
    let quiet = SessionScript(lasting: 20_000, captureEndsAfter: 70_000).changed { script in
      script.trace = SessionScript.active().trace
      script.connection.sent = SessionScript.active().connection.sent
    }
    #expect(quiet.codes.contains("capture.quiet_end"))
    #expect(quiet.changed { $0.udp(until: 89_000) }.codes.contains("capture.still_running"))
  }

  private static let deadTCP = SessionScript.active().changed { script in
    script.unanswered(.client, from: 10_000, to: 19_000, attempts: 6)
  }

  static let transports: [RuleCase] = [
    .yields("udp.carried", "datagrams both ways", .active().changed { $0.udp(until: 19_000) }),
    .silent("udp.carried", "no UDP at all", .active()),
    .silent(
      "udp.carried", "only the client's SYN",
      .active().changed { $0.unansweredSYN(count: 3) }),
    .yields(
      "udp.not_answered", "three SYNs", .active().changed { $0.unansweredSYN(count: 3) }),
    .yields(
      "udp.not_answered", "port unreachable",
      .active().changed { script in
        script.unansweredSYN(count: 1)
        script.surroundings.udp[0].icmp = Seen(
          UDPTransport.ICMPCode(isV6: false, type: 3, code: 3), SessionScript.at(1010))
      }),
    .silent(
      "udp.not_answered", "the lossy one failed, the reliable one carries",
      .active().changed { script in
        script.udp(until: 19_000)
        script.unansweredSYN(count: 3)
      }),
    .yields(
      "udp.not_usable", "the client answers E_ABORT",
      .active().changed { $0.offer(result: 0x8000_4004) }),
    .silent("udp.not_usable", "the client answers S_OK", .active().changed { $0.offer(result: 0) }),
    .silent("udp.not_usable", "no answer", .active().changed { $0.offer(result: nil) }),
    .yields(
      "udp.path_lost", "the server falls silent for nine seconds",
      .active().changed { script in
        script.udp(until: 10_000)
        script.surroundings.udp[0].sent.client.unanswered = 12
        script.surroundings.udp[0].sent.client.unansweredSince = SessionScript.at(10_100)
        script.surroundings.udp[0].sent.client.last = SessionScript.at(19_100)
      }),
    .silent(
      "udp.path_lost", "two datagrams without an answer yet",
      .active().changed { script in
        script.udp(until: 10_000)
        script.surroundings.udp[0].sent.client.unanswered = 2
        script.surroundings.udp[0].sent.client.unansweredSince = SessionScript.at(10_100)
        script.surroundings.udp[0].sent.client.last = SessionScript.at(19_100)
      }),
    .silent(
      "udp.path_lost", "the transport was closed",
      .active().changed { script in
        script.udp(until: 10_000)
        script.surroundings.udp[0].finished.server = SessionScript.at(10_000)
        script.surroundings.udp[0].sent.client.unanswered = 12
        script.surroundings.udp[0].sent.client.unansweredSince = SessionScript.at(10_100)
        script.surroundings.udp[0].sent.client.last = SessionScript.at(19_100)
      }),
    .yields(
      "udp.outlived_tcp", "datagrams for nine more seconds",
      deadTCP.changed { $0.udp(until: 19_000) }),
    .silent(
      "udp.outlived_tcp", "both died together", deadTCP.changed { $0.udp(until: 10_000) }),
    .silent("udp.outlived_tcp", "no UDP", deadTCP),
  ]
}

extension SessionScript {
  /// A UDP transport that carried data both ways until then.
  fileprivate mutating func udp(until milliseconds: Int64) {
    var transport = bare()
    transport.synAck = Self.at(1010)
    transport.last = Self.at(milliseconds)
    for side in Side.allCases {
      transport.sent[side].datagrams = 40
      transport.sent[side].data = 30
      transport.sent[side].last = Self.at(milliseconds)
      transport.sent[side].lastData = Self.at(milliseconds)
    }
    surroundings.udp.append(transport)
  }

  fileprivate mutating func unansweredSYN(count: Int) {
    var transport = bare()
    transport.synCount = count
    surroundings.udp.append(transport)
  }

  fileprivate mutating func offer(result: UInt32?) {
    trace.mcs.details.multitransport = [
      MultitransportOffer(
        requestID: 1, kind: .reliable, cookieHash: [], frame: Self.at(900),
        result: result.map { Seen($0, Self.at(4000)) })
    ]
  }

  private func bare() -> UDPTransport {
    UDPTransport(
      client: Endpoint(address: connection.client.address, port: 50_123),
      server: connection.server, tunnel: 0, kind: .rdpeudp, first: Self.at(1000),
      last: Self.at(1000), syn: Self.at(1000), synCount: 1)
  }
}
