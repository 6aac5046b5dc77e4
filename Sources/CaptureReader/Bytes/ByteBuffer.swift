public import Foundation
import Glibc

/// Bytes in the making: appended one after the other, and handed over at once.
///
/// An array asks for each byte whether somebody shares it; this storage has one owner. Every access
/// stands behind a check of the room or the count.
@safe
public struct ByteBuffer: ~Copyable {
  @usableFromInline var storage: UnsafeMutableRawBufferPointer
  @usableFromInline var used = 0

  public init(capacity: Int = 256) {
    let size = max(16, capacity)
    unsafe storage = UnsafeMutableRawBufferPointer(start: malloc(size), count: size)
  }

  deinit { unsafe free(storage.baseAddress) }

  @inlinable public var count: Int { used }

  @inlinable public var last: UInt8? { used > 0 ? unsafe storage[used &- 1] : nil }

  /// The byte at `index`; 0 beyond the last.
  @inlinable
  public subscript(index: Int) -> UInt8 {
    index >= 0 && index < used ? unsafe storage[index] : 0
  }

  /// The bytes so far, borrowed.
  public var span: RawSpan {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: storage[..<used])
      return unsafe _overrideLifetime(RawSpan(_unsafeBytes: bytes), borrowing: self)
    }
  }

  /// The bytes so far as text; what is not UTF-8 becomes U+FFFD.
  public var text: String {
    unsafe String(decoding: UnsafeRawBufferPointer(rebasing: storage[..<used]), as: UTF8.self)
  }

  /// Hands the bytes over without a copy, and begins anew.
  public mutating func handOver() -> Data {
    let size = unsafe storage.count
    guard let start = unsafe storage.baseAddress, used > 0 else { return Data() }
    let data = unsafe Data(bytesNoCopy: start, count: used, deallocator: .free)
    unsafe storage = UnsafeMutableRawBufferPointer(start: malloc(size), count: size)
    used = 0
    return data
  }

  /// Forgets all bytes from `count` on, and keeps the room.
  @inlinable
  public mutating func truncate(to count: Int) { used = min(used, max(0, count)) }

  /// Makes room for `more` bytes behind the last.
  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if unsafe storage.count &- used < more { grow(by: more) }
  }

  @usableFromInline
  mutating func grow(by more: Int) {
    // Large ones move without a copy.
    let size = unsafe max(storage.count * 2, used + more)
    unsafe storage = UnsafeMutableRawBufferPointer(
      start: realloc(storage.baseAddress, size), count: size)
  }

  // MARK: Appending

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe storage[used] = byte
    used &+= 1
  }

  /// Appends the lowest `count` bytes of a word, of at most eight, the lowest first.
  @inlinable @inline(__always)
  public mutating func append(word: UInt64, count: Int) {
    reserve(8)
    unsafe storage.storeBytes(of: word.littleEndian, toByteOffset: used, as: UInt64.self)
    used &+= min(8, max(0, count))
  }

  /// Changes the byte at `index`, where there is one.
  @inlinable @inline(__always)
  public mutating func set(_ byte: UInt8, at index: Int) {
    if index >= 0, index < used { unsafe storage[index] = byte }
  }

  /// Puts the lowest `count` bytes of a word, of at most eight, before the byte at `index`.
  mutating func insert(word: UInt64, count: Int, at index: Int) {
    guard index >= 0, index <= used, count >= 0, count <= 8 else { return }
    reserve(count)
    guard let start = unsafe storage.baseAddress else { return }
    unsafe (start + index + count).copyMemory(from: start + index, byteCount: used - index)
    for place in 0..<count {
      unsafe storage[index + place] = UInt8(truncatingIfNeeded: word >> UInt64(8 * place))
    }
    used += count
  }

  /// Appends the first `count` bytes of four words, of at most 32, the lowest of each first.
  @inlinable @inline(__always)
  public mutating func append(
    words: (UInt64, UInt64, UInt64, UInt64), count: Int
  ) {
    reserve(32)
    let place = used
    unsafe storage.storeBytes(of: words.0.littleEndian, toByteOffset: place, as: UInt64.self)
    unsafe storage.storeBytes(of: words.1.littleEndian, toByteOffset: place &+ 8, as: UInt64.self)
    unsafe storage.storeBytes(of: words.2.littleEndian, toByteOffset: place &+ 16, as: UInt64.self)
    unsafe storage.storeBytes(of: words.3.littleEndian, toByteOffset: place &+ 24, as: UInt64.self)
    used &+= min(32, max(0, count))
  }

  /// Writes a word behind the last byte, for readers of whole words; it does not count.
  @inlinable @inline(__always)
  public mutating func pad(with word: UInt64) {
    append(word: word, count: 0)
  }

  /// Eight bytes from `index` on, the first lowest; some may lie in the padding.
  @inlinable @inline(__always)
  public func word(at index: Int) -> UInt64 {
    guard index >= 0, index <= used, unsafe storage.count &- index >= 8 else { return 0 }
    return unsafe UInt64(
      littleEndian: storage.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  @inlinable
  public mutating func append(literal text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    text.withUTF8Buffer { bytes in unsafe copy(UnsafeRawBufferPointer(bytes)) }
  }

  /// Appends the text's UTF-8.
  public mutating func append(_ text: String) {
    let isCopied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
      reserve(bytes.count)
      unsafe copy(UnsafeRawBufferPointer(bytes))
    }
    if isCopied == nil { for byte in text.utf8 { append(byte) } }
  }

  public mutating func append(_ bytes: [UInt8]) {
    reserve(bytes.count)
    unsafe bytes.withUnsafeBytes { unsafe copy($0) }
  }

  /// Appends the bytes.
  @inlinable @inline(__always)
  public mutating func append(_ bytes: RawSpan) {
    reserve(bytes.byteCount)
    unsafe bytes.withUnsafeBytes { unsafe copy($0) }
  }

  /// Appends the bytes, and clears `bits` of the second one.
  package mutating func append(_ bytes: RawSpan, clearing bits: UInt8) {
    reserve(bytes.byteCount)
    let start = used
    unsafe bytes.withUnsafeBytes { unsafe copy($0) }
    if bits != 0, used &- start > 1 { unsafe storage[start &+ 1] &= ~bits }
  }

  /// Appends what another buffer holds of `range`.
  public mutating func append(_ other: borrowing ByteBuffer, _ range: Range<Int>) {
    let range = range.clamped(to: 0..<other.used)
    reserve(range.count)
    unsafe copy(UnsafeRawBufferPointer(rebasing: other.storage[range]))
  }

  /// Room for them is there.
  @usableFromInline
  mutating func copy(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, let start = unsafe storage.baseAddress else { return }
    unsafe (start + used).copyMemory(from: source, byteCount: bytes.count)
    used &+= bytes.count
  }

  /// Appends a number in decimal, with zeros before it where it has fewer than `width` digits.
  public mutating func append(decimal number: UInt64, width: Int = 1) {
    if number < 100_000_000, width == 1 {
      let digits = Self.digits(number)
      let zeros = min(7, digits.trailingZeroBitCount / 8)
      append(word: (digits | Self.zeros) &>> UInt64(8 * zeros), count: 8 &- zeros)
      return
    }
    // No number has more than twenty.
    var digits = 1
    var limit: UInt64 = 10
    while digits < 20, number >= limit {
      limit &*= 10
      digits &+= 1
    }
    append(digits: max(digits, min(width, 20)), of: number)
  }

  /// The character 0 eight times.
  @usableFromInline static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The eight digits of a number below 10⁸, a byte each, the first lowest: halves, then quarters, then
  /// digits are told apart in all places at once.
  @usableFromInline
  static func digits(_ number: UInt64) -> UInt64 {
    let halves = number / 10_000 | (number % 10_000) &<< 32
    let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let quarters = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (quarters &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (quarters &- tens &* 10) << 8
  }

  /// Appends the nine digits of a number below 10⁹.
  public mutating func append(nineDigits number: UInt64) {
    append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 100_000_000 % 10))
    append(word: Self.digits(number % 100_000_000) | Self.zeros, count: 8)
  }

  /// Appends the decimal places of a number of millionths, without the zeros at their end.
  public mutating func append(millionths number: UInt64) {
    // Six of eight digits; those of the end lie highest.
    let digits = Self.digits(number % 1_000_000) &>> 16
    let zeros = min(5, digits.leadingZeroBitCount / 8 - 2)
    append(word: digits | Self.zeros, count: 6 &- zeros)
  }

  /// Some byte from `start` on is no ASCII, a control, a quotation mark or a backslash. Eight bytes at
  /// once: the highest bit of a byte is set by the first term where it is not ASCII, by the second where it
  /// is DEL, and by the others where it is below 0x20, a quotation mark or a backslash, since subtraction
  /// borrows into the highest bit of what is too small. A borrow or carry into the next byte makes that one
  /// look special too, but only where there is a special one.
  public mutating func hasSpecial(from start: Int) -> Bool {
    // Blanks behind the last byte are nothing special.
    pad(with: 0x2020_2020_2020_2020)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var found: UInt64 = 0
    var position = max(0, start)
    while position < used {
      let word = unsafe storage.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      found |= word | (word &+ ones) | (word &- ones &* 0x20)
      found |= ((word ^ ones &* 0x22) &- ones) | ((word ^ ones &* 0x5C) &- ones)
      position &+= 8
    }
    return found & (ones &* 0x80) != 0
  }

  /// Appends the last `count` digits of a number, with zeros before them where it has fewer.
  @inlinable @inline(__always)
  public mutating func append(digits count: Int, of number: UInt64) {
    reserve(count)
    var rest = number
    var place = used &+ count
    while place > used {
      place &-= 1
      unsafe storage[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    used &+= count
  }
}

extension [UInt8] {
  public mutating func append(contentsOf buffer: borrowing ByteBuffer) {
    unsafe append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer.storage[..<buffer.count]))
  }
}
