import CArchive

/// Bytes that are stored compressed, in one piece (RFC 1950).
public enum CompressedBlock {
  /// Fast: what is stored is read back once.
  private static let level: CInt = 2

  /// Nil where zlib has no memory left.
  public static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var count = compressBound(uLong(bytes.count))
    var output = [UInt8](repeating: 0, count: Int(count))
    let result = unsafe output.withUnsafeMutableBufferPointer { target in
      unsafe bytes.withUnsafeBufferPointer { source in
        unsafe compress2(
          target.baseAddress, &count, source.baseAddress, uLong(bytes.count), level)
      }
    }
    guard result == Z_OK, count <= output.count else { return nil }
    output.removeSubrange(Int(count)...)
    return output
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
