import CaptureReader
import RDPProtocol
import Testing

@testable import Attribution
@testable import Evidence
@testable import TCPStreams

/// What a TCP stack does by the book, as suites of test scripts for stacks play it, is no fault of the
/// path.
@Suite("Stacks by the book") struct PeerSuiteTests {
  struct Story: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var script: SessionScript
    init(_ name: String, _ script: SessionScript) {
      (testDescription, self.script) = (name, script)
    }
  }

  static let stories: [Story] = [
    Story(
      "a RST out of the window is challenged, and both go on (RFC 5961 §3)",
      .active().changed { script in
        script.reset(.client, at: 9000, hasAck: false, senderWentOn: true)
        script.connection.sent.client.resets[0].receiverWentOn = true
        script.connection.sent.server.duplicateAcks = 1
      }),
    Story(
      "the challenge meets a closed socket, whose RST ends it",
      .active().changed { script in
        script.fin(.client, at: 19_000)
        script.reset(.client, at: 19_020, hasAck: false)
        script.connection.sent.server.duplicateAcks = 1
      }),
    Story(
      "a RST in SYN-SENT: the answer was to another connection",
      SessionScript(lasting: 20).changed { script in
        script.connection.handshake.synAck = nil
        script.connection.handshake.established = nil
        script.connection.sent.server.packets = 1
        script.connection.sent.client.packets = 2
        script.reset(.client, at: 12, hasAck: false)
      }),
    Story(
      "a late segment in TIME-WAIT is answered by a RST",
      .active(lasting: 22_000).changed { script in
        script.record(.client, at: 19_000, type: 21, length: 26)
        script.fin(.client, at: 19_001)
        script.fin(.server, at: 19_020)
        script.reset(.client, at: 21_900, hasAck: false)
      }),
    Story(
      "the client resets its old connection before a new SYN",
      .active().changed { script in
        script.reset(.client, at: 20_000, hasAck: false, sinceOwn: 3000, sinceOther: 3000)
        script.surroundings.next = Surroundings.Neighbour(
          start: SessionScript.at(20_001).time, end: SessionScript.at(60_000).time,
          phase: .active, established: true)
      }),
    Story(
      "one SYN-ACK is sent again",
      .active().changed { script in
        script.connection.handshake.synAckCount = 2
        script.connection.sent.server.retransmissions.syn = 1
        script.fin(.client, at: 20_000)
      }),
    Story(
      "what a path's report of its size explains is sent again and arrives (RFC 1191)",
      .active().changed { script in
        script.icmp(type: 3, code: 4, at: 500)
        script.losses(.server, 4)
        script.fin(.client, at: 20_000)
      }),
    Story(
      "a SYN is refused, and the next one is let in",
      .active().changed { script in
        script.reset(.server, at: 1, senderWentOn: true)
        script.connection.sent.server.resets[0].receiverWentOn = true
        script.connection.handshake.synCount = 2
        script.fin(.client, at: 20_000)
      }),
    Story(
      "three keep-alives, all answered",
      .active().changed { script in
        script.connection.sent.client.keepAlives = 3
        script.fin(.client, at: 20_000)
      }),
    Story(
      "a closed window is probed, and opens",
      .active().changed { script in
        script.connection.sent.client.zeroWindows = 2
        script.connection.sent.server.zeroWindowProbes = 2
        script.fin(.client, at: 20_000)
      }),
  ]

  @Test("are no verdict on the network", arguments: stories)
  func noNetwork(story: Story) {
    let verdict = Judge.verdict(for: SessionFacts(story.script.facts))
    #expect(verdict.cause != .network, "\(verdict.code.rawValue) \(verdict.confidence)")
    let network = verdict.alternatives.filter { $0.code.cause == .network }
    #expect(network.allSatisfy { $0.confidence < 0.3 })
  }
}
