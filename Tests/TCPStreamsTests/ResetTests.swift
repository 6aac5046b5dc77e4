import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Resets and ICMP errors") struct ResetTests {
  private func established() -> Conversation {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.data(.server, at: 50, seq: 0, 200, ack: 100)
    talk.ack(.client, at: 51, 200, seq: 100)
    return talk
  }

  @Test("an abortive close continues its sender's numbers") func abortive() throws {
    let talk = established()
    talk.data(.client, at: 90, seq: 100, 40, ack: 200)
    talk.packet(.server, at: 100, seq: 200, ack: 100, flags: .rst, window: 0)
    let record = talk.record()
    let reset = try #require(record.sent.server.resets.first)
    #expect(reset.sequenceOffset == 0)
    #expect(reset.hasAck)
    #expect(!reset.answersAcknowledgment)
    #expect(!reset.senderWentOn)
    #expect(reset.window == 0)
    #expect(reset.sinceOwn == .milliseconds(50))
    #expect(reset.sinceOther == .milliseconds(10))
    #expect(record.sent.client.bytesInFlightAtReset == 40)
    #expect(record.sent.server.bytesInFlightAtReset == 0)
    #expect(record.firstGoodbye?.kind == .reset)
    #expect(record.firstGoodbye?.side == .server)
  }

  @Test("a hop limit that its alleged sender never had shows") func foreignHopLimit() throws {
    let talk = established()
    talk.packet(.server, at: 100, seq: 200, flags: .rst, ttl: 250, id: 0)
    let sent = talk.record().sent.server
    let reset = try #require(sent.resets.first)
    #expect(reset.hopLimit == 250)
    #expect(reset.identification == 0)
    #expect(!sent.hopLimits.contains(250))
    #expect(sent.hopLimits.values == [64])
  }

  @Test("a host that knows no such connection answers with the number asked for")
  func answersAcknowledgment() throws {
    let talk = established()
    talk.data(.client, at: 60_000, seq: 100, 50, ack: 200)
    talk.packet(.server, at: 60_020, seq: 200, ack: nil, flags: .rst, window: 0)
    let reset = try #require(talk.record().sent.server.resets.first)
    #expect(reset.answersAcknowledgment)
    #expect(!reset.hasAck)
    #expect(reset.sinceOther == .milliseconds(20))
  }

  @Test("a sender that goes on has not sent the reset") func wentOn() {
    let talk = established()
    talk.packet(.server, at: 100, seq: 200, flags: .rst)
    talk.data(.server, at: 100.5, seq: 200, 100, ack: 100)
    #expect(talk.record().sent.server.resets.first?.senderWentOn == false, "reordered around it")
    talk.data(.server, at: 130, seq: 300, 100, ack: 100)
    #expect(talk.record().sent.server.resets.first?.senderWentOn == true)
  }

  @Test("resets beyond the limit are counted") func manyResets() {
    let talk = established()
    for index in 0..<20 {
      talk.packet(.server, at: 100 + Double(index) * 10, seq: 200, flags: .rst)
    }
    #expect(talk.record().sent.server.resets.count == 8)
    #expect(talk.record().sent.server.resetCount == 20)
    #expect(talk.record().sent.server.dataPackets == 1)
  }

  @Test("an ICMP error belongs to the connection that it quotes") func icmp() throws {
    let talk = established()
    talk.unreachable(.client, at: 100, code: 4, mtu: 1400, seq: 100)
    talk.unreachable(.server, at: 110, code: 1)
    let errors = talk.record().icmpErrors
    #expect(errors.map(\.about) == [.client, .server])
    #expect(errors.map(\.code) == [4, 1])
    #expect(errors.map(\.mtu) == [1400, nil])
    #expect(errors.first?.reporter == Endpoint("10.0.0.254", 0).address)
    #expect(errors.first?.frame.frame == 7)
    #expect(talk.record().sent.client.packets == 4, "it is no packet of the connection")
  }

  @Test("an ICMP error about another connection is none of ours") func otherICMP() {
    let talk = established()
    talk.client = Endpoint("10.0.0.1", 50_001)
    talk.unreachable(.client, at: 100, code: 1)
    #expect(talk.count == 1)
    #expect(talk.record().icmpErrors.isEmpty)
  }

  @Test("ICMP errors are kept up to a limit") func manyICMP() {
    let talk = established()
    for index in 0..<20 { talk.unreachable(.client, at: 100 + Double(index), code: 1) }
    #expect(talk.record().icmpErrors.count == 4)
  }
}
