import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Retransmissions") struct RetransmissionTests {
  /// A conversation in which the server has sent so many segments of 1000 bytes, each acknowledged
  /// after 50 ms but for the last ones.
  private func established(sent: Int = 10, unacknowledged: Int = 1) -> Conversation {
    let talk = Conversation()
    talk.open(serverHalf: 0.5, clientHalf: 50)
    for index in 0..<sent {
      let time = 100 + Double(index) * 60
      talk.data(.server, at: time, seq: index * 1000, 1000)
      if index < sent - unacknowledged { talk.ack(.client, at: time + 50, (index + 1) * 1000) }
    }
    return talk
  }

  @Test("after the timeout") func timeout() {
    let talk = established()
    talk.data(.server, at: 640 + 400, seq: 9000, 1000)
    talk.ack(.client, at: 640 + 450, 10_000)
    let repeats = talk.record().sent.server.retransmissions
    #expect(repeats.timeout == 1)
    #expect(repeats.total == 1)
    #expect(repeats.bytes == 1000)
    #expect(talk.record().sent.server.uniqueBytes == 10_000)
    #expect(talk.record().sent.server.bytes == 11_000)
  }

  @Test("after three duplicate acknowledgements") func fast() {
    let talk = established(unacknowledged: 5)
    for index in 0..<3 { talk.ack(.client, at: 690 + Double(index), 5000) }
    #expect(talk.record().sent.client.duplicateAcks == 3)
    talk.data(.server, at: 700, seq: 5000, 1000)
    talk.ack(.client, at: 750, 10_000)
    #expect(talk.record().sent.server.retransmissions.fast == 1)
    #expect(talk.record().sent.server.retransmissions.total == 1)
  }

  @Test("after a selective acknowledgement") func selective() {
    let talk = established(unacknowledged: 2)
    talk.ack(.client, at: 690, 8000, sack: [9000..<10_000])
    talk.data(.server, at: 700, seq: 8000, 1000)
    #expect(talk.record().sent.server.retransmissions.fast == 1)
    #expect(talk.record().sent.client.selectiveAcks == 1)
  }

  @Test("a tail-loss probe repeats the last segment before the timeout") func tailLossProbe() {
    let talk = established()
    talk.data(.server, at: 640 + 110, seq: 9000, 1000)
    talk.ack(.client, at: 640 + 160, 10_000)
    let repeats = talk.record().sent.server.retransmissions
    #expect(repeats.tailLossProbe == 1)
    #expect(repeats.needed == 1)
  }

  @Test("a tail-loss probe whose duplicate arrival is reported was not needed")
  func duplicateReport() {
    let talk = established()
    talk.data(.server, at: 640 + 110, seq: 9000, 1000)
    talk.ack(.client, at: 640 + 150, 10_000)
    talk.ack(.client, at: 640 + 160, 10_000, sack: [9000..<10_000])
    let record = talk.record()
    #expect(record.sent.server.retransmissions.tailLossProbe == 0)
    #expect(record.sent.server.retransmissions.spurious == 1)
    #expect(record.sent.server.lossEstimate == 0)
    #expect(record.sent.client.duplicateSacks == 1)
    #expect(record.sent.client.selectiveAcks == 0)
  }

  @Test("a duplicate report inside a second block is one too") func duplicateReportAboveAck() {
    let talk = established(unacknowledged: 4)
    // 6000 is missing; 8000 arrived twice.
    talk.ack(.client, at: 690, 6000, sack: [7000..<10_000])
    talk.data(.server, at: 700, seq: 8000, 1000)
    talk.ack(.client, at: 750, 6000, sack: [8000..<9000, 7000..<10_000])
    let record = talk.record()
    #expect(record.sent.client.duplicateSacks == 1)
    #expect(record.sent.server.retransmissions.spurious == 1)
    #expect(record.sent.server.retransmissions.needed == 0)
  }

  @Test("each of several repeats can be withdrawn") func severalReports() {
    let talk = established(unacknowledged: 4)
    for index in 6..<10 {
      talk.data(.server, at: 1100 + Double(index), seq: index * 1000, 1000)
    }
    for index in 6..<10 {
      talk.ack(.client, at: 1150 + Double(index), 10_000, sack: [index * 1000..<(index + 1) * 1000])
    }
    let sent = talk.record().sent.server
    #expect(sent.retransmissions.spurious == 4)
    #expect(sent.retransmissions.needed == 0)
    #expect(sent.bursts.isEmpty)
  }

  @Test("a repeat of acknowledged data is spurious") func spurious() {
    let talk = established()
    talk.data(.server, at: 700, seq: 3000, 1000)
    let sent = talk.record().sent.server
    #expect(sent.retransmissions.spurious == 1)
    #expect(sent.retransmissions.needed == 0)
    #expect(sent.lossEstimate == 0)
  }

  @Test("an answer too early for the repeat answers the first copy") func earlyAnswer() {
    let talk = established()
    talk.data(.server, at: 640 + 400, seq: 9000, 1000)
    talk.ack(.client, at: 640 + 410, 10_000)
    let sent = talk.record().sent.server
    #expect(sent.retransmissions.timeout == 0)
    #expect(sent.retransmissions.spurious == 1)
  }

  @Test("an acknowledged repeat times nothing") func karn() {
    let talk = established()
    let before = talk.record().sent.server.roundTrip
    talk.data(.server, at: 640 + 400, seq: 9000, 1000)
    talk.ack(.client, at: 640 + 450, 10_000)
    #expect(talk.record().sent.server.roundTrip == before)
    #expect(before.samples == 9)
    #expect(before.minimum == .milliseconds(50))
    #expect(before.maximum == .milliseconds(50))
    #expect(before.smoothed == .milliseconds(50))
  }

  @Test("a repeat in other cuts counts by segments and adds new bytes once") func otherCuts() {
    let talk = established(sent: 3, unacknowledged: 3)
    talk.data(.server, at: 1500, seq: 0, 1460)
    talk.data(.server, at: 1501, seq: 1460, 1460)
    talk.data(.server, at: 1502, seq: 2920, 1460)
    let sent = talk.record().sent.server
    #expect(sent.retransmissions.total == 3)
    #expect(sent.uniqueBytes == 4380)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<4380))
  }

  @Test("duplicate acknowledgements need data on the way and an unchanged window")
  func duplicateAcks() {
    let talk = established(sent: 2, unacknowledged: 0)
    talk.ack(.client, at: 300, 2000)
    talk.ack(.client, at: 301, 2000)
    #expect(talk.record().sent.client.duplicateAcks == 0, "nothing is on its way")
    talk.data(.server, at: 310, seq: 2000, 1000)
    talk.ack(.client, at: 320, 2000, window: 60_000)
    #expect(talk.record().sent.client.duplicateAcks == 0, "a window update")
    talk.ack(.client, at: 321, 2000, window: 60_000)
    #expect(talk.record().sent.client.duplicateAcks == 1)
    talk.data(.client, at: 322, seq: 0, 10, ack: 2000)
    #expect(talk.record().sent.client.duplicateAcks == 1, "data of its own")
  }
}
