import CArchive

/// Bytes that are stored compressed, in one piece (RFC 1950).
public enum CompressedBlock {
  /// Fast: what is stored is read back once.
  private static let level: CInt = 2

  /// Nil where zlib has no memory left.
  public static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count <= limit else { return nil }
    // Clearing tables for 32 KiB costs more than compressing one small capture's results.
    let window = max(9, min(15, Int.bitWidth - (bytes.count | 1).leadingZeroBitCount))
    var stream = unsafe z_stream()
    guard
      unsafe deflateInit2_(
        &stream, level, Z_DEFLATED, CInt(window), CInt(max(3, window - 7)), Z_DEFAULT_STRATEGY,
        zlibVersion(), CInt(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { unsafe deflateEnd(&stream) }
    let room = unsafe Int(deflateBound(&stream, uLong(bytes.count)))
    let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { target, count in
      let result = unsafe bytes.withUnsafeBufferPointer { source in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = uInt(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = uInt(room)
        return unsafe deflate(&stream, Z_FINISH)
      }
      count = unsafe result == Z_STREAM_END ? room - Int(stream.avail_out) : 0
    }
    return output.isEmpty ? nil : output
  }

  /// Nil where they are not what was compressed.
  ///
  /// - Parameter count: how many there were.
  public static func bytes(of compressed: [UInt8], count: Int) -> [UInt8]? {
    guard count >= 0, count <= limit else { return nil }
    var output = [UInt8](repeating: 0, count: max(1, count))
    var written = uLong(count)
    let result = unsafe output.withUnsafeMutableBufferPointer { target in
      unsafe compressed.withUnsafeBufferPointer { source in
        unsafe uncompress(
          target.baseAddress, &written, source.baseAddress, uLong(compressed.count))
      }
    }
    guard result == Z_OK, Int(written) == count else { return nil }
    if output.count > count { output.removeSubrange(count...) }
    return output
  }

  /// Bytes of one block.
  public static let limit = 1 << 30
}
