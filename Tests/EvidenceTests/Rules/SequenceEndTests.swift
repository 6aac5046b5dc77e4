import CaptureReader
import PacketDecode
import RDPProtocol
import Testing

import Attribution
@testable import Evidence
@testable import TCPStreams

/// Ends between the log-on and the desktop: whose turn it was, for how long, and how the connection was closed.
@Suite("Ends in the connection sequence") struct SequenceEndTests {
  @Test("yield and stay silent", arguments: cases)
  func judge(_ item: RuleCase) { item.check() }

  /// The client's message is answered, the next one acknowledged; the client's last packet comes at `end`.
  private static func asked(until end: Int64, usually answer: Int64 = 120) -> SessionScript {
    SessionScript.sequence(lasting: end).changed { script in
      script.lastPacket(.client, at: 1000, acknowledging: 500, length: 34, sequence: 100)
      script.lastPacket(
        .server, at: 1000 + answer, acknowledging: 134, length: 37, sequence: 500)
      script.record(.server, at: 1000 + answer, length: 32)
      let next = 1010 + answer
      script.lastPacket(.client, at: next, acknowledging: 537, length: 34, sequence: 134)
      script.record(.client, at: next, length: 29)
      script.lastPacket(.server, at: next + 20, acknowledging: 168, sequence: 537)
      script.connection.sent.server.lastPacket = SessionScript.at(next + 20)
    }
  }

  /// The server's message is acknowledged, and the client says nothing more.
  private static func told(until end: Int64) -> SessionScript {
    asked(until: end).changed { script in
      script.lastPacket(.server, at: 1200, acknowledging: 168, length: 37, sequence: 537)
      script.record(.server, at: 1200, length: 32)
      script.lastPacket(.client, at: 1210, acknowledging: 574, sequence: 168)
    }
  }

  /// The client takes leave of TLS and closes, or closes without a word.
  private static func left(_ script: SessionScript, at end: Int64, alert: Bool) -> SessionScript {
    script.changed { script in
      if alert {
        script.lastPacket(.client, at: end - 1, acknowledging: 537, length: 24, sequence: 168)
        script.record(.client, at: end - 1, type: 21, length: 19)
      }
      script.lastPacket(
        .client, at: end, acknowledging: 537, flags: [.fin, .ack], sequence: alert ? 192 : 168)
      script.fin(.client, at: end)
    }
  }

  /// The server closes on the client's message, which it has acknowledged.
  private static func closed(
    at end: Int64, alert: Bool, acknowledging bytes: UInt32 = 168
  ) -> SessionScript {
    asked(until: end + 100).changed { script in
      if alert {
        script.lastPacket(.server, at: end - 1, acknowledging: bytes, length: 24, sequence: 537)
        script.record(.server, at: end - 1, type: 21, length: 19)
      }
      script.lastPacket(
        .server, at: end, acknowledging: bytes, flags: [.fin, .ack], sequence: 561)
      script.fin(.server, at: end)
    }
  }

  /// The server's answer to Connect Initial, which the client had got or not when it closed.
  private static func answered(gotBy client: UInt32, alert: Bool = true) -> SessionScript {
    SessionScript.sequence(lasting: 1000).changed { script in
      script.trace.mcs.connectResponse = Seen(.successful, SessionScript.at(300))
      script.lastPacket(.server, at: 300, acknowledging: 100, length: 140, sequence: 500)
      script.record(.server, at: 300, length: 135)
      script.record(.client, at: 200, length: 480)
      script.lastPacket(
        .client, at: 330, acknowledging: client, flags: [.fin, .ack], sequence: 100)
      if alert { script.record(.client, at: 330, type: 21, length: 19) }
      script.fin(.client, at: 331)
    }
  }

  static let cases: [RuleCase] = [
    .yields(
      "server.no_answer", "the client gives up after nine seconds",
      left(asked(until: 10_100), at: 10_000, alert: true)),
    .silent(
      "client.left_in_connection_sequence", "the server kept the client waiting",
      left(asked(until: 10_100), at: 10_000, alert: true)),
    .silent(
      "server.no_answer", "after a second",
      left(asked(until: 2200), at: 2100, alert: true)),
    .silent(
      "server.no_answer", "a server that had always taken so long",
      left(asked(until: 10_100, usually: 3000), at: 10_000, alert: true)),
    .silent(
      "server.no_answer", "the path failed",
      left(asked(until: 10_100), at: 10_000, alert: true).changed {
        $0.unanswered(.client, from: 1140, to: 9000, attempts: 6)
      }),
    .yields(
      "client.no_answer", "the client says nothing more",
      left(told(until: 18_100), at: 18_000, alert: false)),
    .silent(
      "client.no_answer", "it was the server's turn",
      left(asked(until: 18_100), at: 18_000, alert: false)),
    .yields(
      "client.ended_in_connection_sequence", "without ending TLS",
      left(told(until: 1400), at: 1300, alert: false)),
    .silent(
      "client.ended_in_connection_sequence", "it ended TLS",
      left(told(until: 1400), at: 1300, alert: true)),
    .yields(
      "server.refused_in_connection_sequence", "it ended TLS on the client's message",
      closed(at: 1160, alert: true)),
    .silent(
      "server.refused_in_connection_sequence", "half a second later",
      closed(at: 1660, alert: true)),
    .silent(
      "server.refused_in_connection_sequence", "without a word", closed(at: 1160, alert: false)),
    .yields(
      "server.ended_in_connection_sequence", "without a word", closed(at: 1660, alert: false)),
    .silent(
      "server.ended_in_connection_sequence", "on the client's message",
      closed(at: 1160, alert: false)),
    .yields(
      "server.closed_in_connection_sequence", "on the client's message",
      closed(at: 1160, alert: false)),
    .yields(
      "mcs.answer_not_accepted", "the client had got the answer", answered(gotBy: 640)),
    .silent(
      "mcs.answer_not_accepted", "the answer was on its way", answered(gotBy: 500)),
    .silent(
      "mcs.answer_not_accepted", "a program that dies takes no leave",
      answered(gotBy: 640, alert: false)),
  ]

  private static let follower = Surroundings.Neighbour(
    start: SessionScript.at(50_000).time, end: SessionScript.at(60_000).time, phase: .active,
    established: true)

  /// A running session that falls silent after 20 s; the capture goes on for 40 s.
  private static func silent(next: Surroundings.Neighbour?) -> SessionScript {
    SessionScript.active().changed { script in
      script.connection.captureEnd = SessionScript.at(60_000).time
      script.surroundings.next = next
    }
  }

  /// The ClientHello, and the server's FIN, which acknowledges so much.
  private static func hello(acknowledged bytes: UInt32) -> SessionScript {
    SessionScript.tls(version: nil).changed { script in
      script.lastPacket(.client, at: 40, acknowledging: 19, length: 320, sequence: 43)
      script.connection.sent.server.lastData = SessionScript.at(30)
      script.lastPacket(
        .server, at: 100, acknowledging: bytes, flags: [.fin, .ack], sequence: 19)
      script.fin(.server, at: 100)
    }
  }

  /// The server's answers take `answer`; the client leaves a second after its last message.
  private static func slow(_ answer: Int64) -> SessionScript {
    SessionScript.nla(.authenticate).changed { script in
      script.lastPacket(.client, at: 1000, acknowledging: 1, length: 50)
      script.lastPacket(.server, at: 1000 + answer, acknowledging: 51, length: 50)
      script.inference.credssp.messages[2].frame = SessionScript.at(9000)
      script.lastPacket(.client, at: 9000, acknowledging: 51, length: 50, sequence: 51)
      script.clientLeft(at: 10_000)
    }
  }

  /// The server closes after its pubKeyAuth; the client asks again two seconds later.
  private static func askedAgain(established: Bool, for life: Int64) -> SessionScript {
    SessionScript.nla(.publicKeyReply, lasting: 1000).changed { script in
      script.refused(.closed, at: 500)
      script.fin(.server, at: 500)
      script.surroundings.next = Surroundings.Neighbour(
        start: SessionScript.at(2500).time, end: SessionScript.at(2500 + life).time,
        phase: established ? .tls : .tcp, established: established)
    }
  }

  static let others: [RuleCase] = [
    .yields(
      "story.port_closed_after", "the port is closed", askedAgain(established: false, for: 30)),
    .silent("story.port_closed_after", "it is let in", askedAgain(established: true, for: 30)),
    .silent(
      "story.port_closed_after", "nothing answers", askedAgain(established: false, for: 7000)),
    .yields(
      "server.closed_unseen", "the host knows no such connection",
      SessionScript.tls(version: nil).changed { script in
        script.reset(.server, at: 10_000, hasAck: false, sinceOwn: 9000)
        script.connection.sent.server.resets[0].answersAcknowledgment = true
      }),
    .silent(
      "server.no_answer", "the host knows no such connection",
      SessionScript.tls(version: nil).changed { script in
        script.reset(.server, at: 10_000, hasAck: false, sinceOwn: 9000)
        script.connection.sent.server.resets[0].answersAcknowledgment = true
      }),
    .yields(
      "tcp.leave_unanswered", "the FIN is sent again",
      SessionScript.tls(version: nil).changed { script in
        script.fin(.client, at: 15_000)
        script.unanswered(.client, from: 15_000, to: 16_000, attempts: 2, isFinOnly: true)
      }),
    .silent(
      "tcp.leave_unanswered", "the host acknowledged it",
      SessionScript.tls(version: nil).changed { $0.fin(.client, at: 15_000) }),
    .yields("story.reconnected", "the client came back", silent(next: follower)),
    .silent("capture.went_quiet", "the client came back", silent(next: follower)),
    .silent("story.reconnected", "nobody came back", silent(next: nil)),
    .yields(
      "story.reconnected", "late packets meet a stranger",
      SessionScript.active(lasting: 60_000).changed { script in
        script.surroundings.next = follower
        script.reset(.client, at: 55_000, hasAck: false, sinceOwn: 11_000)
        script.connection.sent.client.resets[0].answersAcknowledgment = true
      }),
    .silent("tls.closed_on_client_hello", "the hello was on its way", hello(acknowledged: 43)),
    .yields("server.closed_after_confirm", "the hello was on its way", hello(acknowledged: 43)),
    .yields("tls.closed_on_client_hello", "the server had got it", hello(acknowledged: 363)),
    .yields("credssp.client_left_slow_server", "four seconds for an answer", slow(4000)),
    .silent("credssp.client_left_waiting", "four seconds for an answer", slow(4000)),
    .silent("credssp.client_left_slow_server", "a quick server", slow(40)),
    .yields(
      "x224.answer_missing", "its length is known although it is cut",
      cut(length: 19)),
    .silent("server.closed_on_request", "its length is known although it is cut", cut(length: 19)),
    .yields("server.closed_on_request", "nothing came", cut(length: 0)),
  ]

  /// The server's answer is cut before it says anything.
  private static func cut(length: Int) -> SessionScript {
    SessionScript.negotiated().changed { script in
      script.trace.confirm = nil
      script.surroundings.snapped = true
      script.connection.sent.server.uniqueBytes = length
      script.fin(.server, at: 100)
    }
  }

  @Test("yield and stay silent around a silence", arguments: others)
  func judgeOthers(_ item: RuleCase) { item.check() }

  @Test("more records than any sequence has are a session's", arguments: [(20, false), (90, true)])
  func sheerNumber(records: Int, isSession: Bool) {
    var script = SessionScript.tls(finished: true, nla: false)
    for place in 0..<60 {
      script.trace.tls.firstRecords.append(
        EncryptedRecord(
          side: place % 2 == 0 ? .client : .server, type: 23, length: place == 0 ? 480 : 34,
          frame: SessionScript.at(100 + Int64(place) * 20), isPartial: false))
    }
    script.trace.tls.applicationRecords = PerSide(client: records, server: records)
    let inference = Inference(of: script.trace, over: script.connection)
    #expect(inference.connectInitial != nil)
    #expect((inference.active != nil) == isSession)
  }

  @Test("names the side that did not go on")
  func verdicts() {
    func verdict(_ script: SessionScript) -> Verdict {
      Judge.verdict(for: SessionFacts(script.facts))
    }
    let waited = Self.left(Self.asked(until: 10_100), at: 10_000, alert: true)
    #expect(verdict(waited).code == .serverUnresponsive)
    let silent = Self.left(Self.told(until: 18_100), at: 18_000, alert: false)
    #expect(verdict(silent).code.cause == .client)
    let killed = Self.left(Self.told(until: 1400), at: 1300, alert: false)
    #expect(verdict(killed).code == .clientTerminated)
    #expect(verdict(Self.closed(at: 1160, alert: true)).code == .protocolMalformed)
    #expect(verdict(Self.closed(at: 1160, alert: false)).code.cause == .server)
  }
}
