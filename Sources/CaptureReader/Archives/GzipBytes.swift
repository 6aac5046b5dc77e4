import CArchive

/// The decompressed bytes of a gzip file (RFC 1952) of any number of members.
///
/// zlib is used directly, not through libarchive, for two reasons: libarchive's gzip filter works in
/// blocks of 64 KiB and loses the last one of a cut file, which may be the whole capture, and it
/// does not compare checksums.
@safe final class GzipBytes: ByteSource {
  private let upstream: PeekedBytes
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var state = State.member
  /// Bytes followed the last member which are no member: old tapes pad with zeros.
  private(set) var hasTrailingBytes = false

  private enum State {
    case member
    /// Between two members, or at the end.
    case boundary
    case ended
    case failed(SourceFailure)
  }

  private static let inputSize = 256 << 10
  /// Any window size, gzip header expected.
  private static let windowBits: CInt = 15 + 16

  init(_ upstream: PeekedBytes) throws(SourceFailure) {
    self.upstream = upstream
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe input = .allocate(byteCount: Self.inputSize, alignment: 16)
    let result = unsafe inflateInit2_(
      stream, Self.windowBits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard result == Z_OK else { throw SourceFailure(.damaged, "zlib does not start") }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    let capacity = min(buffer.count, Int(UInt32.max))
    unsafe stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(capacity)
    while unsafe stream.pointee.avail_out > 0 {
      if unsafe stream.pointee.avail_in == 0 { refill() }
      switch state {
      case .member: inflateMember()
      case .boundary: startNextMember()
      case .ended, .failed: break
      }
      if case .ended = state { break }
      if case .failed = state { break }
    }
    let count = capacity - Int(unsafe stream.pointee.avail_out)
    if count == 0, case .failed(let failure) = state { throw failure }
    return count
  }

  private func refill() {
    let count = unsafe upstream.read(into: input)
    unsafe stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = UInt32(count)
  }

  private func inflateMember() {
    switch unsafe inflate(stream, Z_NO_FLUSH) {
    case Z_OK: break
    case Z_STREAM_END: state = .boundary
    case Z_BUF_ERROR where unsafe stream.pointee.avail_in == 0:
      state = .failed(upstream.failure ?? SourceFailure(.cut, "gzip data ends too early"))
    default:
      let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "invalid data"
      state = .failed(SourceFailure(.damaged, "gzip: \(reason)"))
    }
  }

  private func startNextMember() {
    guard unsafe stream.pointee.avail_in > 0 else {
      state = upstream.failure.map { .failed($0) } ?? .ended
      return
    }
    guard unsafe stream.pointee.next_in.pointee == 0x1f else {
      hasTrailingBytes = true
      state = .ended
      return
    }
    unsafe inflateReset(stream)
    state = .member
  }
}
