import CaptureReader

/// Capture files and compressed ones: what is read must agree with what is reported.
enum ReaderTarget {
  nonisolated(unsafe) private static let file = MemoryFile()

  static func run(_ bytes: [UInt8]) { read(bytes, limits: ReadingLimits()) }

  /// Limits that a small input can reach.
  static func runCompressed(_ bytes: [UInt8]) {
    var limits = ReadingLimits()
    limits.decompressedBytes = 4 << 20
    limits.ratioGrace = 1 << 16
    limits.compressionRatio = 100
    let readBytes = read(bytes, limits: limits)
    // One buffer more may have been handed over when the limit is noticed.
    require(readBytes <= limits.decompressedBytes + (1 << 20), "the limit did not hold")
  }

  @discardableResult
  private static func read(_ bytes: [UInt8], limits: ReadingLimits) -> Int {
    file.write(bytes)
    var packets = 0
    var captured = 0
    var sum: UInt8 = 0
    do {
      let summary = try CaptureFile.read(.file(file.path), limits: limits) { record, bytes in
        packets += 1
        captured += bytes.byteCount
        require(record.frame == packets, "frames are counted in order")
        require(bytes.byteCount <= limits.packetBytes, "a packet is over its limit")
        if bytes.byteCount > 0 {
          sum &+= bytes.bigEndian(at: bytes.byteCount - 1) ?? 0
        }
      }
      require(summary.packets == packets, "packets are counted")
      require(summary.capturedBytes == captured, "bytes are counted")
      require(summary.notes.count <= limits.notes, "too many notes")
      require(summary.comments.count <= limits.comments, "too many comments")
      require(summary.interfaces.count <= limits.interfaces, "too many interfaces")
      return summary.readBytes
    } catch {
      require(!error.description.isEmpty, "an error says what is wrong")
      return 0
    }
  }
}
