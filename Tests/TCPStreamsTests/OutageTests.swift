import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Outages and bursts") struct OutageTests {
  /// A conversation with a round trip of 20 ms whose server then repeats a segment after these
  /// milliseconds.
  private func repeating(after times: [Double]) -> Conversation {
    let talk = Conversation()
    talk.open()
    for index in 0..<5 {
      talk.data(.server, at: 30 + Double(index) * 30, seq: index * 100, 100)
      talk.ack(.client, at: 50 + Double(index) * 30, (index + 1) * 100)
    }
    talk.data(.server, at: 1000, seq: 500, 100)
    for time in times { talk.data(.server, at: 1000 + time, seq: 500, 100) }
    return talk
  }

  @Test("an outage that ends is known with its attempts and length") func recovered() {
    let talk = repeating(after: [300, 900, 2100])
    talk.ack(.client, at: 3120, 600)
    let outages = talk.record().sent.server.outages
    #expect(outages.count == 1)
    #expect(outages.first?.attempts == 4)
    #expect(outages.first?.recovered == true)
    #expect(outages.first?.length == .milliseconds(2120))
    #expect(outages.first?.peerHeard == false)
    #expect(talk.record().sent.server.unacknowledged == nil)
  }

  @Test("an outage to the end has no recovery") func unrecovered() {
    let talk = repeating(after: [300, 900, 2100, 4500])
    let sent = talk.record().sent.server
    #expect(sent.outages.count == 1)
    #expect(sent.outages.first?.recovered == false)
    #expect(sent.outages.first?.attempts == 5)
    #expect(sent.outages.first?.length == .milliseconds(4500))
    #expect(sent.unacknowledged?.attempts == 5)
    #expect(sent.unacknowledged?.bytes == 100)
    #expect(sent.unacknowledged?.segmentLength == 100)
    #expect(sent.longestSilence == .milliseconds(2400))
    #expect(sent.longestSilenceStart == sent.unacknowledged.map { _ in talk.frameOfRepeat(3) })
  }

  @Test("the other side's packets may keep coming in") func peerHeard() {
    let talk = repeating(after: [300, 900, 2100])
    talk.data(.client, at: 2500, seq: 0, 50, ack: 500)
    #expect(talk.record().sent.server.outages.first?.peerHeard == true)
  }

  @Test("less than a second, or fewer than three attempts, is no outage") func short() {
    let quick = repeating(after: [200, 500])
    quick.ack(.client, at: 1900, 600)
    #expect(quick.record().sent.server.outages.isEmpty)
    let lone = repeating(after: [1500])
    lone.ack(.client, at: 3000, 600)
    #expect(lone.record().sent.server.outages.isEmpty)
  }

  @Test("repeats close together are one burst, far apart they are none") func bursts() {
    let talk = repeating(after: [])
    for index in 6..<40 { talk.data(.server, at: 1000, seq: index * 100, 100) }
    for index in 5..<10 { talk.data(.server, at: 1500 + Double(index) * 50, seq: index * 100, 100) }
    for index in 10..<12 {
      talk.data(.server, at: 5000 + Double(index), seq: index * 100, 100)
    }
    for index in 12..<16 { talk.data(.server, at: 9000 + Double(index), seq: index * 100, 100) }
    let bursts = talk.record().sent.server.bursts
    #expect(bursts.map(\.segments) == [5, 4])
    #expect(bursts.map(\.bytes) == [500, 400])
    #expect(talk.record().milliseconds(bursts.first?.start) == 1750)
    #expect(talk.record().milliseconds(bursts.first?.end) == 1950)
    #expect(bursts.allSatisfy { !$0.isRepaired })
  }

  @Test("more outages than are kept: the longest stay") func manyOutages() {
    let talk = Conversation()
    talk.open()
    var time = 100.0
    for index in 0..<30 {
      for wait in [0, 300, Double(1000 + index * 10)] {
        talk.data(.server, at: time + wait, seq: index * 100, 100)
      }
      talk.ack(.client, at: time + 1020 + Double(index) * 10, (index + 1) * 100)
      time += 5000
    }
    let outages = talk.record().sent.server.outages
    #expect(outages.count == 16)
    #expect(outages.map(\.length).min() == .milliseconds(1020 + 14 * 10))
  }
}

extension Conversation {
  /// The frame of the n-th repeat in `repeating(after:)`, with its time.
  fileprivate func frameOfRepeat(_ index: Int) -> ItemReference? {
    record().sent.server.lastPacket.map {
      ItemReference(
        input: 0, frame: $0.frame - 1, time: Timestamp(nanoseconds: Self.start + 3_100_000_000))
    }
  }
}
