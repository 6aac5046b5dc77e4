/// SHA-1 (FIPS 180-4) of what names a flow, which fits into one block: a library's hash, made for any
/// number of bytes, took three times as many instructions, once for each session.
///
/// No secret is hashed here, and nothing rests on two flows never having the same hash.
enum FlowHash {
  typealias Words = InlineArray<5, UInt32>

  /// A message of at most 55 bytes, filled from its begin.
  struct Block {
    fileprivate var words = InlineArray<16, UInt32>(repeating: 0)
    private var count = 0
    private static let most = 55

    /// Appends the lowest `bytes` bytes of a number, the highest first. What does not fit is left out.
    mutating func append(_ number: UInt64, bytes: UInt64) {
      var shift = bytes &* 8
      while shift > 0, count < Self.most {
        shift &-= 8
        put(UInt32(truncatingIfNeeded: number >> shift) & 0xFF)
      }
    }

    private mutating func put(_ byte: UInt32) {
      words[count >> 2] |= byte &<< UInt32(24 &- 8 &* (count & 3))
      count &+= 1
    }

    /// The message with its end marked and its length in bits.
    fileprivate var padded: InlineArray<16, UInt32> {
      var block = self
      let bits = UInt32(count) &* 8
      block.put(0x80)
      block.words[15] = bits
      return block.words
    }
  }

  static func sha1(of block: Block) -> Words {
    let first: Words = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var (a, b, c, d, e) = (first[0], first[1], first[2], first[3], first[4])
    var words = block.padded
    for round in 0..<80 {
      let place = round & 15
      if round >= 16 {
        let mixed =
          words[(round &+ 13) & 15] ^ words[(round &+ 8) & 15] ^ words[(round &+ 2) & 15]
          ^ words[place]
        words[place] = rotated(mixed, by: 1)
      }
      let (choice, constant): (UInt32, UInt32) =
        switch round / 20 {
        case 0: (b & c | ~b & d, 0x5A82_7999)
        case 1: (b ^ c ^ d, 0x6ED9_EBA1)
        case 2: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let next = rotated(a, by: 5) &+ choice &+ e &+ constant &+ words[place]
      (a, b, c, d, e) = (next, a, rotated(b, by: 30), c, d)
    }
    return [
      first[0] &+ a, first[1] &+ b, first[2] &+ c, first[3] &+ d, first[4] &+ e,
    ]
  }

  private static func rotated(_ word: UInt32, by bits: UInt32) -> UInt32 {
    word &<< bits | word &>> (32 &- bits)
  }
}
