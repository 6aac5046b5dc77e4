import CaptureReader
import Foundation
import PacketDecode
import Support
import Testing

@testable import TCPStreams

@Suite("The last packets of a connection") struct PacketTailTests {
  private func transfer(segments: Int) -> Conversation {
    let talk = Conversation()
    talk.open()
    for index in 0..<segments {
      let time = 100 + Double(index) * 20
      talk.data(.server, at: time, seq: index * 100, 100)
      talk.ack(.client, at: time + 10, (index + 1) * 100)
    }
    return talk
  }

  @Test("are kept from the first data on, at most so many", arguments: [1, 4, 7, 20, 32, 33, 100])
  func last(segments: Int) throws {
    let tail = transfer(segments: segments).record().tail
    #expect(tail.count == min(segments * 2, PacketTail.capacity))
    // Three packets open the connection; the last one is the newest.
    #expect(tail.last?.frame.frame == segments * 2 + 3)
    #expect(zip(tail, tail.dropFirst()).allSatisfy { $0.frame.frame + 1 == $1.frame.frame })
    #expect(tail.allSatisfy { $0.side == ($0.length > 0 ? .server : .client) })
  }

  @Test("are none where no data came")
  func none() {
    let talk = Conversation()
    talk.open()
    #expect(talk.record().tail.isEmpty)
  }

  @Test("tell what was sent again, and come back from their stored form")
  func repeats() throws {
    let talk = transfer(segments: 20)
    talk.data(.server, at: 1_000, seq: 2_000, 100)
    talk.data(.server, at: 2_000, seq: 2_000, 100)
    let tail = talk.record().tail
    #expect(tail.count { $0.isRepeat } == 1)
    #expect(tail.last?.isRepeat == true)
    #expect(tail.last?.sequence == tail.dropLast().last?.sequence)
    let stored = try JSONEncoder().encode(tail)
    #expect(try JSONDecoder().decode([TailPacket].self, from: stored) == tail)
  }

  @Test("duplicate acknowledgements stand in the stretch in which they came")
  func duplicates() throws {
    let talk = transfer(segments: 20)
    talk.data(.server, at: 3_000, seq: 2_100, 100)
    for index in 0..<3 { talk.ack(.client, at: 3_010 + Double(index), 2_000) }
    let record = talk.record()
    let series = try #require(record.series)
    let counts = series.courses.client.duplicateAcks
    #expect(counts.reduce(0, +) == UInt32(record.sent.client.duplicateAcks))
    #expect(record.sent.client.duplicateAcks > 0)
    #expect(counts.last ?? 0 > 0)
    let longest = series.courses.server.longestRoundTrips.compactMap(\.self).max()
    let most = try #require(record.sent.server.roundTrip.maximum)
    #expect(longest?.nanoseconds == most.nanoseconds / 1000 * 1000)
  }
}
