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

  @Test("a routed copy has a lower hop limit", arguments: [7, 0] as [UInt16])
  func routed(identification: UInt16) {
    let talk = established()
    talk.data(.server, at: 30, seq: 0, 100, id: identification, ttl: 64)
    talk.data(.server, at: 31.5, seq: 0, 100, id: identification, ttl: 63)
    talk.data(.server, at: 34, seq: 0, 100, id: identification, ttl: 64)
    #expect(talk.record().copies == 1)
    #expect(talk.record().routedCopies == 1)
    #expect(talk.record().sent.server.retransmissions.total == 1)
    #expect(talk.record().sent.server.hopLimits.values == [64])
  }

  @Test("a copy may be under another VLAN or link address") func switched() {
    let talk = established()
    let segment = PacketBuilder.segment(
      from: Conversation.server, to: Conversation.client, seq: 5_001, ack: 1_001, flags: .ack,
      payload: [1, 2, 3])
    let packet = PacketBuilder.ip(
      from: Conversation.server.address, to: Conversation.client.address, protocol: 6, segment)
    talk.receive(PacketBuilder.ethernet(packet), at: 30)
    talk.receive(PacketBuilder.ethernet(packet, vlans: [17]), at: 30.9)
    var moved = PacketBuilder.ethernet(packet)
    moved[5] = 0x77
    talk.receive(moved, at: 31.3)
    talk.receive(PacketBuilder.ethernet(packet), at: 32.5)
    #expect(talk.record().routedCopies == 2)
    #expect(talk.record().sent.server.retransmissions.total == 1)
  }

  @Test("the file's packet identifier tells, whatever the time and the checksum")
  func packetIdentifier() {
    let talk = established()
    talk.packetID = 41
    talk.data(.server, at: 30, seq: 0, 100, id: 0)
    var unfinished = PacketBuilder.tcp(
      from: Conversation.server, to: Conversation.client, seq: 5_001, ack: 1_001,
      flags: [.psh, .ack], payload: Conversation.bytes(0..<100))
    unfinished[50] ^= 0xFF
    talk.receive(unfinished, at: 60)
    #expect(talk.record().copiesByPacketID == 1)
    // Another one is another packet, even at once: the identification says nothing here.
    talk.packetID = 42
    talk.data(.server, at: 60.05, seq: 0, 100, id: 0)
    #expect(talk.record().copies == 1)
    #expect(talk.record().sent.server.retransmissions.total == 1)
    // One identifier can stand for several segments of one send.
    talk.data(.server, at: 61, seq: 100, 100, id: 0)
    talk.data(.server, at: 61, seq: 200, 100, id: 0)
    #expect(talk.record().copies == 1)
    #expect(talk.record().sent.server.uniqueBytes == 300)
  }

  @Test("components that number a packet anew are told by its IP identification")
  func renumbered() {
    let talk = established()
    talk.packetID = 41
    talk.data(.server, at: 30, seq: 0, 100, id: 7)
    talk.packetID = 90
    talk.data(.server, at: 30.2, seq: 0, 100, id: 7)
    #expect(talk.record().copies == 1)
    #expect(talk.record().copiesByPacketID == 0)
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

  @Test(
    "a host answers each late segment with a RST: without identification they are no copies",
    arguments: [(false, 2), (true, 1)])
  func resets(isDoubled: Bool, count: Int) {
    let talk = established()
    talk.data(.server, at: 30, seq: 0, 100, id: 0)
    if isDoubled { talk.data(.server, at: 30.05, seq: 0, 100, id: 0) }
    for at in [60, 60.08] { talk.packet(.server, at: at, seq: 100, ack: nil, flags: .rst, id: 0) }
    #expect(talk.record().sent.server.resetCount == count)
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

  @Test("a RST without identification from another hop is its own, where nothing else came twice")
  func anyonesReset() {
    func resets(copied: Bool) -> Int {
      let talk = established()
      talk.data(.server, at: 30, seq: 0, 100, id: 0, ttl: 64)
      if copied { talk.data(.server, at: 30.2, seq: 0, 100, id: 0, ttl: 63) }
      talk.packet(.server, at: 60, seq: 100, flags: .rst, ttl: 64, id: 0)
      talk.packet(.server, at: 61, seq: 100, flags: .rst, ttl: 47, id: 0)
      return talk.record().sent.server.resetCount
    }
    #expect(resets(copied: false) == 2)
    #expect(resets(copied: true) == 1)
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
