import CaptureReader
import Foundation
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("Encrypted records") struct EncryptedRecordTests {
  private static func record(length: Int, streamEnd: Int?) -> EncryptedRecord {
    EncryptedRecord(
      side: .server, type: 23, length: length,
      frame: ItemReference(input: 2, frame: 7, time: Timestamp(nanoseconds: 9)), isPartial: true,
      streamEnd: streamEnd)
  }

  @Test("come back from their stored form", arguments: [nil, 0, 70_000] as [Int?])
  func stored(streamEnd: Int?) throws {
    let record = Self.record(length: 16_408, streamEnd: streamEnd)
    let text = try JSONEncoder().encode(record)
    #expect(try JSONDecoder().decode(EncryptedRecord.self, from: text) == record)
    #expect(record.length == 16_408)
    #expect(record.streamEnd == streamEnd)
    #expect(String(decoding: text, as: UTF8.self).contains("streamEnd") == (streamEnd != nil))
  }

  @Test("a length that no record has is kept within bounds")
  func hostile() {
    #expect(Self.record(length: -1, streamEnd: nil).length == 0)
    #expect(Self.record(length: .max, streamEnd: nil).length == Int(UInt16.max))
  }

  @Test("an end beyond what is kept of it is not told, and what is changed changes nothing else")
  func ends() {
    let longest = EncryptedRecord.longestStream
    #expect(longest > 200_000_000_000)
    let ends: [(Int, Int?)] = [
      (longest, longest), (longest + 1, nil), (.max, nil), (-1, nil), (0, 0),
    ]
    for (end, told) in ends {
      var record = Self.record(length: 65_535, streamEnd: end)
      #expect(record.streamEnd == told)
      record.isPartial = false
      record.streamEnd = 5
      #expect(record.length == 65_535 && record.type == 23 && record.side == .server)
      #expect(!record.isPartial && record.streamEnd == 5)
      record.streamEnd = nil
      #expect(record.streamEnd == nil && record.length == 65_535 && record.side == .server)
    }
  }

  @Test("take 24 bytes: each session keeps up to 76")
  func size() { #expect(MemoryLayout<EncryptedRecord>.stride == 24) }

  @Test("a part of a list is stored as a list")
  func slices() throws {
    let records = [1, 2, 3].map { Self.record(length: $0, streamEnd: nil) }
    let text = try JSONEncoder().encode(RecordSlice(wrappedValue: records[1...]))
    let read = try JSONDecoder().decode(RecordSlice.self, from: text).wrappedValue
    #expect(Array(read) == Array(records[1...]))
    #expect(read.startIndex == 0)
    #expect(try JSONDecoder().decode([EncryptedRecord].self, from: text) == Array(read))
  }
}
