import CaptureReader

/// Walks the settings blocks of a GCC conference ([MS-RDPBCGR] 2.2.1.3.1): little-endian type and
/// length, the header's four bytes included.
enum ConferenceBlocks {
  struct Block {
    var type: UInt16
    var range: Range<Int>
  }

  /// Blocks looked at: the specification knows ten of each side.
  static let limit = 24
  /// Bytes in which the key is searched: the conference's own header is shorter.
  static let keyLimit = 512

  /// Where the first block begins: within a length field after the key.
  static func start(key: UInt32, first: UInt16, in bytes: RawSpan) -> Int? {
    var place = 0
    while place < keyLimit, let word: UInt32 = bytes.bigEndian(at: place) {
      if word == key {
        for offset in 4...8 where bytes.littleEndian(at: place + offset, as: UInt16.self) == first {
          return place + offset
        }
        return nil
      }
      place += 1
    }
    return nil
  }

  /// The blocks from `start` on; a block that the bytes do not hold whole is cut at their end.
  static func ranges(from start: Int, in bytes: RawSpan) -> [Block] {
    var found: [Block] = []
    var place = start
    while found.count < limit, let type: UInt16 = bytes.littleEndian(at: place),
      let length: UInt16 = bytes.littleEndian(at: place + 2), length >= 4
    {
      let end = min(place + Int(length), bytes.byteCount)
      found.append(Block(type: type, range: place..<end))
      place += Int(length)
    }
    return found
  }
}
