import CaptureReader
import Support
import Testing

@Suite("pcapng") struct PCAPNGTests {
  @Test("reads packets in both byte orders", arguments: ByteOrder.allCases)
  func readsPackets(order: ByteOrder) throws {
    var builder = PCAPNGBuilder(order: order)
    builder.section([
      PCAPNGBuilder.Option(2, Array("machine".utf8)), PCAPNGBuilder.Option(3, Array("system".utf8)),
      PCAPNGBuilder.Option(4, Array("program".utf8)), .comment("whole file"),
    ])
    builder.interface(snapLength: 96, [PCAPNGBuilder.Option(2, Array("eth0".utf8))])
    builder.packet([1, 2, 3], ticks: 1_700_000_000_123_456, original: 60, [.comment("look")])
    builder.packet([4, 5, 6, 7], ticks: 1_700_000_000_123_455)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.bytes) == [[1, 2, 3], [4, 5, 6, 7]])
    #expect(packets.map(\.record.frame) == [1, 2])
    #expect(packets.map(\.record.originalLength) == [60, 4])
    #expect(
      packets.map(\.record.time.nanoseconds) == [
        1_700_000_000_123_456_000, 1_700_000_000_123_455_000,
      ])
    #expect(summary.format == .pcapng)
    #expect(summary.hardware == "machine")
    #expect(summary.operatingSystem == "system")
    #expect(summary.application == "program")
    #expect(summary.interfaces.map(\.name) == ["eth0"])
    #expect(summary.interfaces.map(\.snapLength) == [96])
    #expect(summary.comments.map(\.text) == ["whole file", "look"])
    #expect(summary.comments.map(\.frame) == [nil, 1])
    #expect(summary.shortenedPackets == 1)
    #expect(summary.firstTime == packets[1].record.time)
    #expect(summary.lastTime == packets[0].record.time)
    #expect(summary.ending == .complete)
    #expect(summary.readBytes == builder.bytes.count)
  }

  @Test("keeps sections, interfaces and link types apart")
  func readsSections() throws {
    var builder = PCAPNGBuilder(order: .little)
    builder.section()
    builder.interface(linkType: 1)
    builder.interface(linkType: 101, [PCAPNGBuilder.Option(9, [9])])
    builder.packet([1], interface: 1, ticks: 5)
    builder.order = .big
    builder.section()
    builder.interface(linkType: 113)
    builder.packet([2], interface: 0, ticks: 5)
    builder.packet([3], interface: 1)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.record.linkType) == [.raw, .linuxCooked])
    #expect(packets.map(\.record.interface) == [1, 2])
    #expect(packets.map(\.record.time.nanoseconds) == [5, 5_000])
    #expect(summary.sections == 2)
    #expect(summary.interfaces.map(\.linkType) == [.ethernet, .raw, .linuxCooked])
    #expect(summary.notes.map(\.code) == [.unknownInterface])
  }

  @Test("adds the interface's time offset")
  func addsOffset() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface([
      PCAPNGBuilder.Option(9, [0x8a]), PCAPNGBuilder.Option(14, builder.integers(Int64(-3))),
    ])
    builder.packet([1], ticks: 1_024 * 10 + 512)
    let (packets, _) = try read(builder.bytes)
    #expect(packets.map(\.record.time.nanoseconds) == [7_500_000_000])
  }

  @Test("reads frame check length, packet id and drops from options", arguments: ByteOrder.allCases)
  func readsPacketOptions(order: ByteOrder) throws {
    var builder = PCAPNGBuilder(order: order)
    builder.section()
    builder.interface([PCAPNGBuilder.Option(13, [32])])
    builder.packet([1])
    builder.packet(
      [2],
      [
        PCAPNGBuilder.Option(2, builder.integers(UInt32(2 << 5 | 1))),
        PCAPNGBuilder.Option(4, builder.integers(UInt64(3))),
        PCAPNGBuilder.Option(5, builder.integers(UInt64(0x1_0000_0002))),
      ])
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.record.frameCheckLength) == [4, 2])
    #expect(packets.map(\.record.packetID) == [nil, 0x1_0000_0002])
    #expect(summary.interfaces[0].droppedAtPackets == 3)
    #expect(summary.interfaces[0].lost == 3)
  }

  @Test("reads old packet blocks", arguments: ByteOrder.allCases)
  func readsOldPackets(order: ByteOrder) throws {
    var builder = PCAPNGBuilder(order: order)
    builder.section()
    builder.interface()
    builder.interface(linkType: 101)
    builder.oldPacket([1, 2, 3], interface: 1, drops: 4, ticks: 1 << 33)
    builder.oldPacket([4], interface: 1)
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.map(\.bytes) == [[1, 2, 3], [4]])
    #expect(packets.map(\.record.linkType) == [.raw, .raw])
    #expect(packets.map(\.record.time.nanoseconds) == [(1 << 33) * 1_000, 0])
    #expect(packets.map(\.record.packetID) == [nil, nil])
    #expect(summary.interfaces.map(\.droppedAtPackets) == [0, 4])
  }

  @Test("cuts simple packets at the snap length", arguments: [0, 4, 6, 9] as [UInt32])
  func readsSimplePackets(snapLength: UInt32) throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface(snapLength: snapLength)
    let packet: [UInt8] = [1, 2, 3, 4, 5, 6]
    builder.simplePacket(packet)
    let (packets, summary) = try read(builder.bytes)
    let kept = snapLength == 0 ? 6 : min(6, Int(snapLength))
    #expect(packets.map(\.bytes) == [Array(packet.prefix(kept))])
    #expect(packets.map(\.record.originalLength) == [6])
    #expect(summary.notes.map(\.code) == [.noTimestamps])
    #expect(summary.firstTime == nil)
  }

  @Test("keeps the last interface statistics", arguments: ByteOrder.allCases)
  func readsStatistics(order: ByteOrder) throws {
    var builder = PCAPNGBuilder(order: order)
    builder.section()
    builder.interface()
    builder.statistics([4: 10, 5: 1])
    builder.statistics([4: 20, 5: 2, 6: 19, 7: 3, 8: 15])
    builder.statistics(interface: 9, [4: 1])
    let (_, summary) = try read(builder.bytes)
    let interface = summary.interfaces[0]
    #expect(interface.received == 20)
    #expect(interface.dropped == 2)
    #expect(interface.filterAccepted == 19)
    #expect(interface.droppedBySystem == 3)
    #expect(interface.delivered == 15)
    #expect(interface.lost == 5)
    #expect(summary.notes.map(\.code) == [.invalidBlock])
  }

  @Test("tells secrets where they stand between the packets")
  func tellsSecrets() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    builder.packet([1])
    builder.secrets(Array("CLIENT_RANDOM 00 11\n".utf8))
    builder.packet([2])
    var order: [String] = []
    let summary = try withTemporaryFile(builder.bytes) { path in
      try CaptureFile.read(
        .file(path), secrets: { order.append(String(decoding: $0.bytes, as: UTF8.self)) }
      ) { record, _ in order.append("frame \(record.frame)") }
    }
    #expect(order == ["frame 1", "CLIENT_RANDOM 00 11\n", "frame 2"])
    #expect(summary.secrets.map(\.type) == [.tlsKeyLog])
    #expect(summary.packets == 2)
  }

  @Test("leaves out secrets beyond the limit")
  func limitsSecrets() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.secrets([1, 2, 3, 4])
    builder.secrets([5])
    var limits = ReadingLimits()
    limits.secretsBytes = 4
    let (_, summary) = try read(builder.bytes, limits: limits)
    #expect(summary.secrets.map(\.bytes) == [[1, 2, 3, 4]])
    #expect(summary.notes.map(\.code) == [.secretsOmitted])
  }

  @Test("counts blocks that it skips")
  func countsSkippedBlocks() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    builder.block(4, [0, 0, 0, 0])
    builder.block(0xbad, [1, 2, 3, 4])
    builder.block(0xbad, [])
    builder.block(0x4000_0bad, [1, 2, 3, 4])
    builder.packet([1])
    let (packets, summary) = try read(builder.bytes)
    #expect(packets.count == 1)
    #expect(summary.skippedBlocks == [4: 1, 0xbad: 2, 0x4000_0bad: 1])
    #expect(summary.notes == [])
  }

  @Test("caps comments and their length")
  func capsComments() throws {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    for _ in 0..<3 { builder.packet([1], [.comment("0123456789")]) }
    var limits = ReadingLimits()
    limits.comments = 2
    limits.textBytes = 4
    let (_, summary) = try read(builder.bytes, limits: limits)
    #expect(summary.comments.map(\.text) == ["0123", "0123"])
    #expect(summary.commentsOmitted == 1)
  }
}
