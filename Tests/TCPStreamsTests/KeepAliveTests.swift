import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Keep-alives and windows") struct KeepAliveTests {
  private func established() -> Conversation {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.data(.server, at: 50, seq: 0, 200, ack: 100)
    talk.ack(.client, at: 51, 200, seq: 100)
    return talk
  }

  @Test("answered keep-alives", arguments: [0, 1]) func answered(length: Int) {
    let talk = established()
    for time in [1000.0, 2000, 3000] {
      talk.packet(
        .client, at: time, seq: 99, ack: 200, payload: [UInt8](repeating: 0, count: length))
      talk.ack(.server, at: time + 20, 100, seq: 200)
    }
    let sent = talk.record().sent
    #expect(sent.client.keepAlives == 3)
    #expect(sent.client.keepAlivesUnanswered == 0)
    #expect(sent.client.retransmissions.total == 0)
    #expect(sent.client.dataPackets == 1)
    #expect(sent.server.duplicateAcks == 0)
  }

  @Test("unanswered keep-alives are those after the peer's last word") func unanswered() {
    let talk = established()
    talk.packet(.client, at: 1000, seq: 99, ack: 200)
    talk.ack(.server, at: 1020, 100, seq: 200)
    for time in [2000.0, 3000, 4000] { talk.packet(.client, at: time, seq: 99, ack: 200) }
    let sent = talk.record().sent
    #expect(sent.client.keepAlives == 4)
    #expect(sent.client.keepAlivesUnanswered == 3)
    #expect(sent.server.keepAlivesUnanswered == 0)
    #expect(sent.client.unacknowledged == nil)
  }

  @Test("a side that has sent nothing can send them", arguments: [0, 1])
  func beforeData(length: Int) {
    let talk = Conversation()
    talk.open()
    talk.packet(
      .client, at: 1000, seq: -1, ack: 0, payload: [UInt8](repeating: 0, count: length))
    let sent = talk.record().sent.client
    #expect(sent.keepAlives == 1)
    #expect(sent.dataPackets == 0)
    #expect(sent.retransmissions.total == 0)
  }

  @Test("one byte that is still on its way is sent again, not asked after") func oneByte() {
    let talk = established()
    talk.data(.client, at: 100, seq: 100, 1, ack: 200)
    talk.data(.client, at: 500, seq: 100, 1, ack: 200)
    #expect(talk.record().sent.client.keepAlives == 0)
    #expect(talk.record().sent.client.retransmissions.total == 1)
    talk.ack(.server, at: 520, 101, seq: 200)
    talk.data(.client, at: 2000, seq: 100, 1, ack: 200)
    #expect(talk.record().sent.client.keepAlives == 1)
  }

  @Test("a closed window is timed from the first zero to the update") func zeroWindow() {
    let talk = established()
    talk.ack(.server, at: 100, 100, seq: 200, window: 0)
    talk.ack(.server, at: 400, 100, seq: 200, window: 0)
    #expect(talk.record().sent.server.zeroWindowSince?.frame == 7)
    talk.ack(.server, at: 900, 100, seq: 200, window: 5000)
    let sent = talk.record().sent.server
    #expect(sent.zeroWindows == 2)
    #expect(sent.longestZeroWindow == .milliseconds(800))
    #expect(sent.zeroWindowSince == nil)
  }

  @Test("a window closed to the end is timed to the last packet") func zeroWindowToTheEnd() {
    let talk = established()
    talk.ack(.server, at: 100, 100, seq: 200, window: 0)
    talk.packet(.client, at: 700, seq: 99, ack: 200)
    #expect(talk.record().sent.server.longestZeroWindow == .milliseconds(600))
    #expect(talk.record().sent.server.zeroWindowSince != nil)
    #expect(talk.record().sent.client.zeroWindowProbes == 1)
    #expect(talk.record().sent.client.keepAlives == 0)
  }

  @Test("probes of one byte are no loss, however often they are sent") func probes() {
    let talk = established()
    talk.ack(.server, at: 100, 100, seq: 200, window: 0)
    for time in [400.0, 1000, 2200] {
      talk.data(.client, at: time, seq: 100, 1, ack: 200)
      talk.ack(.server, at: time + 20, 100, seq: 200, window: 0)
    }
    talk.ack(.server, at: 3000, 100, seq: 200, window: 5000)
    talk.data(.client, at: 3001, seq: 100, 500, ack: 200)
    talk.ack(.server, at: 3021, 600, seq: 200, window: 5000)
    let sent = talk.record().sent
    #expect(sent.client.zeroWindowProbes == 3)
    #expect(sent.client.retransmissions.total == 0)
    #expect(sent.client.uniqueBytes == 600)
    #expect(sent.client.missedBytes == 0)
    #expect(sent.client.outages.isEmpty)
    #expect(sent.server.duplicateAcks == 0)
    #expect(talk.bytes(from: .client) == Conversation.bytes(0..<600))
  }

  @Test("a probe's byte that is accepted was sent") func acceptedProbe() {
    let talk = established()
    talk.ack(.server, at: 100, 100, seq: 200, window: 0)
    talk.data(.client, at: 400, seq: 100, 1, ack: 200)
    talk.ack(.server, at: 420, 101, seq: 200, window: 5000)
    talk.data(.client, at: 430, seq: 101, 99, ack: 200)
    let sent = talk.record().sent.client
    #expect(sent.missedBytes == 0)
    #expect(sent.uniqueBytes == 200)
    #expect(sent.retransmissions.total == 0)
    #expect(talk.bytes(from: .client) == Conversation.bytes(0..<200))
  }
}
