import CaptureReader
import Foundation
import Testing

@testable import TCPStreams

/// Thousands of sessions are open at once, and few of them show what lies out of line.
@Suite("What few connections show") struct RareSignsTests {
  private static func keys(_ value: some Encodable) throws -> Set<String> {
    let text = try JSONEncoder().encode(value)
    let members = try JSONSerialization.jsonObject(with: text) as? [String: Any]
    return Set((members ?? [:]).keys)
  }

  @Test("records stay small without it")
  func size() {
    #expect(MemoryLayout<DirectionRecord>.stride <= 416)
    #expect(MemoryLayout<ConnectionRecord>.stride <= 320)
  }

  @Test("a change of one direction changes no other")
  func change() {
    let untouched = DirectionRecord()
    var record = DirectionRecord()
    record.retransmissions.fast += 2
    record.duplicateAcks = 4
    #expect(record.retransmissions.fast == 2 && record.duplicateAcks == 4)
    #expect(untouched.retransmissions.fast == 0 && untouched == DirectionRecord())
    let copy = record
    record.retransmissions.fast = 0
    record.duplicateAcks = 0
    #expect(record == untouched && copy.duplicateAcks == 4)
  }

  @Test("it is stored beside the other members, in a list of their own names")
  func stored() throws {
    var record = DirectionRecord()
    record.packets = 3
    record.zeroWindows = 5
    record.fin = ItemReference(input: 1, frame: 2, time: Timestamp(nanoseconds: 3))
    let keys = try Self.keys(record)
    #expect(keys.isSuperset(of: ["packets", "fin", "zeroWindows", "retransmissions", "resets"]))
    #expect(!keys.contains("rare"))
    let text = try JSONEncoder().encode(record)
    #expect(try JSONDecoder().decode(DirectionRecord.self, from: text) == record)
  }

  @Test("the same of a whole connection, in both forms")
  func connections() throws {
    let talk = Conversation()
    talk.open()
    talk.data(.client, at: 25, seq: 0, 100)
    var record = talk.record()
    #expect(record.copies == 0 && record.trail == nil && record.icmpErrors.isEmpty)
    record.copies = 7
    record.backoffs.server = Backoff(
      subject: .data, schedule: .irregular, pauses: [.seconds(1)], start: record.first.time,
      timeout: nil, givesUpAfter: nil)
    let keys = try Self.keys(record)
    #expect(keys.isSuperset(of: ["index", "sent", "copies", "backoffs", "tail"]))
    #expect(!keys.contains("rare") && !keys.contains("trail"))
    let text = try JSONEncoder().encode(record)
    let read = try JSONDecoder().decode(ConnectionRecord.self, from: text)
    #expect(read.copies == 7 && read.backoffs.server == record.backoffs.server)
    #expect(read.sent.client == record.sent.client && read.tail == record.tail)
    var binary: [UInt8] = []
    try BinaryEncoder().encode(record, into: &binary)
    let place = try #require(BinaryDecoder.records(in: binary)?.first)
    let again = try BinaryDecoder.decode(ConnectionRecord.self, from: binary[place])
    #expect(again.copies == 7 && again.sent.server == record.sent.server)
  }

  @Test("each of it is kept where it is all that there is")
  func alone() throws {
    let talk = Conversation()
    talk.open()
    let plain = talk.record()
    let changes: [(inout ConnectionRecord) -> Void] = [
      { $0.copies = 1 }, { $0.routedCopies = 1 }, { $0.copiesByPacketID = 1 },
      { $0.backwardSteps = 1 }, { $0.largestBackwardStep = .seconds(1) },
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for change in changes {
      var record = plain
      change(&record)
      let text = try encoder.encode(record)
      #expect(text != (try encoder.encode(plain)))
      let read = try JSONDecoder().decode(ConnectionRecord.self, from: text)
      #expect(try encoder.encode(read) == text)
    }
  }
}
