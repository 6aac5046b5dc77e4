import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Handshake") struct HandshakeTests {
  /// A pcapng can name any 64-bit time: both halves together are beyond what one can say.
  @Test("halves of centuries tell where the capture was taken") func extremeTimes() {
    let talk = Conversation()
    talk.shift = -9_000_000_000_000_000_000
    talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    talk.shift = -1_700_000_000_000_000_000
    talk.packet(.server, at: 0, seq: -1, flags: [.syn, .ack])
    talk.shift = 7_000_000_000_000_000_000
    talk.packet(.client, at: 0, seq: 0)
    #expect(talk.record().capturePoint == .middle)
  }

  @Test("times both halves and keeps what was negotiated") func timesHalves() {
    let talk = Conversation()
    talk.packet(
      .client, at: 0, seq: -1, ack: nil, flags: .syn, options: [.maximumSegmentSize(1460)])
    talk.packet(
      .server, at: 20, seq: -1, flags: [.syn, .ack], options: [.maximumSegmentSize(1380)])
    talk.packet(.client, at: 23, seq: 0)
    let handshake = talk.record().handshake
    #expect(handshake.serverRoundTrip == .milliseconds(20))
    #expect(handshake.clientRoundTrip == .milliseconds(3))
    #expect(handshake.clientMSS == 1460)
    #expect(handshake.serverMSS == 1380)
    #expect(handshake.syn?.frame == 1)
    #expect(handshake.synAck?.frame == 2)
    #expect(handshake.established?.frame == 3)
    #expect(talk.record().orientation == .handshake)
  }

  @Test("a repeated SYN is counted and times nothing") func repeatedSyn() {
    let talk = Conversation()
    for time in [0.0, 1000, 3000] {
      talk.packet(.client, at: time, seq: -1, ack: nil, flags: .syn)
    }
    talk.packet(.server, at: 3020, seq: -1, flags: [.syn, .ack])
    let record = talk.record()
    #expect(talk.count == 1)
    #expect(record.handshake.synCount == 3)
    #expect(record.handshake.serverRoundTrip == nil)
    #expect(record.handshake.lastSyn?.frame == 3)
    #expect(record.sent.client.retransmissions.syn == 2)
  }

  @Test("a repeated SYN-ACK does not time the client's half") func repeatedSynAck() {
    let talk = Conversation()
    talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    talk.packet(.server, at: 20, seq: -1, flags: [.syn, .ack])
    talk.packet(.server, at: 1020, seq: -1, flags: [.syn, .ack])
    talk.packet(.client, at: 1021, seq: 0)
    let record = talk.record()
    #expect(record.handshake.synAckCount == 2)
    #expect(record.sent.server.retransmissions.syn == 1)
    #expect(record.handshake.clientRoundTrip == nil)
    #expect(record.handshake.serverRoundTrip == .milliseconds(20))
  }

  @Test("a refused attempt that tries again is one attempt", arguments: [false, true])
  func refused(changesISN: Bool) {
    let talk = Conversation()
    for (attempt, time) in [0.0, 500, 1000].enumerated() {
      if changesISN { talk.initial.client = 1_000 + UInt32(attempt) * 77_777 }
      talk.packet(.client, at: time, seq: -1, ack: nil, flags: .syn)
      talk.packet(.server, at: time + 1, seq: -1, ack: 0, flags: .rst)
    }
    let record = talk.record()
    #expect(talk.count == 1)
    #expect(record.handshake.synCount == 3)
    #expect(record.sent.server.resetCount == 3)
    #expect(record.sent.client.retransmissions.syn == 2)
  }

  @Test("a later attempt with another number is a new connection") func laterAttempt() {
    let talk = Conversation()
    talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    talk.packet(.server, at: 1, seq: -1, ack: 0, flags: .rst)
    talk.initial.client = 900_000
    talk.packet(.client, at: 5000, seq: -1, ack: nil, flags: .syn)
    #expect(talk.count == 2)
    #expect(talk.record(1).handshake.synCount == 1)
  }

  @Test("a port used again after the close is a new connection") func portReuse() {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.packet(.client, at: 40, seq: 100, flags: .fin)
    talk.packet(.server, at: 60, seq: 0, ack: 101, flags: .fin)
    talk.packet(.client, at: 61, seq: 101, ack: 1)
    talk.initial = PerSide(client: 700_000, server: 800_000)
    talk.open(at: 500)
    talk.data(.client, at: 530, seq: 0, 50)
    #expect(talk.count == 2)
    #expect(talk.record(0).sent.client.uniqueBytes == 100)
    #expect(talk.record(0).sent.client.finAcknowledged)
    #expect(talk.record(1).sent.client.uniqueBytes == 50)
    #expect(talk.record(1).handshake.synCount == 1)
    #expect(talk.bytes(from: .client, connection: 1) == Conversation.bytes(0..<50))
  }

  @Test("a port used again is found by the SYN-ACK where the SYN was not captured")
  func portReuseWithoutSyn() {
    let talk = Conversation()
    talk.open()
    talk.data(.server, at: 30, seq: 0, 100)
    talk.packet(.server, at: 40, seq: 100, flags: .rst)
    talk.initial = PerSide(client: 700_000, server: 800_000)
    talk.packet(.server, at: 500, seq: -1, flags: [.syn, .ack])
    talk.packet(.client, at: 501, seq: 0)
    talk.data(.server, at: 502, seq: 0, 30)
    #expect(talk.count == 2)
    #expect(talk.record(1).sent.server.uniqueBytes == 30)
    #expect(talk.record(1).orientation == .handshake)
  }

  @Test("a stray SYN-ACK amid a stream changes nothing") func straySynAck() {
    let talk = Conversation()
    talk.open()
    talk.data(.server, at: 30, seq: 0, 100)
    talk.ack(.client, at: 31, 100)
    let initial = talk.initial
    talk.initial.server = 4_000_000_000
    talk.packet(.server, at: 40, seq: -1, flags: [.syn, .ack])
    talk.initial = initial
    talk.data(.server, at: 50, seq: 100, 100)
    let record = talk.record()
    #expect(talk.count == 1)
    #expect(record.sent.server.uniqueBytes == 200)
    #expect(record.sent.server.retransmissions.syn == 0)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<200))
  }

  @Test("ends that open at once repeat nothing") func simultaneousOpen() {
    let talk = Conversation()
    talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    talk.packet(.server, at: 1, seq: -1, ack: nil, flags: .syn)
    talk.packet(.client, at: 20, seq: -1, flags: [.syn, .ack])
    talk.packet(.server, at: 21, seq: -1, flags: [.syn, .ack])
    talk.data(.client, at: 40, seq: 0, 10)
    talk.data(.server, at: 41, seq: 0, 10, ack: 10)
    let record = talk.record()
    #expect(talk.count == 1)
    #expect(record.client == Conversation.client)
    #expect(record.sent.client.retransmissions.syn == 0)
    #expect(record.sent.server.retransmissions.syn == 0)
    #expect(record.handshake.synCount == 1)
    #expect(record.handshake.synAck != nil)
    #expect(record.handshake.serverRoundTrip == nil)
    #expect(record.sent.client.uniqueBytes == 10)
    #expect(record.sent.server.uniqueBytes == 10)
  }

  @Test("data in the SYN is the stream's beginning") func fastOpen() {
    let talk = Conversation()
    talk.packet(
      .client, at: 0, seq: -1, ack: nil, flags: .syn, payload: Conversation.bytes(0..<20))
    talk.packet(.server, at: 20, seq: -1, ack: 20, flags: [.syn, .ack])
    talk.data(.client, at: 21, seq: 20, 10)
    let record = talk.record()
    #expect(talk.bytes(from: .client) == Conversation.bytes(0..<30))
    #expect(record.sent.client.uniqueBytes == 30)
    #expect(record.sent.client.missedBytes == 0)
    #expect(record.sent.client.retransmissions.total == 0)
  }

  @Test("both ends' shift applies to windows only where both sent one")
  func windowScale() {
    // 100 << 4 bytes of window: the segment that fills it is counted.
    let scaled = Conversation()
    scaled.open(options: [.windowScale(4)], window: 64_240)
    scaled.ack(.client, at: 30, 0, window: 100)
    scaled.data(.server, at: 31, seq: 0, 1000)
    scaled.data(.server, at: 32, seq: 1000, 600)
    #expect(scaled.record().sent.server.windowFull == 1)
    let plain = Conversation()
    plain.open()
    plain.ack(.client, at: 30, 0, window: 1000)
    plain.data(.server, at: 31, seq: 0, 600)
    plain.data(.server, at: 32, seq: 600, 400)
    #expect(plain.record().sent.server.windowFull == 1)
  }
}
