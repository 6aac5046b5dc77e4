import CaptureReader

extension ByteReader {
  /// A BER definite length of up to four bytes.
  mutating func readBERLength() throws(WireError) -> Int {
    let start = position
    let first: UInt8 = try read()
    if first < 0x80 { return Int(first) }
    let count = Int(first & 0x7F)
    guard count > 0, count <= 4 else {
      throw WireError(.invalid(field: "BER length"), offset: start)
    }
    var value = 0
    for _ in 0..<count { value = value << 8 | Int(try read(UInt8.self)) }
    return value
  }
}
