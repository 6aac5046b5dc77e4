import CaptureReader
import Support
import Testing

@Suite("Malformed pcapng") struct PCAPNGMalformedTests {
  /// One of each block; the offset after each, with the packets until there.
  private static func sample(_ order: ByteOrder) -> (bytes: [UInt8], ends: [Int], packets: [Int]) {
    var builder = PCAPNGBuilder(order: order)
    var ends: [Int] = []
    var packets: [Int] = []
    func mark(_ count: Int) {
      ends.append(builder.bytes.count)
      packets.append(count)
    }
    builder.section([.comment("c")])
    mark(0)
    builder.interface([PCAPNGBuilder.Option(9, [6])])
    mark(0)
    builder.packet([1, 2, 3], [.comment("c")])
    mark(1)
    builder.simplePacket([1, 2])
    mark(2)
    builder.oldPacket([1])
    mark(3)
    builder.statistics([4: 1])
    mark(3)
    builder.secrets([1, 2, 3, 4, 5])
    mark(3)
    builder.block(0xbad, [1, 2, 3, 4])
    mark(3)
    return (builder.bytes, ends, packets)
  }

  @Test("keeps what stands before any cut, and says where it is", arguments: ByteOrder.allCases)
  func keepsPrefix(order: ByteOrder) throws {
    let sample = Self.sample(order)
    for count in sample.ends[0]...sample.bytes.count {
      let (packets, summary) = try read(Array(sample.bytes.prefix(count)))
      let whole = sample.ends.lastIndex { $0 <= count } ?? 0
      #expect(packets.count == sample.packets[whole], "prefix of \(count)")
      guard sample.ends[whole] < count else {
        #expect(summary.ending == .complete, "prefix of \(count)")
        continue
      }
      guard case .cut(let offset, _) = summary.ending else {
        Issue.record("prefix of \(count) ends as \(summary.ending)")
        continue
      }
      #expect(offset == sample.ends[whole], "prefix of \(count)")
    }
  }

  @Test("refuses every prefix of a section header", arguments: ByteOrder.allCases)
  func refusesHeaderPrefix(order: ByteOrder) {
    let sample = Self.sample(order)
    for count in 0..<sample.ends[0] {
      #expect(throws: CaptureError.self, "prefix of \(count)") {
        try read(Array(sample.bytes.prefix(count)))
      }
    }
  }

  @Test(
    "stops at a block whose length cannot be",
    arguments: [0, 8, 11, 16_777_217, 0x7fff_ffff, 0xffff_ffff])
  func stopsAtBadLength(length: UInt32) throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    builder.packet([1])
    let offset = builder.bytes.count
    builder.block(6, [UInt8](repeating: 0, count: 32), length: length)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.count == 1)
    guard case .damaged(offset, _) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("reads the largest block, and says that the next size is too large")
  func readsLargestBlock() throws {
    var limits = ReadingLimits()
    limits.blockBytes = 1 << 20
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    builder.block(0xbad, [UInt8](repeating: 0, count: limits.blockBytes - 12))
    builder.packet([1])
    let offset = builder.bytes.count
    builder.block(0xbad, [UInt8](repeating: 0, count: limits.blockBytes - 8))
    let (packets, summary) = try read(builder.bytes, limits: limits)
    #expect(packets.count == 1)
    guard case .damaged(offset, _) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("skips a packet whose captured length is beyond its block", arguments: [5, 262_144])
  func skipsLongPacket(captured: UInt32) throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    builder.packet([1, 2, 3, 4], captured: captured)
    builder.packet([5])
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.bytes) == [[5]])
    #expect(summary.notes.map(\.code) == [.invalidBlock])
    #expect(summary.ending == .complete)
  }

  @Test("stops at a packet beyond the packet limit", arguments: [262_145, 0xffff_ffff])
  func stopsAtHugePacket(captured: UInt32) throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    let offset = builder.bytes.count
    builder.packet([1, 2, 3, 4], captured: captured)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets == [])
    guard case .damaged(offset, _) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("believes the first of two lengths that differ")
  func notesTrailer() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    builder.block(0xbad, [1, 2, 3, 4], trailer: 99)
    builder.packet([1])
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.count == 1)
    #expect(summary.notes.map(\.code) == [.lengthMismatch])
  }

  @Test("reads on after a block that is not padded in its length")
  func readsUnalignedLength() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    builder.block(0xbad, [1, 2, 3, 4], length: 15)
    builder.packet([1])
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.count == 1)
    #expect(summary.notes.map(\.code) == [.unalignedBlock])
  }

  @Test("skips blocks too short for their fields", arguments: [2, 3, 5, 6, 10] as [UInt32])
  func skipsShortBlocks(type: UInt32) throws {
    for size in stride(from: 0, to: type == 3 ? 4 : 8, by: 4) {
      var builder = PCAPNGBuilder()
      builder.section()
      builder.interface()
      builder.block(type, [UInt8](repeating: 0, count: size))
      builder.packet([1])
      let (packets, summary) = try read(builder.bytes)
      #expect(packets.map(\.bytes) == [[1]])
      #expect(summary.notes.map(\.code) == [.invalidBlock])
    }
  }

  @Test("stops at an interface description that is too short")
  func stopsAtShortInterface() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    let offset = builder.bytes.count
    builder.block(1, [1, 0, 0, 0])
    builder.packet([1])
    let (packets, summary) = try read(builder.bytes)
    #expect(packets == [])
    guard case .damaged(offset, _) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("stops at one interface too many")
  func limitsInterfaces() throws {
    var limits = ReadingLimits()
    limits.interfaces = 2
    var builder = PCAPNGBuilder()
    builder.section()
    for _ in 0..<3 { builder.interface() }
    let (_, summary) = try read(builder.bytes, limits: limits)
    #expect(summary.interfaces.count == 2)
    #expect(summary.ending != .complete)
  }

  @Test("ends a block's options at one that does not fit", arguments: [1, 0xffff] as [UInt16])
  func endsOptions(length: UInt16) throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    let fields = builder.integers(UInt32(0), 0, 0, 0, 0)
    builder.block(6, fields + builder.integers(UInt16(1), length))
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.count == 1)
    #expect(summary.comments == [])
  }

  @Test("refuses another major version")
  func refusesVersion() {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.bytes[12] = 2
    let bytes = builder.bytes
    #expect(throws: CaptureError.self) { try read(bytes) }
  }

  @Test("caps its notes")
  func capsNotes() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    for _ in 0..<100 { builder.packet([1]) }
    let (_, summary) = try read(builder.bytes)
    #expect(summary.notes.count == 64)
    #expect(summary.notesOmitted == 36)
  }

  @Test("survives any change of its bytes", arguments: ByteOrder.allCases)
  func survivesChanges(order: ByteOrder) throws {
    let sample = Self.sample(order).bytes
    var random = SeededRandom(seed: 20_261_122)
    for _ in 0..<1_500 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        bytes[index] =
          [0, 1, 0x7f, 0x80, 0xff, UInt8.random(in: 0...255, using: &random)]
          .randomElement(using: &random) ?? 0
      }
      do {
        let (packets, summary) = try read(bytes)
        #expect(packets.count == summary.packets)
        #expect(summary.packets <= 3)
      } catch let error as CaptureError {
        #expect(!error.description.isEmpty)
      }
    }
  }
}
