extension PCAPNGReader {
  typealias PacketBody = (borrowing PacketRecord, RawSpan) -> ReadingControl

  /// Enhanced Packet Block (§4.3).
  @inline(__always)
  mutating func readEnhancedPacket(
    _ block: borrowing PCAPNGBlock, offset: Int, _ body: PacketBody
  ) -> Outcome {
    guard block.count >= 28 else {
      noteInvalid("a packet block is too short for its fields", offset: offset)
      return .next
    }
    return readPacket(
      block, interface: Int(block.load(8, as: UInt32.self)), isOld: false, offset: offset, body)
  }

  /// The obsolete Packet Block (appendix A): a shorter interface id, and the drops beside it.
  mutating func readOldPacket(
    _ block: borrowing PCAPNGBlock, offset: Int, _ body: PacketBody
  ) -> Outcome {
    guard block.count >= 28 else {
      noteInvalid("an old packet block is too short for its fields", offset: offset)
      return .next
    }
    let id = Int(block.load(8, as: UInt16.self))
    let drops: UInt16 = block.load(10)
    // 0xffff: the writer did not know.
    if drops != 0xffff, drops > 0, sectionInterfaces.indices.contains(id) {
      addDrops(UInt64(drops), interface: sectionInterfaces[id].index)
    }
    return readPacket(block, interface: id, isOld: true, offset: offset, body)
  }

  @inline(__always)
  private mutating func readPacket(
    _ block: borrowing PCAPNGBlock, interface id: Int, isOld: Bool, offset: Int, _ body: PacketBody
  ) -> Outcome {
    let captured = Int(block.load(20, as: UInt32.self))
    guard captured <= limits.packetBytes else { return .end(tooLarge(at: offset)) }
    guard captured <= block.count &- 28 else {
      noteInvalid("a packet's captured length is beyond its block", offset: offset)
      return .next
    }
    guard id < sectionInterfaces.count else {
      noteUnknownInterface(id, offset: offset)
      return .next
    }
    let interface = sectionInterfaces[id]
    let high: UInt32 = block.load(12)
    let low: UInt32 = block.load(16)
    let ticks = UInt64(high) << 32 | UInt64(low)
    var record = PacketRecord(
      frame: tally.packets &+ 1, time: interface.scale.time(ticks: ticks),
      originalLength: Int(block.load(24, as: UInt32.self)), linkType: interface.linkType,
      interface: interface.index, frameCheckLength: interface.frameCheckLength)
    let optionsStart = 28 &+ (captured &+ 3) & ~3
    if block.count &- optionsStart >= 4 {
      readOptions(block, at: optionsStart, isOld: isOld, into: &record)
    }
    if captured > record.originalLength { noteBeyondOriginal(record, offset: offset) }
    tally.count(captured: captured, original: record.originalLength, at: record.time)
    return body(record, block.bytes.extracting(28..<(28 &+ captured))) == .proceed ? .next : .stop
  }

  private mutating func readOptions(
    _ block: borrowing PCAPNGBlock, at start: Int, isOld: Bool, into record: inout PacketRecord
  ) {
    var options = PCAPNGOptions(at: start, limit: limits.options)
    while let option = options.next(in: block) {
      switch option.code {
      case 1: keepComment(option, of: block, frame: record.frame)
      case 2:  // epb_flags, pack_flags: bits 5 to 8 are the bytes of frame check sequence
        if let flags: UInt32 = block.value(option), flags >> 5 & 0xf != 0 {
          record.frameCheckLength = Int(flags >> 5 & 0xf)
        }
      case 4 where !isOld:
        if let drops: UInt64 = block.value(option), drops > 0 {
          addDrops(drops, interface: record.interface)
        }
      case 5 where !isOld: record.packetID = block.value(option)
      default: break
      }
    }
  }

  /// Simple Packet Block (§4.4): first interface, no time, captured up to the snap length.
  mutating func readSimplePacket(
    _ block: borrowing PCAPNGBlock, offset: Int, _ body: PacketBody
  ) -> Outcome {
    guard block.count >= 12 else {
      noteInvalid("a simple packet block is too short for its length", offset: offset)
      return .next
    }
    guard let interface = sectionInterfaces.first else {
      noteUnknownInterface(0, offset: offset)
      return .next
    }
    let original = Int(block.load(8, as: UInt32.self))
    let captured = interface.snapLength > 0 ? min(original, interface.snapLength) : original
    guard captured <= limits.packetBytes else { return .end(tooLarge(at: offset)) }
    guard captured <= block.count &- 12 else {
      noteInvalid("a simple packet's length is beyond its block", offset: offset)
      return .next
    }
    let record = PacketRecord(
      frame: tally.packets &+ 1, time: Timestamp(nanoseconds: 0), originalLength: original,
      linkType: interface.linkType, interface: interface.index,
      frameCheckLength: interface.frameCheckLength)
    summary.addOnce(
      CaptureNote(
        .noTimestamps, "packets without a time (simple packet blocks)", offset: offset,
        frame: record.frame),
      limits: limits)
    tally.count(captured: captured, original: original)
    return body(record, block.bytes.extracting(12..<(12 &+ captured))) == .proceed ? .next : .stop
  }

  private mutating func addDrops(_ drops: UInt64, interface: Int) {
    summary.interfaces[interface].droppedAtPackets =
      summary.interfaces[interface].droppedAtPackets.addingSaturating(drops)
  }

  private func tooLarge(at offset: Int) -> CaptureEnding {
    .damaged(offset: offset, expected: "a packet of at most \(limits.packetBytes) captured bytes")
  }

  private mutating func noteUnknownInterface(_ id: Int, offset: Int) {
    summary.add(
      CaptureNote(
        .unknownInterface, "a packet of interface \(id), which its section does not describe",
        offset: offset),
      limits: limits)
  }

  private mutating func noteBeyondOriginal(_ record: borrowing PacketRecord, offset: Int) {
    summary.addOnce(
      CaptureNote(
        .capturedBeyondOriginal, "a packet has more captured bytes than it had on the wire",
        offset: offset, frame: record.frame),
      limits: limits)
  }
}
