public import Foundation
import Glibc

/// Bytes in the making: appended one after the other, and handed over at once.
///
/// An array asks for each byte whether somebody shares it; this storage has one owner. Every access
/// stands behind a check of the room or the count.
@safe
public struct ByteBuffer: ~Copyable {
  @usableFromInline var storage: UnsafeMutableRawBufferPointer
  /// The storage's size, which it would tell only after a look at its address.
  @usableFromInline var room: Int
  @usableFromInline var used = 0

  /// - Parameter capacity: where it is 0, nothing is taken before the first byte.
  public init(capacity: Int = 256) {
    room = capacity > 0 ? max(16, capacity) : 0
    unsafe storage = UnsafeMutableRawBufferPointer(
      start: room > 0 ? malloc(room) : nil, count: room)
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
    guard let start = unsafe storage.baseAddress, used > 0 else { return Data() }
    let data = unsafe Data(bytesNoCopy: start, count: used, deallocator: .free)
    unsafe storage = UnsafeMutableRawBufferPointer(start: malloc(room), count: room)
    used = 0
    return data
  }

  /// Forgets all bytes from `count` on, and keeps the room.
  @inlinable
  public mutating func truncate(to count: Int) { used = min(used, max(0, count)) }

  /// Makes room for `more` bytes behind the last.
  @inlinable @inline(__always)
  mutating func reserve(_ more: Int) {
    if room &- used < more { grow(by: more) }
  }

  @usableFromInline
  mutating func grow(by more: Int) {
    // Large ones move without a copy.
    room = max(room * 2, used + more)
    unsafe storage = UnsafeMutableRawBufferPointer(
      start: realloc(storage.baseAddress, room), count: room)
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

  /// Appends the two digits of a number below 100.
  @inlinable @inline(__always)
  public mutating func append(twoDigits number: UInt64) {
    append(word: 0x3030 &+ number / 10 &+ (number % 10) &<< 8, count: 2)
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
    words: (UInt64, UInt64, UInt64, UInt64), count: UInt
  ) {
    reserve(32)
    let place = used
    unsafe storage.storeBytes(of: words.0.littleEndian, toByteOffset: place, as: UInt64.self)
    unsafe storage.storeBytes(of: words.1.littleEndian, toByteOffset: place &+ 8, as: UInt64.self)
    unsafe storage.storeBytes(of: words.2.littleEndian, toByteOffset: place &+ 16, as: UInt64.self)
    unsafe storage.storeBytes(of: words.3.littleEndian, toByteOffset: place &+ 24, as: UInt64.self)
    used &+= Int(min(32, count))
  }

  /// Writes a word behind the last byte, for readers of whole words; it does not count.
  @inlinable @inline(__always)
  public mutating func pad(with word: UInt64) {
    append(word: word, count: 0)
  }

  /// Eight bytes from `index` on, the first lowest; some may lie in the padding.
  @inlinable @inline(__always)
  public func word(at index: Int) -> UInt64 {
    guard index >= 0, index <= used, room &- index >= 8 else { return 0 }
    return unsafe UInt64(
      littleEndian: storage.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Of a length that is known where it is written: no call is needed to copy it.
  @inlinable @inline(__always)
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
  @inlinable @inline(__always)
  mutating func copy(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, let start = unsafe storage.baseAddress else { return }
    unsafe (start + used).copyMemory(from: source, byteCount: bytes.count)
    used &+= bytes.count
  }

  /// Appends a number in decimal, with zeros before it where it has fewer than `width` digits.
  public mutating func append(decimal number: UInt64, width: Int = 1) {
    if number < 100, width == 1 {
      if number < 10 {
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number))
      } else {
        append(twoDigits: number)
      }
      return
    }
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

  /// Some byte from `start` on is no ASCII, a control, a quotation mark or a backslash. Sixteen bytes
  /// at once: the highest bit of a byte is set by the first term where it is not ASCII, by the second where it
  /// is DEL, and by the others where it is below 0x20, a quotation mark or a backslash, since subtraction
  /// borrows into the highest bit of what is too small. A borrow or carry into the next byte makes that one
  /// look special too, but only where there is a special one.
  public mutating func hasSpecial(from start: Int) -> Bool {
    typealias Words = SIMD2<UInt64>
    // Blanks behind the last byte are nothing special.
    reserve(16)
    unsafe storage.storeBytes(
      of: Words(repeating: 0x2020_2020_2020_2020), toByteOffset: used, as: Words.self)
    let ones = Words(repeating: 0x0101_0101_0101_0101)
    let blanks = Words(repeating: 0x2020_2020_2020_2020)
    let quotes = Words(repeating: 0x2222_2222_2222_2222)
    let slashes = Words(repeating: 0x5C5C_5C5C_5C5C_5C5C)
    var found = Words.zero
    var position = max(0, start)
    while position < used {
      let words = unsafe storage.loadUnaligned(fromByteOffset: position, as: Words.self)
      found |= words | (words &+ ones) | (words &- blanks)
      found |= ((words ^ quotes) &- ones) | ((words ^ slashes) &- ones)
      position &+= 16
    }
    return (found[0] | found[1]) & 0x8080_8080_8080_8080 != 0
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
