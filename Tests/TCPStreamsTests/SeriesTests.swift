import CaptureReader
import Support
import TCPStreams
import Testing

@Suite("Activity over time") struct SeriesTests {
  /// Data from the server each `step` milliseconds, acknowledged after `roundTrip`.
  private func transfer(
    _ talk: Conversation, segments: Range<Int>, step: Double, roundTrip: (Int) -> Double
  ) {
    for index in segments {
      talk.data(.server, at: 100 + Double(index) * step, seq: index * 100, 100)
      talk.ack(.client, at: 100 + Double(index) * step + roundTrip(index), (index + 1) * 100)
    }
  }

  @Test("is not begun for connections that carry little")
  func little() {
    let talk = Conversation()
    talk.open()
    transfer(talk, segments: 0..<15, step: 50) { _ in 20 }
    #expect(talk.record().series == nil)
    transfer(talk, segments: 15..<17, step: 50) { _ in 20 }
    #expect(talk.record().series != nil)
  }

  @Test("adds up to the connection's counts, however long it lasts", arguments: 1...20)
  func sums(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let talk = Conversation()
    talk.open()
    let step = [1.0, 40, 700, 30_000][Int(seed % 4)]
    var time = 100.0
    var next = 0
    for _ in 0..<200 {
      time += Double.random(in: 0...step, using: &random)
      let seq = Int.random(in: 0..<5, using: &random) == 0 ? max(0, next - 100) : next
      talk.data(.server, at: time, seq: seq, 100)
      next = max(next, seq + 100)
      if Bool.random(using: &random) { talk.ack(.client, at: time + 5, next) }
    }
    let record = talk.record()
    let series = try #require(record.series, "seed \(seed)")
    for side in Side.allCases {
      let course = series.courses[side]
      let sent = record.sent[side]
      #expect(course.packets.reduce(0, +) == UInt32(sent.packets), "seed \(seed)")
      #expect(course.bytes.reduce(0, +) == UInt32(sent.bytes), "seed \(seed)")
      let shortest = course.roundTrips.compactMap(\.self).min()
      #expect(shortest?.nanoseconds == sent.roundTrip.minimum.map { $0.nanoseconds / 1000 * 1000 })
      #expect(course.packets.count <= 48)
      #expect(course.packets.count == course.roundTrips.count)
    }
    let sentAgain = series.courses.server.repeats.reduce(0, +)
    #expect(sentAgain == UInt32(record.sent.server.retransmissions.total), "seed \(seed)")
    let length = record.captureEnd.since(record.first.time)
    let count = Int64(series.courses.client.packets.count)
    #expect(series.length * count > length && series.length * (count - 1) <= length)
    #expect(series.courses.client.packets.last != 0 || series.courses.server.packets.last != 0)
  }

  @Test("keeps silence as empty stretches")
  func silence() throws {
    let talk = Conversation()
    talk.open()
    transfer(talk, segments: 0..<20, step: 20) { _ in 10 }
    talk.data(.server, at: 10_000, seq: 2000, 100)
    let series = try #require(talk.record().series)
    #expect(series.length == .milliseconds(250))
    #expect(series.courses.server.packets[5..<39].allSatisfy { $0 == 0 })
    #expect(series.courses.server.packets.last == 1)
  }

  @Test("bears any clock")
  func clocks() {
    let talk = Conversation()
    talk.open(at: 5000)
    transfer(talk, segments: 0..<20, step: 20) { _ in 10 }
    #expect(talk.record().series?.courses.server.packets.count == 1)
    talk.data(.server, at: 1e12, seq: 2000, 100)
    talk.data(.server, at: -1e12, seq: 2100, 100)
    #expect(talk.record().series?.courses.server.packets.count ?? 99 <= 48)
    #expect(talk.record().backwardSteps > 0)
  }

  @Test("a path that queues before the end shows as inflation against its baseline")
  func inflation() throws {
    let talk = Conversation()
    talk.open()
    transfer(talk, segments: 0..<300, step: 100) { $0 < 240 ? 20 : 20 + Double($0 - 240) * 10 }
    let trend = try #require(talk.record().roundTripTrends.server)
    #expect(trend.baseline == .milliseconds(20))
    #expect(trend.inflation > 10 && trend.added > .milliseconds(200))
    #expect(talk.record().roundTripTrends.client == nil)
  }

  @Test("a steady path, and one late acknowledgement at its end, show none")
  func steady() throws {
    let talk = Conversation()
    talk.open()
    transfer(talk, segments: 0..<300, step: 100) { $0 == 299 ? 220 : 20 + Double($0 % 3) }
    let trend = try #require(talk.record().roundTripTrends.server)
    #expect(trend.inflation < 1.2)
  }
}
