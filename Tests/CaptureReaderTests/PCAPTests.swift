import CaptureReader
import Support
import Testing

@Suite("Classic pcap") struct PCAPTests {
  @Test("reads every variant in both byte orders", arguments: VariantSample.all)
  func readsVariant(variant: VariantSample) throws {
    var builder = PCAPBuilder(magic: variant.magic, order: variant.order)
    builder.packet([1, 2, 3], seconds: 1_700_000_000, fraction: 123_456, original: 60)
    builder.packet([4, 5], seconds: 1_700_000_001, fraction: 7)
    let (packets, summary) = try read(builder.bytes)
    let scale: Int64 = variant.isNano ? 1 : 1_000
    #expect(packets.map(\.bytes) == [[1, 2, 3], [4, 5]])
    #expect(packets.map(\.record.frame) == [1, 2])
    #expect(packets.map(\.record.originalLength) == [60, 2])
    #expect(
      packets.map(\.record.time.nanoseconds) == [
        1_700_000_000_000_000_000 + 123_456 * scale, 1_700_000_001_000_000_000 + 7 * scale,
      ])
    #expect(summary.format == .pcap)
    #expect(summary.ending == .complete)
    #expect(summary.packets == 2)
    #expect(summary.capturedBytes == 5)
    #expect(summary.shortenedPackets == 1)
    #expect(summary.readBytes == builder.bytes.count)
    #expect(summary.interfaces.map(\.linkType) == [.ethernet])
    #expect(summary.interfaces[0].resolution == (variant.isNano ? .nanoseconds : .microseconds))
    #expect(summary.firstTime == packets[0].record.time)
    #expect(summary.lastTime == packets[1].record.time)
  }

  @Test(
    "gives link types their registered numbers",
    arguments: [
      (0, 0), (1, 1), (12, 101), (14, 101), (101, 101), (108, 108), (113, 113), (276, 276),
    ])
  func mapsLinkType(field: UInt32, expected: UInt32) throws {
    var builder = PCAPBuilder(linkType: field)
    builder.packet([1])
    let (packets, _) = try read(builder.bytes)
    #expect(packets.map(\.record.linkType.rawValue) == [expected])
  }

  @Test("takes the frame check length from the link-type field")
  func readsFrameCheckLength() throws {
    var builder = PCAPBuilder(linkType: 0x2400_0001)
    builder.packet([1])
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.record.frameCheckLength) == [4])
    #expect(packets.map(\.record.linkType) == [.ethernet])
    #expect(summary.interfaces[0].frameCheckLength == 4)
  }

  @Test("reads seconds as unsigned: captures after 2038")
  func readsLateTime() throws {
    var builder = PCAPBuilder()
    builder.packet([1], seconds: 0xf000_0000)
    let (packets, _) = try read(builder.bytes)
    #expect(packets.map(\.record.time.nanoseconds) == [0xf000_0000 * 1_000_000_000])
  }

  @Test("keeps what stands before any cut, and says where it is", arguments: VariantSample.all)
  func keepsPrefix(variant: VariantSample) throws {
    var builder = PCAPBuilder(magic: variant.magic, order: variant.order)
    var ends = [builder.bytes.count]
    for size in [3, 0, 5] {
      builder.packet([UInt8](repeating: 7, count: size))
      ends.append(builder.bytes.count)
    }
    for count in 24...builder.bytes.count {
      let (packets, summary) = try read(Array(builder.bytes.prefix(count)))
      let whole = ends.lastIndex { $0 <= count } ?? 0
      #expect(packets.count == whole, "prefix of \(count)")
      guard ends[whole] < count else {
        #expect(summary.ending == .complete, "prefix of \(count)")
        continue
      }
      guard case .cut(let offset, _) = summary.ending else {
        Issue.record("prefix of \(count) ends as \(summary.ending)")
        continue
      }
      #expect(offset == ends[whole], "prefix of \(count)")
    }
  }

  @Test("refuses every prefix of a file header", arguments: 0..<24)
  func refusesHeaderPrefix(count: Int) {
    #expect(throws: CaptureError.self) { try read(Array(PCAPBuilder().bytes.prefix(count))) }
  }

  @Test("stops at a record that is too long", arguments: [262_145, 0x7fff_ffff, 0xffff_ffff])
  func stopsAtLongRecord(length: UInt32) throws {
    var builder = PCAPBuilder()
    builder.packet([1, 2, 3, 4])
    let offset = builder.bytes.count
    builder.packet([5], captured: length)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.count == 1)
    guard case .damaged(offset, _) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("reads the largest record")
  func readsLargestRecord() throws {
    var builder = PCAPBuilder()
    builder.packet([UInt8](repeating: 9, count: 262_144))
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.bytes.count) == [262_144])
    #expect(summary.ending == .complete)
  }

  @Test("keeps packets longer than the snap length", arguments: ByteOrder.allCases)
  func keepsBeyondSnapLength(order: ByteOrder) throws {
    var builder = PCAPBuilder(order: order, snapLength: 4)
    builder.packet([1, 2, 3, 4, 5, 6])
    builder.packet([7, 8, 9, 10])
    let offset = builder.bytes.count
    builder.packet([11], captured: 0xffff_ffff)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.bytes) == [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10]])
    #expect(summary.notes.map(\.code) == [.beyondSnapLength])
    #expect(summary.interfaces.map(\.snapLength) == [4])
    guard case .damaged(offset, _) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("notes packets with more captured bytes than they had")
  func notesCapturedBeyondOriginal() throws {
    var builder = PCAPBuilder()
    builder.packet([1, 2, 3], original: 2)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.bytes) == [[1, 2, 3]])
    #expect(summary.notes.map(\.code) == [.capturedBeyondOriginal])
  }

  @Test("stops when told to")
  func stops() throws {
    var builder = PCAPBuilder()
    for _ in 0..<5 { builder.packet([1]) }
    let summary = try withTemporaryFile(builder.bytes) { path in
      try CaptureFile.readUntilStopped(.file(path)) { record, _ in
        record.frame == 2 ? .stop : .proceed
      }
    }
    #expect(summary.packets == 2)
    #expect(summary.isStopped)
  }
}

struct VariantSample: Sendable, CustomTestStringConvertible {
  var magic: UInt32
  var order: ByteOrder
  var isNano: Bool { magic == 0xa1b2_3c4d }
  var testDescription: String { "\(String(magic, radix: 16)) \(order)" }

  static let all: [VariantSample] = ByteOrder.allCases.flatMap { order in
    [0xa1b2_c3d4, 0xa1b2_3c4d, 0xa1b2_cd34].map { VariantSample(magic: $0, order: order) }
  }
}
