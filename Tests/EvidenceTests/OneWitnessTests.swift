import CaptureReader
import RDPProtocol
import Testing

@testable import Attribution
@testable import Evidence
@testable import TCPStreams

/// Verdicts on captures that hold a part of what happened: one direction, or the end alone.
@Suite("Parts of a session") struct OneWitnessTests {
  private func verdict(_ script: SessionScript) -> Verdict {
    Judge.verdict(for: SessionFacts(script.facts))
  }

  /// Only the client's packets: it acknowledges new data of the server up to second `heard`, asks on for
  /// 40 s, and closes in order.
  private static func unheard(since heard: Int) -> SessionScript {
    SessionScript.active(lasting: 40_000).changed { script in
      script.silence(.server)
      script.course((0..<40).map { _ in (5, 300) }, (0..<40).map { _ in (0, 0) })
      // Step by step: behind an optional series a course of its own is garbage in builds that are not
      // optimized (Swift 6.3.1).
      guard var series = script.connection.series else { return }
      var courses = series.courses
      courses.client.missedBytes = (0..<40).map { $0 < heard ? 500 : 0 }
      series.courses = courses
      script.connection.series = series
      for index in 0..<11 { script.record(.client, at: 35_000 + Int64(index) * 400) }
      script.record(.client, at: 39_900, type: 21, length: 26)
      script.fin(.client, at: 39_910)
    }
  }

  @Test("a server that fell silent shows in the client's packets alone")
  func silentServer() {
    let told = verdict(Self.unheard(since: 10))
    #expect(told.evidence.contains { $0.evidence.code == .serverSilent })
    #expect(told.cause != .clean || told.confidence < 0.85)
    // One that was heard to the end is not called silent.
    let heard = verdict(Self.unheard(since: 38))
    #expect(!heard.evidence.contains { $0.evidence.code == .serverSilent })
  }

  @Test(
    "SYN or SYN-ACK alone is one direction, and no unanswered request", arguments: Side.allCases)
  func answersOfOneSide(seen: Side) {
    let script = SessionScript.active().changed { script in
      script.silence(seen.other)
      if seen == .server {
        script.connection.handshake.syn = nil
        script.connection.handshake.synCount = 0
      } else {
        script.connection.handshake.synAck = nil
        script.connection.handshake.synAckCount = 0
      }
    }
    let told = verdict(script)
    #expect(told.cause != .network)
    #expect(told.confidence < 0.85)
    #expect(told.evidence.contains { $0.evidence.code == .captureOneSided })
    #expect(!told.evidence.contains { $0.evidence.code == .tcpSYNUnanswered })
  }

  @Test("the server's goodbye weighs less where a late capture shows nobody at work")
  func lateGoodbye() throws {
    func goodbye(inputs: Int) throws -> Evidence {
      let script = SessionScript.active(lasting: 6000).changed { script in
        script.connection.handshake = Handshake()
        script.trace.tls.serverHelloFrame = nil
        script.trace.tls.serverHello = nil
        script.trace.tls.midStream = true
        for index in 0..<inputs {
          script.record(.client, at: 1000 + Int64(index) * 300, length: 33)
        }
        script.record(.server, at: 5000)
        script.ultimatum(.server, at: 5500)
        script.fin(.server, at: 5501)
      }
      return try #require(
        script.evidence.first { $0.code == .rdpServerUltimatum })
    }
    #expect(try goodbye(inputs: 0).strength < goodbye(inputs: 8).strength)
  }

  /// NTLM's first token, FreeRDP's and Windows' Connect Initial, a ticket of Kerberos.
  @Test(
    "the first message tells CredSSP from a session's setup where the server's choice is missing",
    arguments: [(57, true), (93, true), (440, false), (466, false), (1600, true), (3800, true)])
  func firstMessage(length: Int, isToken: Bool) {
    let sizes = RecordSizes(version: .tls12, cipherSuite: 0xC030, encryptThenMAC: false)
    // AES-GCM: eight bytes of nonce and sixteen of tag.
    let record = EncryptedRecord(
      side: .client, type: 23, length: length + 24, frame: SessionScript.at(100),
      isPartial: false)
    #expect(Inference.opensWithToken([record], sizes: sizes) == isToken)
  }
}
