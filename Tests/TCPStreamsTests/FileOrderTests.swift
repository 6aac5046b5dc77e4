import CaptureReader
import PacketDecode
import Support
import Testing

@testable import TCPStreams

@Suite("Order of the file") struct FileOrderTests {
  private func established() -> Conversation {
    let talk = Conversation()
    talk.open()
    return talk
  }

  @Test(
    "data behind its acknowledgement in the file is no loss of the capture",
    arguments: [-0.034, 0, 0.02])
  func behindAcknowledgement(delay: Double) {
    let talk = established()
    talk.ack(.client, at: 40, 100, seq: 19)
    talk.data(.client, at: 40.01, seq: 19, 30, ack: 100)
    talk.data(.client, at: 39.99, seq: 0, 19)
    talk.data(.server, at: 40 + delay, seq: 0, 100, ack: 19)
    talk.ack(.server, at: 60, 49, seq: 100)
    talk.finish()
    let record = talk.record()
    #expect(record.sent.server.missedBytes == 0)
    #expect(record.sent.client.missedBytes == 0)
    #expect(record.sent.server.retransmissions.total == 0)
    #expect(record.sent.server.dataPackets == 1)
    #expect(talk.bytes(from: .server) == Conversation.bytes(0..<100))
    #expect(talk.bytes(from: .client) == Conversation.bytes(0..<49))
    #expect(talk.gaps(from: .server).isEmpty)
  }

  @Test("what the capture lost is waited for a few times, and then given up")
  func lost() {
    let talk = established()
    for index in 0..<10 {
      talk.ack(.client, at: 40 + Double(index) * 30, (index + 1) * 100)
      talk.data(.server, at: 45 + Double(index) * 30, seq: (index + 1) * 100, 0)
    }
    talk.finish()
    #expect(talk.record().sent.server.missedBytes == 1000)
    #expect(talk.gaps(from: .server).reduce(0) { $0 + $1.count } == 1000)
    #expect(talk.record().sent.client.packets == 12)
  }

  @Test("data that is older than the acknowledgement fills what was called missing, however late")
  func late() {
    let talk = established()
    talk.ack(.client, at: 40, 100)
    for index in 0..<30 { talk.data(.client, at: 41 + Double(index), seq: index, 1, ack: 100) }
    #expect(talk.record().sent.server.missedBytes == 100)
    talk.data(.server, at: 39, seq: 0, 60)
    #expect(talk.record().sent.server.missedBytes == 40)
    talk.data(.server, at: 39.5, seq: 60, 40)
    let server = talk.record().sent.server
    #expect(server.missedBytes == 0)
    #expect(server.retransmissions.total == 0)
    #expect(server.uniqueBytes == 100)
  }

  @Test("a repeat of what the capture lost is a repeat")
  func repeated() {
    let talk = established()
    talk.ack(.client, at: 40, 100)
    for index in 0..<30 { talk.data(.client, at: 41 + Double(index), seq: index, 1, ack: 100) }
    talk.data(.server, at: 400, seq: 0, 100)
    #expect(talk.record().sent.server.missedBytes == 100)
    #expect(talk.record().sent.server.retransmissions.spurious == 1)
  }

  @Test("TCP tells late packets from wrong times") func signs() {
    let late = established()
    late.data(.server, at: 40, seq: 0, 100)
    late.data(.client, at: 40.5, seq: 0, 10, ack: 100)
    #expect(late.takeLateSign() == nil)
    // An older acknowledgement than the last one.
    late.packet(.client, at: 40.4, seq: 0, ack: 0)
    #expect(late.takeLateSign() == .late)
    let wrong = established()
    wrong.data(.client, at: 40, seq: 0, 19)
    // It answers what was sent after it, by its time.
    wrong.data(.server, at: 37, seq: 0, 19, ack: 19)
    #expect(wrong.takeLateSign() == .wrongTime)
    // The next segment, with a time before that of the last.
    wrong.data(.server, at: 36.9, seq: 19, 19, ack: 19)
    #expect(wrong.takeLateSign() == .wrongTime)
    let hole = established()
    hole.data(.server, at: 40, seq: 100, 100)
    hole.data(.server, at: 39.99, seq: 0, 100)
    #expect(hole.takeLateSign() == .late)
  }

  @Test(
    "both ends of a path in one capture: the second sight is no repeat", arguments: [0.5, 60, 900])
  func bothEnds(distance: Double) {
    let plain = established()
    let both = Conversation()
    both.distance = distance
    both.open()
    for talk in [plain, both] {
      for index in 0..<60 {
        let time = 200 + Double(index) * 11
        talk.data(
          .server, at: time, seq: index * 100, 100, id: index == 30 && distance < 100 ? 0 : nil)
        talk.ack(.client, at: time + 5, (index + 1) * 100)
      }
      talk.data(.server, at: 5000, seq: 5900, 100)
      talk.finish()
    }
    let record = both.record()
    #expect(record.routedCopies == plain.frame)
    #expect(record.sent.server.retransmissions == plain.record().sent.server.retransmissions)
    #expect(record.sent.server.retransmissions.total == 1)
    #expect(record.sent.client.duplicateAcks == 0)
    #expect(record.sent.server.hopLimits == plain.record().sent.server.hopLimits)
  }

  @Test("duplicate acknowledgements without an identification are no copies of each other")
  func duplicateAcknowledgements() {
    let talk = established()
    for index in 0..<4 { talk.data(.server, at: 30 + Double(index), seq: index * 100, 100) }
    for index in 0..<4 { talk.ack(.client, at: 60 + Double(index) / 50, 100, id: 0) }
    #expect(talk.record().copies == 0)
    #expect(talk.record().sent.client.duplicateAcks == 3)
  }
}
