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
    readEntries(limits: limits)
  }

  /// The same bytes as an archive: what it lists is read in order, then its first entry once more,
  /// for which the archive is opened anew.
  private static func readEntries(limits: ReadingLimits) {
    var limits = limits
    limits.archiveEntries = 32
    limits.nestedArchiveBytes = 1 << 20
    let items = CaptureProbe(file.path, limits: limits).items
    require(items.count <= 33 * 33, "too many entries")
    let entries = items.filter { item in
      if case .entry = item.source { item.failure == nil } else { false }
    }
    let opener = SourceOpener(limits: limits)
    for item in entries + entries.prefix(1) {
      var packets = 0
      let summary = try? CaptureFile.read(item.source, limits: limits, opener: opener) { _, _ in
        packets += 1
      }
      require(summary.map { $0.packets == packets } ?? true, "packets of an entry are counted")
    }
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
