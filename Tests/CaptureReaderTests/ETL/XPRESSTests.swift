import CaptureReader
import Support
import Testing

@Suite("XPRESS decompression") struct XPRESSTests {
  /// Compressed bytes with what they stand for, built side by side.
  private struct Pair {
    var compressed: [UInt8] = []
    var plain: [UInt8] = []
    private var flags: UInt32 = 0
    private var flagsUsed = 0
    private var flagsPlace = 0
    private var halfPlace: Int?

    private mutating func flag(_ isMatch: Bool) {
      if flagsUsed == 0 {
        flagsPlace = compressed.count
        compressed += [0, 0, 0, 0]
      }
      if isMatch { flags |= 1 << UInt32(31 - flagsUsed) }
      let bytes = ByteOrder.little.bytes(of: flags)
      compressed.replaceSubrange(flagsPlace..<(flagsPlace + 4), with: bytes)
      flagsUsed += 1
      if flagsUsed == 32 { (flags, flagsUsed) = (0, 0) }
    }

    mutating func literal(_ byte: UInt8) {
      flag(false)
      compressed.append(byte)
      plain.append(byte)
    }

    mutating func match(distance: Int, length: Int) {
      flag(true)
      let short = min(length - 3, 7)
      compressed += ByteOrder.little.bytes(of: UInt16((distance - 1) << 3 | short))
      if short == 7 {
        let nibble = UInt8(min(length - 10, 15))
        if let place = halfPlace {
          compressed[place] |= nibble << 4
          halfPlace = nil
        } else {
          halfPlace = compressed.count
          compressed.append(nibble)
        }
        if nibble == 15 { long(length - 3) }
      }
      for _ in 0..<length { plain.append(plain[plain.count - distance]) }
    }

    private mutating func long(_ value: Int) {
      guard value - 22 >= 255 else { return compressed.append(UInt8(value - 22)) }
      compressed.append(255)
      if value <= 0xFFFF {
        compressed += ByteOrder.little.bytes(of: UInt16(value))
      } else {
        compressed += [0, 0] + ByteOrder.little.bytes(of: UInt32(value))
      }
    }

    /// Literals and matches of all distances and lengths, near and far, short and long.
    static func random(_ random: inout SeededRandom, steps: Int) -> Pair {
      var pair = Pair()
      pair.literal(7)
      for _ in 0..<steps {
        if Int.random(in: 0..<3, using: &random) > 0 {
          for _ in 0..<Int.random(in: 1...40, using: &random) {
            pair.literal(UInt8.random(in: 0...255, using: &random))
          }
        }
        let farthest = [2, 15, 40, 8_192].randomElement(using: &random) ?? 1
        let longest = [3, 9, 24, 60, 400, 70_000].randomElement(using: &random) ?? 3
        pair.match(
          distance: Int.random(in: 1...min(farthest, pair.plain.count), using: &random),
          length: Int.random(in: 3...longest, using: &random))
      }
      return pair
    }
  }

  /// - Parameter decompressor: keeps what earlier inputs left in its memory.
  private static func expand(
    _ bytes: [UInt8], to count: Int, with decompressor: inout XPRESS
  ) -> [UInt8] {
    decompressor.expand(bytes.rawSpan, to: count)
    return decompressor.bytes.copied()
  }

  @Test("literals and matches of every kind give their bytes", arguments: 0..<60)
  func expands(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var decompressor = XPRESS()
    for steps in [1, 4, 30, 120] {
      let pair = Pair.random(&random, steps: steps)
      #expect(
        Self.expand(pair.compressed, to: pair.plain.count, with: &decompressor) == pair.plain)
      // A buffer that says fewer bytes than its matches make.
      let fewer = Int.random(in: 0..<pair.plain.count, using: &random)
      #expect(
        Self.expand(pair.compressed, to: fewer, with: &decompressor) == Array(pair.plain[..<fewer]))
    }
  }

  @Test("an input that is cut gives what stands before", arguments: 0..<12)
  func cut(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var decompressor = XPRESS()
    let pair = Pair.random(&random, steps: 12)
    var longest = 0
    for count in 0..<min(pair.compressed.count, 700) {
      let bytes = Self.expand(
        Array(pair.compressed[..<count]), to: pair.plain.count, with: &decompressor)
      #expect(bytes.count < pair.plain.count && bytes.count >= longest)
      #expect(bytes == Array(pair.plain[..<bytes.count]))
      longest = bytes.count
    }
  }

  @Test("a match before the first byte ends the input; a wrong length does too")
  func contradictions() {
    var decompressor = XPRESS()
    let literal: [UInt8] = [0, 0, 0, 0b0100_0000, 9]
    #expect(Self.expand(literal + [0, 0], to: 9, with: &decompressor) == [9, 9, 9, 9])
    #expect(Self.expand(literal + [8, 0], to: 9, with: &decompressor) == [9])
    // A length in its long form that would have had a short one.
    #expect(Self.expand(literal + [7, 0, 15, 255, 21, 0], to: 9, with: &decompressor) == [9])
    // With so much behind them that nothing is read byte by byte.
    let rest = [UInt8](repeating: 0, count: 64)
    for wrong: [UInt8] in [[8, 0], [7, 0, 15, 255, 21, 0]] {
      #expect(Self.expand(literal + wrong + rest, to: 90, with: &decompressor) == [9])
    }
    #expect(Self.expand([], to: 9, with: &decompressor).isEmpty)
    #expect(Self.expand(literal, to: 0, with: &decompressor).isEmpty)
  }

  @Test("changed bytes stay within what was asked for", arguments: 0..<40)
  func mutations(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var decompressor = XPRESS()
    var pair = Pair.random(&random, steps: 20)
    for _ in 0..<20 {
      let place = Int.random(in: 0..<pair.compressed.count, using: &random)
      pair.compressed[place] = UInt8.random(in: 0...255, using: &random)
      let bytes = Self.expand(pair.compressed, to: pair.plain.count, with: &decompressor)
      #expect(bytes.count <= pair.plain.count)
    }
  }
}
