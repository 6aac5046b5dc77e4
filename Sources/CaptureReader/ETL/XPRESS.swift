/// XPRESS plain LZ77 ([MS-XCA] 2.4), the compression of event trace buffers.
enum XPRESS {
  /// - Returns: `count` bytes, or fewer where the input ends or contradicts itself before.
  static func decompress(_ input: RawSpan, count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = unsafe expand(input, into: buffer)
    }
  }

  /// - Returns: how many bytes of `output` were written, from its front.
  private static func expand(
    _ input: RawSpan, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    guard let base = output.baseAddress else { return 0 }
    let count = output.count
    var written = 0
    var reader = Reader(input)
    var flags: UInt32 = 0
    var flagsLeft = 0
    while written < count {
      if flagsLeft == 0 {
        guard let word = reader.word() else { break }
        flags = word
        flagsLeft = 32
      }
      flagsLeft -= 1
      if flags & (1 << UInt32(flagsLeft)) == 0 {
        guard let byte = reader.byte() else { break }
        unsafe base[written] = byte
        written += 1
        continue
      }
      guard let match = reader.match(), match.distance <= written else { break }
      let length = min(match.length, count - written)
      let source = written - match.distance
      if match.distance >= length {
        unsafe (base + written).initialize(from: base + source, count: length)
      } else {
        // Byte by byte: the match overlaps what it makes.
        for step in 0..<length { unsafe base[written + step] = base[source + step] }
      }
      written += length
    }
    return written
  }

  private struct Reader: ~Escapable {
    private let bytes: RawSpan
    private var position = 0
    /// Where the byte lies whose upper half is the next match's length.
    private var halfUsed: Int?

    @_lifetime(copy bytes)
    init(_ bytes: RawSpan) { self.bytes = bytes }

    mutating func byte() -> UInt8? {
      guard let value = bytes.littleEndian(at: position, as: UInt8.self) else { return nil }
      position += 1
      return value
    }

    mutating func word() -> UInt32? {
      guard let value = bytes.littleEndian(at: position, as: UInt32.self) else { return nil }
      position += 4
      return value
    }

    private mutating func half() -> UInt16? {
      guard let value = bytes.littleEndian(at: position, as: UInt16.self) else { return nil }
      position += 2
      return value
    }

    mutating func match() -> (distance: Int, length: Int)? {
      guard let code = half() else { return nil }
      let distance = Int(code >> 3) + 1
      var length = Int(code & 7)
      if length == 7 {
        guard let nibble = nibble() else { return nil }
        length += nibble
        if nibble == 15 {
          guard let extra = longLength() else { return nil }
          length = extra
        }
      }
      return (distance, length + 3)
    }

    /// Two matches share a byte: the first takes its lower half, the next its upper one.
    private mutating func nibble() -> Int? {
      if let place = halfUsed {
        halfUsed = nil
        return bytes.littleEndian(at: place, as: UInt8.self).map { Int($0 >> 4) }
      }
      halfUsed = position
      return byte().map { Int($0 & 15) }
    }

    private mutating func longLength() -> Int? {
      guard let small = byte() else { return nil }
      if small != 255 { return Int(small) + 15 + 7 }
      guard let medium = half() else { return nil }
      var value = Int(medium)
      if medium == 0 {
        guard let large = word() else { return nil }
        value = Int(large)
      }
      // Shorter ones have a shorter form.
      return value >= 15 + 7 ? value : nil
    }
  }
}
