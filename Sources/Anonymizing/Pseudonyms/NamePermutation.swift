/// A keyed permutation of words that keeps their length and shape: letters become letters, digits
/// become digits, other characters become others of as many bytes in UTF-8 and UTF-16.
///
/// Words of one shape are numbers below the product of their alphabets' sizes. Up to 62 bits these are
/// permuted by a balanced Feistel network that is walked until the image is such a number again
/// (cycle walking): no two words share a pseudonym. Of longer words each character is drawn from the
/// keyed hash of the whole; that two agree then is as likely as a collision of so many characters.
struct NamePermutation: Sendable {
  private let hash: KeyedHash
  private static let rounds: UInt8 = 8
  private static let largest: UInt64 = 1 << 62
  /// Steps of a walk; a quarter of the numbers are images, so that it never comes so far.
  private static let longestWalk = 1_000

  init(_ hash: KeyedHash) { self.hash = hash }

  /// - Parameter word: in lower case.
  func image(_ word: String) -> String {
    let characters = Array(word.unicodeScalars)
    let alphabets = characters.map(Alphabet.init)
    var size: UInt64 = 1
    for alphabet in alphabets {
      let (product, overflow) = size.multipliedReportingOverflow(by: alphabet.size)
      size = overflow || product > Self.largest ? .max : product
      if size == .max { break }
    }
    let shape = alphabets.map(\.mark)
    let digits: [UInt64] =
      size == .max
      ? drawn(word, shape, alphabets) : permuted(characters, shape, alphabets, size: size)
    var result = String.UnicodeScalarView()
    for (place, alphabet) in alphabets.enumerated() {
      result.append(alphabet.character(digits[place]) ?? characters[place])
    }
    return String(result)
  }

  private func drawn(_ word: String, _ shape: [UInt8], _ alphabets: [Alphabet]) -> [UInt64] {
    let seed = hash.bytes(of: shape + [0xFF] + Array(word.utf8))
    return alphabets.indices.map { place in
      let index = [UInt8(truncatingIfNeeded: place >> 8), UInt8(truncatingIfNeeded: place)]
      return hash.number(of: seed + index) % alphabets[place].size
    }
  }

  private func permuted(
    _ characters: [Unicode.Scalar], _ shape: [UInt8], _ alphabets: [Alphabet], size: UInt64
  ) -> [UInt64] {
    var number: UInt64 = 0
    for (character, alphabet) in zip(characters, alphabets) {
      number = number &* alphabet.size &+ alphabet.index(character)
    }
    number = permuted(number, below: size, shape)
    var digits = [UInt64](repeating: 0, count: alphabets.count)
    for place in alphabets.indices.reversed() {
      digits[place] = number % alphabets[place].size
      number /= alphabets[place].size
    }
    return digits
  }

  private func permuted(_ number: UInt64, below size: UInt64, _ shape: [UInt8]) -> UInt64 {
    guard size > 1 else { return number }
    let bits = UInt64.bitWidth - (size - 1).leadingZeroBitCount
    let half = UInt64((bits + 1) / 2)
    let mask = (UInt64(1) << half) &- 1
    var value = number
    for _ in 0..<Self.longestWalk {
      var left = value >> half & mask
      var right = value & mask
      for round in 0..<Self.rounds {
        var input = shape
        input.append(0xFE)
        input.append(round)
        for shift in stride(from: UInt64(0), to: 32, by: 8) {
          input.append(UInt8(truncatingIfNeeded: right >> shift))
        }
        (left, right) = (right, (left ^ hash.number(of: input)) & mask)
      }
      value = left << half | right
      if value < size { return value }
    }
    return number
  }
}

/// The characters that stand for one of a kind.
private struct Alphabet {
  let mark: UInt8
  let size: UInt64
  private let first: UInt32

  init(_ character: Unicode.Scalar) {
    switch character.value {
    case 0x61...0x7A: self.init(mark: 1, size: 26, first: 0x61)
    case 0x30...0x39: self.init(mark: 2, size: 10, first: 0x30)
    // Hyphens, underscores and what is rarer in ASCII stay.
    case ..<0x80: self.init(mark: 3, size: 1, first: character.value)
    // Small letters of Latin 1, ideographs, ideographs beyond the first plane.
    case ..<0x800: self.init(mark: 4, size: 23, first: 0xE0)
    case ..<0x1_0000: self.init(mark: 5, size: 4_096, first: 0x4E00)
    default: self.init(mark: 6, size: 4_096, first: 0x2_0000)
    }
  }

  private init(mark: UInt8, size: UInt64, first: UInt32) {
    self.mark = mark
    self.size = size
    self.first = first
  }

  /// Characters outside of it are counted by their remainder: two of them can share a pseudonym.
  func index(_ character: Unicode.Scalar) -> UInt64 {
    UInt64(character.value >= first ? character.value - first : character.value) % size
  }

  func character(_ index: UInt64) -> Unicode.Scalar? {
    Unicode.Scalar(first &+ UInt32(truncatingIfNeeded: index))
  }
}
