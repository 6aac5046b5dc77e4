import CaptureReader
import PacketDecode
import Testing

@testable import TCPStreams

@Suite("Pauses") struct PauseTests {
  @Test("are counted by the class they fall in")
  func classes() {
    var tally = PauseTally()
    for length in [100, 250, 600, 900, 40_000] as [Int64] { tally.note(.milliseconds(length)) }
    #expect(tally.longest == .seconds(40))
    #expect(tally.count(from: .milliseconds(250)) == 4)
    #expect(tally.count(from: .milliseconds(400)) == 3)
    #expect(tally.count(from: .seconds(1)) == 1)
    #expect(tally.count(from: .seconds(60)) == 0)
  }

  private func talk() -> Conversation {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 30, seq: 0, 10)
    talk.ack(.server, at: 50, 10)
    return talk
  }

  @Test("count once the other side has answered")
  func answered() {
    let talk = talk()
    talk.data(.client, at: 2030, seq: 10, 10)
    talk.ack(.server, at: 2050, 20)
    talk.data(.client, at: 8030, seq: 20, 10)
    let sent = talk.record().sent
    #expect(sent.client.longestSilence == .seconds(6))
    #expect(sent.client.pauses.longest == .seconds(2))
  }

  @Test("that a reset answers were not survived")
  func reset() {
    let talk = talk()
    talk.data(.client, at: 8030, seq: 10, 10)
    talk.packet(.server, at: 8050, seq: 0, ack: nil, flags: .rst)
    let sent = talk.record().sent
    #expect(sent.client.longestSilence == .seconds(8))
    #expect(sent.client.pauses.isEmpty)
  }
}
