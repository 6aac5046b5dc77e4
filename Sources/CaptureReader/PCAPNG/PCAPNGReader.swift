/// Reads a pcapng capture: several sections, byte orders, interfaces and link types
/// (draft-ietf-opsawg-pcapng; libpcap reads only the first kind of each).
struct PCAPNGReader {
  let limits: ReadingLimits
  /// Byte order of the current section differs from the machine's.
  var isSwapped = false
  /// The interfaces of the current section by their id there.
  var sectionInterfaces: [SectionInterface] = []
  var tally = PacketTally()
  var summary: CaptureSummary
  var secretsBytes = 0
  var interfaceTextBytes = 0

  /// What a packet needs to know of its interface: plain numbers only.
  struct SectionInterface {
    var linkType: LinkType
    var snapLength: Int
    var scale: TimestampScale
    var frameCheckLength: Int
    /// Index into `CaptureSummary.interfaces`.
    var index: Int
  }

  /// What follows after a block.
  enum Outcome {
    case next
    case stop
    case end(CaptureEnding)
  }

  init(_ summary: CaptureSummary, limits: ReadingLimits) {
    self.summary = summary
    self.limits = limits
  }

  /// Reads to the end, to what cannot be read, or until `body` stops it.
  mutating func read(
    _ source: PeekedBytes, secrets: (CaptureSecrets) -> Void,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) {
    var buffer = ReadingWindow(source)
    reading: while true {
      let offset = buffer.offset
      guard buffer.ensure(12) else {
        if buffer.available > 0 {
          summary.ending = .cut(offset: offset, expected: "all 12 bytes of a block's frame")
        }
        break
      }
      let length: Int
      switch blockLength(buffer.bytes, offset: offset) {
      case .success(let value): length = value
      case .failure(let problem):
        summary.ending = .damaged(offset: offset, expected: problem.expected)
        break reading
      }
      guard buffer.ensure(length) else {
        summary.ending = .cut(offset: offset, expected: "all \(length) bytes of a block")
        break
      }
      let outcome = read(
        block: buffer.bytes.extracting(0..<length), offset: offset, secrets: secrets, body)
      buffer.consume(length)
      switch outcome {
      case .next: break
      case .stop:
        summary.isStopped = true
        break reading
      case .end(let ending):
        summary.ending = ending
        break reading
      }
    }
    summary.add(tally)
    summary.readBytes = buffer.offset &+ buffer.available
  }

  private struct Problem: Error {
    var expected: String
  }

  /// The bytes of the block that starts here. A section header sets the byte order first, as its
  /// length cannot be read otherwise.
  @inline(__always)
  private mutating func blockLength(_ bytes: RawSpan, offset: Int) -> Result<Int, Problem> {
    let start = PCAPNGBlock(bytes, isSwapped: isSwapped)
    if start.load(0, as: UInt32.self) == PCAPNGBlockType.sectionHeader {
      switch start.bytes.littleEndian(at: 8, as: UInt32.self) {
      case 0x1a2b_3c4d: isSwapped = 1.littleEndian != 1
      case 0x4d3c_2b1a: isSwapped = 1.bigEndian != 1
      default: return .failure(Problem(expected: "a section's byte-order magic"))
      }
    }
    let header = PCAPNGBlock(bytes, isSwapped: isSwapped)
    let length = Int(header.load(4, as: UInt32.self))
    guard length >= 12, length <= limits.blockBytes else {
      return .failure(
        Problem(expected: "a block of 12 to \(limits.blockBytes) bytes, not of \(length)"))
    }
    if length & 3 != 0 {
      summary.addOnce(
        CaptureNote(
          .unalignedBlock, "a block's length \(length) is no multiple of 4", offset: offset),
        limits: limits)
    }
    return .success((length &+ 3) & ~3)
  }

  @inline(__always)
  private mutating func read(
    block bytes: RawSpan, offset: Int, secrets: (CaptureSecrets) -> Void,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) -> Outcome {
    let end = bytes.byteCount &- 4
    let block = PCAPNGBlock(bytes.extracting(0..<end), isSwapped: isSwapped)
    let whole = PCAPNGBlock(bytes, isSwapped: isSwapped)
    if whole.load(end, as: UInt32.self) != whole.load(4, as: UInt32.self) {
      noteTrailer(whole, offset: offset)
    }
    let type: UInt32 = block.load(0)
    switch type {
    case PCAPNGBlockType.enhancedPacket: return readEnhancedPacket(block, offset: offset, body)
    case PCAPNGBlockType.simplePacket: return readSimplePacket(block, offset: offset, body)
    case PCAPNGBlockType.packet: return readOldPacket(block, offset: offset, body)
    case PCAPNGBlockType.sectionHeader: return readSectionHeader(block, offset: offset)
    case PCAPNGBlockType.interfaceDescription: return readInterface(block, offset: offset)
    case PCAPNGBlockType.interfaceStatistics: readStatistics(block, offset: offset)
    case PCAPNGBlockType.decryptionSecrets: readSecrets(block, offset: offset, secrets)
    default: skip(type)
    }
    return .next
  }

  private mutating func noteTrailer(_ whole: borrowing PCAPNGBlock, offset: Int) {
    // A writer that forgot the padding also put the length where it ends without it.
    let length = Int(whole.load(4, as: UInt32.self))
    if length & 3 != 0, whole.load(length &- 4, as: UInt32.self) == UInt32(length) { return }
    summary.addOnce(
      CaptureNote(
        .lengthMismatch, "a block's two lengths differ, the first one is believed", offset: offset),
      limits: limits)
  }

  private mutating func skip(_ type: UInt32) {
    // The types are the file's own: bounded, unlike them.
    guard summary.skippedBlocks.count < 64 || summary.skippedBlocks[type] != nil else { return }
    summary.skippedBlocks[type, default: 0] &+= 1
  }

  mutating func noteInvalid(_ what: String, offset: Int) {
    summary.add(CaptureNote(.invalidBlock, what, offset: offset), limits: limits)
  }

  mutating func keepComment(
    _ option: PCAPNGOption, of block: borrowing PCAPNGBlock, frame: Int? = nil
  ) {
    guard summary.comments.count < limits.comments else {
      summary.commentsOmitted &+= 1
      return
    }
    let text = block.text(option, limit: limits.textBytes)
    summary.comments.append(CaptureComment(frame: frame, text: text))
  }
}
