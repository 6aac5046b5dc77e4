/// Bytes from hexadecimal digits, for tests; white space between them is ignored.
func hex(_ text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  precondition(digits.count % 2 == 0, "odd number of digits")
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

extension [UInt8] {
  /// The array, shorter by one byte each, down to nothing.
  var truncations: [[UInt8]] { (0..<count).map { Array(prefix($0)) } }

  /// The array with one byte changed: each bit pattern that parsers stumble over, at each place.
  var mutations: [[UInt8]] {
    indices.flatMap { index in
      [self[index] ^ 0x01, self[index] ^ 0x80, 0x00, 0x7F, 0xFF].map { value in
        var copy = self
        copy[index] = value
        return copy
      }
    }
  }

  /// The array with the bytes from `index` on replaced.
  func replacing(at index: Int, with bytes: [UInt8]) -> [UInt8] {
    var copy = self
    copy.replaceSubrange(index..<(index + bytes.count), with: bytes)
    return copy
  }
}
