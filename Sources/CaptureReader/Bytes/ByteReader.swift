/// A forward-only cursor over borrowed bytes; every read is checked against what is left.
///
/// Reads are big-endian (network order) unless the method says otherwise. The loads below are the
/// only unchecked ones outside the reader modules, and each stands behind a length check.
public struct ByteReader: ~Escapable {
  @usableFromInline let bytes: RawSpan
  @usableFromInline var offset = 0
  @inlinable public var position: Int { offset }

  @_lifetime(copy bytes)
  @inlinable
  public init(_ bytes: RawSpan) { self.bytes = bytes }

  @inlinable public var count: Int { bytes.byteCount }
  @inlinable public var remaining: Int { bytes.byteCount &- offset }

  // Inlined: for each kind of integer a call would look up how to load it.

  /// The next big-endian integer.
  @inlinable
  public mutating func read<T>(_: T.Type = T.self) throws(WireError) -> T
  where T: FixedWidthInteger & BitwiseCopyable {
    T(bigEndian: try load())
  }

  /// The next little-endian integer (RDP's own structures).
  @inlinable
  public mutating func readLittleEndian<T>(_: T.Type = T.self) throws(WireError) -> T
  where T: FixedWidthInteger & BitwiseCopyable {
    T(littleEndian: try load())
  }

  public mutating func skip(_ count: Int) throws(WireError) {
    guard count >= 0, remaining >= count else { throw shortage(of: count) }
    offset &+= count
  }

  /// The next `count` bytes, borrowed.
  @_lifetime(copy self)
  public mutating func readSpan(_ count: Int) throws(WireError) -> RawSpan {
    let start = offset
    try skip(count)
    return bytes.extracting(start..<(start &+ count))
  }

  /// All bytes that are left, borrowed; the position does not move.
  @_lifetime(copy self)
  public func rest() -> RawSpan { bytes.extracting(offset..<bytes.byteCount) }

  @usableFromInline
  func shortage(of count: Int) -> WireError {
    WireError(.truncated(needed: count, available: remaining), offset: offset)
  }

  @inlinable
  mutating func load<T>() throws(WireError) -> T
  where T: FixedWidthInteger & BitwiseCopyable {
    let size = MemoryLayout<T>.size
    guard remaining >= size else { throw shortage(of: size) }
    let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: T.self)
    offset &+= size
    return value
  }
}

extension RawSpan {
  /// The big-endian integer at `offset`, or nil where it does not fit.
  @inlinable
  public func bigEndian<T>(at offset: Int, as _: T.Type = T.self) -> T?
  where T: FixedWidthInteger & BitwiseCopyable {
    guard offset >= 0, byteCount &- offset >= MemoryLayout<T>.size else { return nil }
    return T(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: T.self))
  }

  /// The little-endian integer at `offset`, or nil where it does not fit.
  @inlinable
  public func littleEndian<T>(at offset: Int, as _: T.Type = T.self) -> T?
  where T: FixedWidthInteger & BitwiseCopyable {
    guard offset >= 0, byteCount &- offset >= MemoryLayout<T>.size else { return nil }
    return T(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: T.self))
  }

  /// A copy of the bytes, at most `limit` of them.
  public func copied(limit: Int = .max) -> [UInt8] {
    let count = min(byteCount, max(0, limit))
    // The library writes the count of an empty array to the one that all threads share.
    guard count > 0 else { return [] }
    return unsafe withUnsafeBytes { source in
      unsafe Array(UnsafeRawBufferPointer(rebasing: source[..<count]))
    }
  }
}

extension [UInt8] {
  /// The array's bytes, borrowed. The standard library marks the view unsafe because padding of
  /// other element types would be readable through it; bytes have none.
  public var rawSpan: RawSpan {
    @_lifetime(borrow self)
    get { unsafe span.bytes }
  }
}
