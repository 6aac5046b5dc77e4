import Foundation
import Testing

@testable import CaptureReader

@Suite("References that may be missing") struct OptionalItemTests {
  private struct Holder: Codable, Hashable {
    @OptionalItem var first: ItemReference?
    @OptionalItem var second: ItemReference?
  }

  private struct Plain: Codable, Hashable {
    var first: ItemReference?
    var second: ItemReference?
  }

  private static let last = ItemReference(
    input: .max, frame: .max, time: Timestamp(nanoseconds: .max))

  @Test("take no more room than one that is there")
  func size() {
    #expect(MemoryLayout<OptionalItem>.stride == 16)
    #expect(MemoryLayout<Holder>.size == 32)
  }

  @Test("are what they were set to", arguments: [nil, 0, 1, 1 << 40, .max] as [Int?])
  func values(number: Int?) {
    let item = number.map { ItemReference(input: $0, frame: $0, time: Timestamp(nanoseconds: -1)) }
    var holder = Holder()
    #expect(holder.first == nil)
    holder.first = item
    #expect(holder.first == item)
    holder.first = Self.last
    #expect(holder.first == Self.last)
    holder.first = nil
    #expect(holder == Holder())
  }

  @Test("are stored as any optional")
  func stored() throws {
    var holder = Holder()
    holder.second = ItemReference(input: 1, frame: 2, time: Timestamp(nanoseconds: 3))
    let plain = Plain(first: nil, second: holder.second)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = try encoder.encode(holder)
    #expect(text == (try encoder.encode(plain)))
    #expect(try JSONDecoder().decode(Holder.self, from: text) == holder)
    var binary: [UInt8] = []
    try BinaryEncoder().encode(holder, into: &binary)
    try BinaryEncoder().encode(plain, into: &binary)
    let records = try #require(BinaryDecoder.records(in: binary))
    #expect(binary[records[0]] == binary[records[1]])
    #expect(try BinaryDecoder.decode(Holder.self, from: binary[records[0]]) == holder)
  }
}
