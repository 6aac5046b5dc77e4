import Crypto

extension ByteBuffer {
  /// Bytes of a SHA-1.
  public static let sha1Count = 20

  /// Puts the SHA-1 of all bytes from `start` on in their place: for names that other programs make in the
  /// same way, not for security.
  public mutating func hashSHA1(from start: Int) {
    guard start >= 0, start <= used else { return }
    var hash = Insecure.SHA1()
    unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: storage[start..<used]))
    let digest = hash.finalize()
    truncate(to: start)
    reserve(Self.sha1Count)
    unsafe digest.withUnsafeBytes { unsafe copy($0) }
  }
}
