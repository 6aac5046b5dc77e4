import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Copies of packets") struct CopyTests {
  private func established() -> Conversation {
    let talk = Conversation()
    talk.open()
    return talk
  }

  @Test("the same identification within 2 ms is one packet", arguments: [0.0, 0.007, 1.9, -0.5])
  func copy(after delay: Double) {
    let talk = established()
    talk.data(.server, at: 30, seq: 0, 100, id: 7)
    talk.data(.server, at: 30 + delay, seq: 0, 100, id: 7)
    #expect(talk.record().copies == 1)
    #expect(talk.record().sent.server.dataPackets == 1)
    #expect(talk.record().sent.server.retransmissions.total == 0)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<100))
  }

  @Test("a routed copy has a lower hop limit") func routed() {
    let talk = established()
    talk.data(.server, at: 30, seq: 0, 100, id: 7, ttl: 64)
    talk.data(.server, at: 30.05, seq: 0, 100, id: 7, ttl: 63)
    #expect(talk.record().copies == 1)
    #expect(talk.record().sent.server.hopLimits.values == [64])
  }

  @Test("without an identification the time is narrower", arguments: [(0.1, 1), (0.3, 0)])
  func zeroIdentification(delay: Double, copies: Int) {
    let talk = established()
    talk.data(.server, at: 30, seq: 0, 100, id: 0)
    talk.data(.server, at: 30 + delay, seq: 0, 100, id: 0)
    #expect(talk.record().copies == copies)
    #expect(talk.record().sent.server.retransmissions.total == 1 - copies)
  }

  @Test("IPv6 packets have no identification", arguments: [(0.1, 1), (0.3, 0)])
  func version6(delay: Double, copies: Int) {
    let talk = Conversation(
      client: Endpoint("2001:db8::1", 50_000), server: Endpoint("2001:db8::2", 3389))
    talk.open()
    talk.data(.server, at: 30, seq: 0, 100)
    talk.data(.server, at: 30 + delay, seq: 0, 100)
    #expect(talk.record().copies == copies)
  }

  @Test("a retransmission 5 ms later is none, nor one with its own identification")
  func retransmission() {
    let talk = established()
    talk.data(.server, at: 30, seq: 0, 100, id: 7)
    talk.data(.server, at: 35, seq: 0, 100, id: 7)
    talk.data(.server, at: 35.1, seq: 0, 100, id: 8)
    #expect(talk.record().copies == 0)
    #expect(talk.record().sent.server.retransmissions.total == 2)
  }

  @Test("packets in between do not hide a copy") func interleaved() {
    let talk = established()
    for index in 0..<3 { talk.data(.server, at: 30, seq: index * 100, 100, id: UInt16(7 + index)) }
    for index in 0..<3 {
      talk.data(.server, at: 30.5, seq: index * 100, 100, id: UInt16(7 + index))
    }
    #expect(talk.record().copies == 3)
  }

  @Test("a copied RST, SYN or acknowledgement counts once") func otherPackets() {
    let talk = Conversation()
    for _ in 0..<2 { talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn, id: 5) }
    for _ in 0..<2 { talk.packet(.server, at: 1, seq: -1, flags: [.syn, .ack], id: 5) }
    talk.data(.server, at: 2, seq: 0, 100)
    for _ in 0..<2 { talk.ack(.client, at: 3, 0, id: 6) }
    for _ in 0..<2 { talk.packet(.server, at: 4, seq: 100, flags: .rst, id: 8) }
    let record = talk.record()
    #expect(record.copies == 4)
    #expect(record.handshake.synCount == 1)
    #expect(record.handshake.synAckCount == 1)
    #expect(record.sent.client.duplicateAcks == 0)
    #expect(record.sent.server.resetCount == 1)
  }

  @Test("copies are packets where they are asked for") func kept() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.keepsCopies = true
    let talk = Conversation(options: options)
    talk.open()
    talk.data(.server, at: 30, seq: 0, 100, id: 7)
    talk.data(.server, at: 30.1, seq: 0, 100, id: 7)
    #expect(talk.record().copies == 0)
    #expect(talk.record().sent.server.retransmissions.total == 1)
  }
}
