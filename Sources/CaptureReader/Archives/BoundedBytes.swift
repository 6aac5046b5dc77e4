/// A decoder's output, held to the limits that keep a decompression bomb from running.
final class BoundedBytes: ByteSource {
  private let decoder: any ByteSource
  /// The file at the bottom, however many compressions are on top of it.
  private let file: any StoredBytes
  private let limits: ReadingLimits
  private var yielded = 0

  init(_ decoder: any ByteSource, of file: any StoredBytes, limits: ReadingLimits) {
    self.decoder = decoder
    self.file = file
    self.limits = limits
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    try file.monitor?.check()
    if yielded >= limits.decompressedBytes {
      throw SourceFailure(.limit, "more than \(limits.decompressedBytes) decompressed bytes")
    }
    if yielded > limits.ratioGrace,
      yielded / limits.compressionRatio.clamped(from: 1) > file.bytesRead
    {
      throw SourceFailure(
        .limit, "more than \(limits.compressionRatio) decompressed bytes for each stored byte")
    }
    let count = unsafe try decoder.read(into: buffer)
    yielded = yielded.addingSaturating(count)
    return count
  }
}

extension Int {
  fileprivate func clamped(from minimum: Int) -> Int { Swift.max(self, minimum) }
}
