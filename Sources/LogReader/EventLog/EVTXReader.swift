import CaptureReader

/// Streams an event log (`.evtx`) chunk by chunk: whole, dirty, truncated and carved files alike.
struct EVTXReader {
  private static let fileMagic: [UInt8] = Array("ElfFile\0".utf8)
  private static let chunkMagic: [UInt8] = Array("ElfChnk\0".utf8)
  private static let fileHeader = 4_096

  static func isEventLog(_ head: [UInt8]) -> Bool {
    head.starts(with: fileMagic) || head.starts(with: chunkMagic)
  }

  /// What the whole file gave.
  struct Count: Hashable {
    var records = 0
    var errors = 0
    var chunks = 0
    var carvedChunks = 0
    /// The last chunk is not complete.
    var isCut = false
  }

  /// - Parameters:
  ///   - isWanted: whether an event needs its data read.
  ///   - body: gets each record in the order of the file, which is not that of time.
  static func read(
    _ input: OpenedInput, limits: LogLimits, isWanted: (EventRecord) -> Bool,
    _ body: (EventRecord) -> Void
  ) -> Count {
    var count = Count()
    if input.head.starts(with: fileMagic) { _ = input.next(fileHeader) }
    var chunk = EVTXChunk(limits: limits)
    while true {
      let bytes = input.next(EVTXChunk.size)
      guard bytes.count >= EVTXChunk.headerSize else { break }
      let read = chunk.read(bytes, isWanted: isWanted, body)
      count.records += read.records
      count.errors += read.errors
      count.chunks += 1
      if read.isCarved, read.records > 0 { count.carvedChunks += 1 }
      if bytes.count < EVTXChunk.size {
        count.isCut = true
        break
      }
    }
    return count
  }
}
