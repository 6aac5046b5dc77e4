import CaptureReader
import Foundation
import RDPProtocol
import TCPStreams
import Testing

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
    #expect(Self.record(length: .max, streamEnd: nil).length == Int(UInt32.max))
  }

  @Test("take 32 bytes: each session keeps up to 76")
  func size() { #expect(MemoryLayout<EncryptedRecord>.stride == 32) }
}
