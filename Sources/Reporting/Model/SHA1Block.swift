/// SHA-1 (RFC 3174) of a message that fits into one block, without the general one's states and copies:
/// no secret depends on it, it names connections.
struct SHA1Block {
  typealias Digest = InlineArray<5, UInt32>

  /// Bytes that a message can have.
  static let most = 55

  private var words = InlineArray<16, UInt32>(repeating: 0)
  private var count = 0

  /// Appends the lowest `bytes` bytes of a number, the highest first; what does not fit is left out.
  mutating func append(_ number: UInt64, bytes: Int) {
    var left = bytes
    while left > 0, count < Self.most {
      left -= 1
      let byte = UInt32(truncatingIfNeeded: number >> UInt64(8 * left) & 0xFF)
      words[count / 4] |= byte << UInt32(24 - 8 * (count % 4))
      count += 1
    }
  }

  var digest: Digest {
    var schedule = InlineArray<80, UInt32>(repeating: 0)
    for place in 0..<16 { schedule[place] = words[place] }
    schedule[count / 4] |= 0x80 << UInt32(24 - 8 * (count % 4))
    schedule[15] = UInt32(8 * count)
    for place in 16..<80 {
      schedule[place] = Self.rotated(
        schedule[place &- 3] ^ schedule[place &- 8] ^ schedule[place &- 14]
          ^ schedule[place &- 16], by: 1)
    }
    let start: Digest = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var state = (a: start[0], b: start[1], c: start[2], d: start[3], e: start[4])
    for place in 0..<20 {
      let choice = state.d ^ state.b & (state.c ^ state.d)
      Self.turn(&state, choice &+ 0x5A82_7999 &+ schedule[place])
    }
    for place in 20..<40 {
      Self.turn(&state, (state.b ^ state.c ^ state.d) &+ 0x6ED9_EBA1 &+ schedule[place])
    }
    for place in 40..<60 {
      let majority = state.b & state.c | state.d & (state.b | state.c)
      Self.turn(&state, majority &+ 0x8F1B_BCDC &+ schedule[place])
    }
    for place in 60..<80 {
      Self.turn(&state, (state.b ^ state.c ^ state.d) &+ 0xCA62_C1D6 &+ schedule[place])
    }
    return [
      start[0] &+ state.a, start[1] &+ state.b, start[2] &+ state.c, start[3] &+ state.d,
      start[4] &+ state.e,
    ]
  }

  private typealias State = (a: UInt32, b: UInt32, c: UInt32, d: UInt32, e: UInt32)

  @inline(__always)
  private static func turn(_ state: inout State, _ added: UInt32) {
    let next = rotated(state.a, by: 5) &+ state.e &+ added
    state = (next, state.a, rotated(state.b, by: 30), state.c, state.d)
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word &<< count | word &>> (32 &- count)
  }
}
