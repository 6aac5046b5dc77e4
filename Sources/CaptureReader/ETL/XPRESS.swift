/// XPRESS plain LZ77 ([MS-XCA] 2.4), the compression of event trace buffers: room for what one buffer
/// expands to, used again for the next.
///
/// Bytes are copied in words that may reach beyond what is asked for; `slack` bytes behind the last one
/// take that, and every position is checked before it is read or written.
@safe
package struct XPRESS: ~Copyable {
  private var storage: UnsafeMutableRawPointer
  private var capacity: Int
  /// Bytes that the last input gave.
  package private(set) var count = 0

  private typealias Word = SIMD16<UInt8>
  private static let wordSize = 16
  /// What a copy may write beyond its end: two words of literals.
  private static let slack = 32

  package init() {
    capacity = 64 << 10
    unsafe storage = Self.room(capacity)
  }

  deinit { unsafe storage.deallocate() }

  private static func room(_ capacity: Int) -> UnsafeMutableRawPointer {
    .allocate(byteCount: capacity + slack, alignment: wordSize)
  }

  /// What the last input gave, borrowed.
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe RawSpan(_unsafeStart: storage, byteCount: count)
      return unsafe _overrideLifetime(bytes, borrowing: self)
    }
  }

  /// Expands `input` to `length` bytes, or fewer where it ends or contradicts itself before.
  package mutating func expand(_ input: RawSpan, to length: Int) {
    if length > capacity {
      unsafe storage.deallocate()
      capacity = max(length, capacity * 2)
      unsafe storage = Self.room(capacity)
    }
    let (base, limit) = unsafe (storage, max(0, length))
    count = unsafe input.withUnsafeBytes { unsafe Self.expand($0, into: base, count: limit) }
  }

  /// What is known between two steps.
  private struct State {
    var written = 0
    /// The next flag stands highest, 0 for a byte as it is, 1 for a match; a 1 stands behind the last.
    var flags = State.noFlags

    static let noFlags: UInt64 = 1 << 63

    @inline(__always)
    static func flags(_ word: UInt32) -> UInt64 { UInt64(word) << 32 | 1 << 31 }
  }

  /// - Parameter output: has room for `count` bytes and the slack behind them.
  /// - Returns: how many bytes of `output` were written, from its front.
  private static func expand(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawPointer, count: Int
  ) -> Int {
    guard let base = input.baseAddress else { return 0 }
    var reader = unsafe Reader(base: base, size: input.count)
    var state = State()
    guard unsafe expandWhole(&reader, &state, into: output, count: count) else {
      return state.written
    }
    var written = state.written
    var flags = state.flags
    while written < count {
      if flags == State.noFlags {
        guard let word = reader.word() else { break }
        flags = State.flags(word)
      }
      let literals = flags.leadingZeroBitCount
      if literals > 0 {
        let length = min(literals, count &- written, reader.left)
        unsafe reader.copy(length, to: output + written)
        written &+= length
        guard length == literals else { break }
        flags &<<= UInt64(truncatingIfNeeded: literals)
        if flags == State.noFlags { continue }
      }
      flags &<<= 1
      guard written < count, let match = reader.match(), match.distance <= written
      else { break }
      let length = min(match.length, count &- written)
      unsafe repeatBytes(output + written, distance: match.distance, length: length)
      written &+= length
    }
    return written
  }

  /// Bytes that one step takes at most: flags, as many literals, a match of the longest form.
  private static let longestStep = 4 + 32 + 10

  /// Expands while the input holds the longest step, so that nothing is asked for byte by byte.
  ///
  /// - Returns: false where the input contradicts itself.
  @inline(__always)
  private static func expandWhole(
    _ reader: inout Reader, _ state: inout State, into output: UnsafeMutableRawPointer, count: Int
  ) -> Bool {
    let input = unsafe reader.base
    let last = reader.size &- longestStep
    var (position, half) = (reader.position, reader.half)
    var (written, flags) = (state.written, state.flags)
    defer {
      (reader.position, reader.half) = (position, half)
      (state.written, state.flags) = (min(written, count), flags)
    }
    while written < count, position <= last {
      if flags == State.noFlags {
        let word = unsafe input.loadUnaligned(fromByteOffset: position, as: UInt32.self)
        flags = State.flags(UInt32(littleEndian: word))
        position &+= 4
      }
      let literals = flags.leadingZeroBitCount
      let first = unsafe input.loadUnaligned(fromByteOffset: position, as: Word.self)
      unsafe output.storeBytes(of: first, toByteOffset: written, as: Word.self)
      if literals > wordSize {
        let (source, target) = (position &+ wordSize, written &+ wordSize)
        let second = unsafe input.loadUnaligned(fromByteOffset: source, as: Word.self)
        unsafe output.storeBytes(of: second, toByteOffset: target, as: Word.self)
      }
      position &+= literals
      written &+= literals
      flags &<<= UInt64(truncatingIfNeeded: literals)
      if flags == State.noFlags { continue }
      if written >= count { break }
      flags &<<= 1
      let code = unsafe Int(
        UInt16(littleEndian: input.loadUnaligned(fromByteOffset: position, as: UInt16.self)))
      position &+= 2
      let distance = code >> 3 &+ 1
      var length = code & 7
      if length == 7 {
        (reader.position, reader.half) = (position, half)
        guard let more = reader.longerLength() else { return false }
        (position, half) = (reader.position, reader.half)
        length = more
      }
      guard distance <= written else { return false }
      length = min(length &+ 3, count &- written)
      if distance >= slack {
        var done = 0
        repeat {
          unsafe copySlack(
            from: output + (written &- distance &+ done), to: output + (written &+ done))
          done &+= slack
        } while done < length
      } else {
        unsafe repeatBytes(output + written, distance: distance, length: length)
      }
      written &+= length
    }
    return true
  }

  /// Writes `length` bytes, each of them the one `distance` before it.
  @inline(__always)
  private static func repeatBytes(
    _ start: UnsafeMutableRawPointer, distance: Int, length: Int
  ) {
    let source = unsafe UnsafeRawPointer(start) - distance
    var (read, written) = (0, 0)
    // What is nearer than a word overlaps what it makes: each copy doubles the distance. The first
    // reads beyond what was written.
    if distance < wordSize { unsafe start.storeBytes(of: Word(), as: Word.self) }
    while written &+ distance < wordSize, written < length {
      let word = unsafe source.loadUnaligned(as: Word.self)
      unsafe (start + written).storeBytes(of: word, as: Word.self)
      written &+= written &+ distance
    }
    if written &+ distance &- read >= slack {
      while written < length {
        unsafe copySlack(from: source + read, to: start + written)
        read &+= slack
        written &+= slack
      }
    }
    while written < length {
      let word = unsafe source.loadUnaligned(fromByteOffset: read, as: Word.self)
      unsafe (start + written).storeBytes(of: word, as: Word.self)
      read &+= wordSize
      written &+= wordSize
    }
  }

  /// Two words, of which the second may reach beyond what is asked for.
  @inline(__always)
  private static func copySlack(from source: UnsafeRawPointer, to output: UnsafeMutableRawPointer) {
    let first = unsafe source.loadUnaligned(as: Word.self)
    let second = unsafe source.loadUnaligned(fromByteOffset: wordSize, as: Word.self)
    unsafe output.storeBytes(of: first, as: Word.self)
    unsafe output.storeBytes(of: second, toByteOffset: wordSize, as: Word.self)
  }

  @safe private struct Reader {
    let base: UnsafeRawPointer
    let size: Int
    var position = 0
    /// The upper half of a byte whose lower half was a match's length: the next match's length.
    var half: Int = -1

    init(base: UnsafeRawPointer, size: Int) {
      unsafe self.base = base
      self.size = size
    }

    var left: Int { @inline(__always) get { size &- position } }

    /// Copies at most 32 bytes, that are left, in two words where the input has them.
    @inline(__always)
    mutating func copy(_ count: Int, to output: UnsafeMutableRawPointer) {
      let source = unsafe base + position
      if left >= slack {
        unsafe copySlack(from: source, to: output)
      } else {
        unsafe output.copyMemory(from: source, byteCount: count)
      }
      position &+= count
    }

    @inline(__always)
    private mutating func read<Value>(_: Value.Type) -> Value?
    where Value: FixedWidthInteger & BitwiseCopyable {
      guard left >= MemoryLayout<Value>.size else { return nil }
      let value = unsafe base.loadUnaligned(fromByteOffset: position, as: Value.self)
      position &+= MemoryLayout<Value>.size
      return Value(littleEndian: value)
    }

    @inline(__always)
    mutating func word() -> UInt32? { read(UInt32.self) }

    @inline(__always)
    mutating func match() -> (distance: Int, length: Int)? {
      guard let code = read(UInt16.self) else { return nil }
      let distance = Int(code >> 3) &+ 1
      let length = Int(code & 7)
      if length < 7 { return (distance, length &+ 3) }
      return longerLength().map { (distance, $0 &+ 3) }
    }

    /// A match's length less three where its code has no room for it.
    @inline(__always)
    mutating func longerLength() -> Int? {
      guard let nibble = nibble() else { return nil }
      return nibble < 15 ? nibble &+ 7 : longLength()
    }

    /// Two matches share a byte: the first takes its lower half, the next its upper one.
    @inline(__always)
    private mutating func nibble() -> Int? {
      if half >= 0 {
        defer { half = -1 }
        return half
      }
      guard let byte = read(UInt8.self) else { return nil }
      half = Int(byte >> 4)
      return Int(byte & 15)
    }

    @inline(__always)
    private mutating func longLength() -> Int? {
      guard let small = read(UInt8.self) else { return nil }
      if small != 255 { return Int(small) + 15 + 7 }
      guard let medium = read(UInt16.self) else { return nil }
      var value = Int(medium)
      if medium == 0 {
        guard let large = read(UInt32.self) else { return nil }
        value = Int(large)
      }
      // Shorter ones have a shorter form.
      return value >= 15 + 7 ? value : nil
    }
  }
}
