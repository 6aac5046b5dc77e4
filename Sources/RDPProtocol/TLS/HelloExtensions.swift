import CaptureReader

extension ByteReader {
  /// Extensions of a hello that are looked at; nobody sends more than some thirty.
  static let helloExtensionLimit = 256

  /// Hands over type and body of each extension of a hello (RFC 8446 §4.2). False where the list is
  /// cut, too long, or `take` could not read a body; the others are handed over all the same.
  ///
  /// - Throws: where an extension ends beyond its list.
  mutating func readHelloExtensions(
    _ take: (UInt16, inout ByteReader) throws(WireError) -> Void
  ) throws(WireError) -> Bool {
    guard remaining > 0 else { return true }
    let total = Int(try read(UInt16.self))
    var isWhole = total <= remaining
    var list = ByteReader(try readSpan(min(total, remaining)))
    var count = 0
    while list.remaining > 0 {
      guard count < Self.helloExtensionLimit else { return false }
      count += 1
      let type: UInt16 = try list.read()
      let size = Int(try list.read(UInt16.self))
      var body = ByteReader(try list.readSpan(size))
      do {
        try take(type, &body)
      } catch {
        isWhole = false
      }
    }
    return isWhole
  }
}
