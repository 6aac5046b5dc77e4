import CaptureReader
import Support
import Testing

/// Each limit of the reader, reached by a small file under a small limit.
@Suite("Reading limits") struct ReadingLimitTests {
  private static func section() -> PCAPNGBuilder {
    var builder = PCAPNGBuilder()
    builder.section()
    builder.interface()
    return builder
  }

  @Test("a packet over the limit ends the reading at its block")
  func packetBytes() throws {
    var limits = ReadingLimits()
    limits.packetBytes = 100
    var builder = Self.section()
    builder.packet([UInt8](repeating: 1, count: 100))
    let place = builder.bytes.count
    builder.packet([UInt8](repeating: 1, count: 101))
    let (packets, summary) = try read(builder.bytes, limits: limits)
    #expect(packets.count == 1)
    #expect(
      summary.ending
        == .damaged(offset: place, expected: "a packet of at most 100 captured bytes"))
    var classic = PCAPBuilder()
    classic.packet([UInt8](repeating: 1, count: 100))
    classic.packet([UInt8](repeating: 1, count: 101))
    let other = try read(classic.bytes, limits: limits)
    #expect(other.packets.count == 1)
    #expect(
      other.summary.ending
        == .damaged(
          offset: 24 + 16 + 100, expected: "a packet of at most 100 captured bytes"))
  }

  @Test("options beyond the limit are not looked at")
  func options() throws {
    var limits = ReadingLimits()
    limits.options = 3
    var builder = Self.section()
    builder.packet([1], (1...5).map { PCAPNGBuilder.Option.comment("comment \($0)") })
    builder.packet([2])
    let (packets, summary) = try read(builder.bytes, limits: limits)
    #expect(packets.count == 2)
    #expect(summary.comments.map(\.text) == ["comment 1", "comment 2", "comment 3"])
  }

  @Test("a file's first time is looked for in its first packets")
  func packetsLookedAt() throws {
    var limits = ReadingLimits()
    limits.packetsLookedAt = 4
    for (silent, isFound) in [(3, true), (4, false)] {
      var builder = Self.section()
      for _ in 0..<silent { builder.simplePacket([1]) }
      builder.packet([2], ticks: 1_000_000)
      let file = try ScratchFile()
      try file.write(builder.bytes)
      let time = CaptureFile.firstTime(of: .file(file.path), limits: limits)
      #expect((time != nil) == isFound, "\(silent) packets without a time")
    }
  }

  @Test("notes beyond the limit are counted")
  func notes() throws {
    var limits = ReadingLimits()
    limits.notes = 2
    var builder = Self.section()
    for id in 1...5 { builder.packet([1], interface: UInt32(id)) }
    let summary = try read(builder.bytes, limits: limits).summary
    #expect(summary.notes.count == 2)
    #expect(summary.notesOmitted == 3)
    #expect(summary.ending == .complete)
  }

  @Test("the texts of all interfaces are limited together")
  func interfaceTexts() throws {
    var limits = ReadingLimits()
    limits.interfaceTextBytes = 10
    var builder = PCAPNGBuilder()
    builder.section()
    for name in ["eth0", "eth1", "eth2", "eth3"] {
      builder.interface([PCAPNGBuilder.Option(2, Array(name.utf8))])
    }
    builder.packet([1], interface: 3)
    let (packets, summary) = try read(builder.bytes, limits: limits)
    #expect(packets.count == 1)
    #expect(summary.interfaces.map(\.name) == ["eth0", "eth1", "et", nil])
  }
}
