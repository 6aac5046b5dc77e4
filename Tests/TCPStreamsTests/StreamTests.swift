import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

/// Place in the stream: holes, order, and what the capture lost.
@Suite("Stream positions") struct StreamTests {
  @Test(
    "sequence numbers wrap amid data", arguments: [UInt32.max - 999, .max - 1, .max, 0x7FFF_FF00])
  func wraps(initial: UInt32) {
    let talk = Conversation(initial: PerSide(client: initial, server: initial &- 500))
    talk.open()
    for index in 0..<20 {
      talk.data(.client, at: 30 + Double(index), seq: index * 100, 100, ack: index * 100)
      talk.data(
        .server, at: 30.5 + Double(index), seq: index * 100, 100, ack: (index + 1) * 100)
    }
    talk.data(.client, at: 60, seq: 900, 100, ack: 2000)
    for side in Side.allCases {
      #expect(talk.bytes(from: side) == Conversation.bytes(0..<2000))
      #expect(talk.record().sent[side].uniqueBytes == 2000)
      #expect(talk.record().sent[side].missedBytes == 0)
    }
    #expect(talk.record().sent.client.retransmissions.spurious == 1)
    #expect(talk.record().sent.server.retransmissions.total == 0)
  }

  @Test("a hole filled within the window is reordering", arguments: [0.5, 2.9])
  func reordered(delay: Double) {
    let talk = Conversation()
    talk.packet(.server, at: 0, seq: -1, flags: [.syn, .ack])
    talk.data(.server, at: 10, seq: 0, 100, id: 0)
    talk.data(.server, at: 11, seq: 200, 100, id: 0)
    talk.data(.server, at: 11 + delay, seq: 100, 100, id: 0)
    let sent = talk.record().sent.server
    #expect(sent.reordered == 1)
    #expect(sent.lostBeforeCapture == 0)
    #expect(sent.lossEstimate == 0)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<300))
  }

  @Test(
    "what the file has late and its own time has first, or at once, is no reordering of the path",
    arguments: [10.4, 11])
  func writtenLate(time: Double) {
    let talk = Conversation()
    talk.packet(.server, at: 0, seq: -1, flags: [.syn, .ack])
    talk.data(.server, at: 10, seq: 0, 100, id: 0)
    talk.data(.server, at: 11, seq: 200, 100, id: 0)
    talk.data(.server, at: time, seq: 100, 100, id: 0)
    let sent = talk.record().sent.server
    #expect(sent.reordered == 0)
    #expect(sent.lostBeforeCapture == 0)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<300))
  }

  @Test("the handshake's round trip widens the window") func widerWindow() {
    let talk = Conversation()
    talk.open(serverHalf: 20, clientHalf: 10)
    talk.data(.server, at: 50, seq: 100, 100, id: 0)
    talk.data(.server, at: 79, seq: 0, 100, id: 0)
    talk.data(.server, at: 100, seq: 300, 100, id: 0)
    talk.data(.server, at: 131, seq: 200, 100, id: 0)
    #expect(talk.record().sent.server.reordered == 1)
    #expect(talk.record().sent.server.lostBeforeCapture == 1)
  }

  @Test("a hole filled late was lost before the capture point") func lostBeforeCapture() {
    let talk = Conversation()
    talk.open()
    talk.data(.server, at: 30, seq: 0, 100)
    talk.data(.server, at: 31, seq: 200, 100)
    talk.ack(.client, at: 32, 100, sack: [200..<300])
    talk.data(.server, at: 260, seq: 100, 100)
    talk.ack(.client, at: 261, 300)
    let sent = talk.record().sent.server
    #expect(sent.lostBeforeCapture == 1)
    #expect(sent.retransmissions.total == 0)
    #expect(sent.reordered == 0)
    #expect(sent.openHoleBytes == 0)
    #expect(sent.uniqueBytes == 300)
    #expect(sent.lossEstimate == 1.0 / 3)
    #expect(talk.record().sent.client.selectiveAcks == 1)
  }

  @Test("a segment wider than its hole fills it; one narrower leaves the rest") func partialFills()
  {
    let talk = Conversation()
    talk.open()
    talk.data(.server, at: 30, seq: 300, 100)
    talk.data(.server, at: 31, seq: 100, 50)
    #expect(talk.record().sent.server.openHoleBytes == 250)
    #expect(talk.record().sent.server.largestOpenHole == 150)
    talk.data(.server, at: 32, seq: 0, 350)
    let sent = talk.record().sent.server
    #expect(sent.openHoleBytes == 0)
    #expect(sent.uniqueBytes == 400)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<400))
  }

  @Test("acknowledged but never seen: the capture lost it, not the network") func missed() {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.data(.client, at: 31, seq: 300, 100)
    talk.ack(.server, at: 50, 400)
    talk.ack(.server, at: 60, 1000)
    talk.finish()
    let sent = talk.record().sent.client
    #expect(sent.missedBytes == 200 + 600)
    #expect(sent.uniqueBytes == 1000)
    #expect(sent.lossEstimate == 0)
    #expect(sent.lostBeforeCapture == 0)
    #expect(sent.openHoleBytes == 0)
    #expect(talk.gaps(from: .client) == [100..<300, 400..<1000])
    #expect(
      talk.bytes(from: .client) == Conversation.bytes(0..<100) + Conversation.bytes(300..<400))
  }

  @Test("an empty segment beyond the data seen opens a hole") func holeByEmptySegment() {
    let talk = Conversation()
    talk.open()
    talk.data(.server, at: 30, seq: 0, 100)
    talk.ack(.server, at: 40, 0, seq: 250)
    #expect(talk.record().sent.server.openHoleBytes == 150)
    talk.data(.server, at: 300, seq: 100, 150)
    let sent = talk.record().sent.server
    #expect(sent.openHoleBytes == 0)
    #expect(sent.lostBeforeCapture == 1)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<250))
  }

  @Test("what lies before the first packet seen was not sent before, as far as is known")
  func beforeTheFirst() {
    let talk = Conversation()
    talk.data(.server, at: 0, seq: 5000, 100)
    talk.data(.server, at: 1, seq: 4900, 100)
    talk.data(.server, at: 2, seq: 5100, 100)
    let sent = talk.record().sent.server
    #expect(sent.retransmissions.total == 0)
    #expect(sent.reordered == 1)
    #expect(sent.uniqueBytes == 300)
  }

  @Test("holes beyond the limit are given up") func manyHoles() {
    let talk = Conversation()
    talk.open()
    for index in 1...200 { talk.data(.server, at: 30, seq: index * 200, 100) }
    let sent = talk.record().sent.server
    #expect(sent.openHoleBytes < 64 * 100 + 200)
    #expect(sent.openHoleBytes + sent.missedBytes == 20_100)
  }

  @Test("an acknowledgement of nothing that could have been sent is ignored") func absurdAck() {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.ack(.server, at: 40, 100 + 0x6000_0000)
    let sent = talk.record().sent.client
    #expect(sent.missedBytes == 0)
    #expect(sent.uniqueBytes == 100)
    #expect(sent.unacknowledged?.bytes == 100)
  }

  @Test("the FIN counts one and is acknowledged as such") func fin() {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.packet(.client, at: 40, seq: 100, flags: .fin)
    #expect(talk.record().sent.client.unacknowledged?.isFinOnly == false)
    talk.ack(.server, at: 50, 100)
    let waiting = talk.record().sent.client
    #expect(waiting.unacknowledged?.isFinOnly == true)
    #expect(!waiting.finAcknowledged)
    talk.packet(.client, at: 300, seq: 100, flags: .fin)
    talk.ack(.server, at: 320, 101)
    let sent = talk.record().sent.client
    #expect(sent.finAcknowledged)
    #expect(sent.finCount == 2)
    #expect(sent.retransmissions.fin == 1)
    #expect(sent.unacknowledged == nil)
    #expect(sent.missedBytes == 0)
    #expect(talk.gaps(from: .client).isEmpty)
    #expect(talk.record().firstGoodbye?.kind == .fin)
    #expect(talk.record().firstGoodbye?.side == .client)
  }

  @Test("nothing is handed on for a connection that nobody reads") func stopsDelivering() {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.stopDelivering()
    talk.stopDelivering(7)
    talk.data(.client, at: 31, seq: 100, 100)
    #expect(talk.bytes(from: .client) == Conversation.bytes(0..<100))
    #expect(talk.record().sent.client.uniqueBytes == 200)
  }
}

@Suite("Sending order") struct SendingOrderTests {
  /// Four segments of which the second comes last, 1 ms or 500 ms after the others.
  private func talk(delay: Double, id: UInt16, step: UInt16 = 1) -> DirectionRecord {
    let talk = Conversation()
    talk.open()
    for (index, place) in [0, 1, 2, 4, 5].enumerated() {
      talk.data(
        .server, at: 30 + Double(index), seq: place * 100, 100, id: 500 + UInt16(place) * step)
    }
    talk.data(.server, at: 34 + delay, seq: 300, 100, id: id)
    return talk.record().sent.server
  }

  @Test("a segment that was overtaken has an older number", arguments: [1.0, 500])
  func overtaken(delay: Double) {
    #expect(talk(delay: delay, id: 503).reordered == 1)
    #expect(talk(delay: delay, id: 503).lostBeforeCapture == 0)
  }

  @Test("a segment sent again has a newer number", arguments: [1.0, 500])
  func again(delay: Double) {
    #expect(talk(delay: delay, id: 506).lostBeforeCapture == 1)
    #expect(talk(delay: delay, id: 506).reordered == 0)
  }

  @Test("a first copy that its repeat overtook was slow, not lost") func slowFirstCopy() {
    let talk = Conversation()
    talk.open()
    for (index, place) in [0, 1, 2, 4, 5].enumerated() {
      talk.data(.server, at: 30 + Double(index), seq: place * 100, 100, id: 500 + UInt16(place))
    }
    talk.data(.server, at: 90, seq: 300, 100, id: 506)
    #expect(talk.record().sent.server.lostBeforeCapture == 1)
    talk.data(.server, at: 95, seq: 300, 100, id: 503)
    let sent = talk.record().sent.server
    #expect(sent.lostBeforeCapture == 0)
    #expect(sent.retransmissions.spurious == 1)
    #expect(sent.retransmissions.needed == 0)
    #expect(sent.lossEstimate == 0)
  }

  @Test("timestamps tell where numbers do not", arguments: [1.0, 500])
  func timestamps(delay: Double) {
    func sent(_ value: UInt32) -> DirectionRecord {
      let talk = Conversation()
      talk.open()
      for (time, seq, stamp) in [(30, 0, 70), (31, 200, 72), (31 + delay, 100, value)] {
        talk.packet(
          .server, at: time, seq: seq, options: [.timestamps(value: stamp, echo: 1)],
          payload: Conversation.bytes(seq..<seq + 100), id: 0)
      }
      return talk.record().sent.server
    }
    #expect(sent(71).reordered == 1)
    #expect(sent(73).lostBeforeCapture == 1)
    #expect(sent(72).reordered == (delay < 3 ? 1 : 0), "sent within one tick, time decides")
  }

  @Test(
    "without counted numbers the time decides",
    arguments: [(0, 0), (7_000, 9_000)] as [(UInt16, UInt16)])
  func time(step: UInt16, id: UInt16) {
    #expect(talk(delay: 1, id: id, step: step).reordered == 1)
    #expect(talk(delay: 500, id: id, step: step).lostBeforeCapture == 1)
  }

  @Test("what comes a round trip after it was asked for was sent again", arguments: [39.0, 30])
  func asked(delay: Double) {
    let talk = Conversation()
    // The handshake took 45 ms; data 40.
    talk.open(serverHalf: 45, clientHalf: 0.2)
    talk.data(.client, at: 60, seq: 0, 50)
    talk.ack(.server, at: 100, 50)
    talk.data(.server, at: 110, seq: 0, 100, ack: 50, id: 0)
    talk.ack(.client, at: 110.1, 100, seq: 50)
    talk.data(.server, at: 120, seq: 200, 100, ack: 50, id: 0)
    talk.ack(.client, at: 120.1, 100, seq: 50, sack: [200..<300])
    talk.data(.server, at: 120 + delay, seq: 100, 100, ack: 50, id: 0)
    let sent = talk.record().sent.server
    #expect(sent.lostBeforeCapture == (delay > 35 ? 1 : 0))
    #expect(sent.reordered == (delay > 35 ? 0 : 1))
  }
}
