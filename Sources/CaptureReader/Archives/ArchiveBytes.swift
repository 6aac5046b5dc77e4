import CArchive

/// The decompressed bytes of a compressed file that is no archive, by libarchive's filters.
@safe final class ArchiveBytes: ByteSource {
  private let handle: ArchiveHandle
  private let feed: ArchiveFeed
  private var block = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
  private var state = State.open

  private enum State {
    case open
    case ended
    case failed(SourceFailure)
  }

  init(_ upstream: PeekedBytes) throws(SourceFailure) {
    feed = ArchiveFeed(upstream)
    handle = try ArchiveHandle()
    switch handle.start(with: feed) {
    case ARCHIVE_OK, ARCHIVE_WARN: break
    case ARCHIVE_EOF: state = .ended
    default: state = .failed(Self.failure(of: handle, feed: feed))
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    var filled = 0
    while filled < buffer.count {
      if unsafe block.isEmpty {
        guard case .open = state else { break }
        nextBlock()
        continue
      }
      let count = unsafe min(block.count, buffer.count - filled)
      unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: block[..<count]))
      unsafe block = UnsafeRawBufferPointer(rebasing: block[count...])
      filled += count
    }
    if filled == 0, case .failed(let failure) = state { throw failure }
    return filled
  }

  private func nextBlock() {
    switch unsafe handle.nextBlock(&block) {
    case ARCHIVE_OK, ARCHIVE_WARN: break
    case ARCHIVE_EOF: state = .ended
    default: state = .failed(Self.failure(of: handle, feed: feed))
    }
  }

  private static func failure(of handle: borrowing ArchiveHandle, feed: ArchiveFeed)
    -> SourceFailure
  {
    if let failure = feed.upstream.failure { return failure }
    let message = handle.message
    // liblzma says of data that ends too early that it makes no progress.
    let isCut = message.contains("runcated") || message.contains("No progress")
    return SourceFailure(isCut ? .cut : .damaged, message)
  }
}

/// libarchive's reader, with the raw format and the filters that run inside of this process.
@safe struct ArchiveHandle: ~Copyable {
  private let archive: OpaquePointer

  init() throws(SourceFailure) {
    guard let archive = unsafe archive_read_new() else {
      throw SourceFailure(.damaged, "libarchive does not start")
    }
    unsafe self.archive = archive
    // Not `filter_all`: that one starts other programs for filters it was built without.
    unsafe archive_read_support_filter_zstd(archive)
    unsafe archive_read_support_filter_xz(archive)
    unsafe archive_read_support_filter_lzma(archive)
    unsafe archive_read_support_filter_lzip(archive)
    unsafe archive_read_support_filter_bzip2(archive)
    unsafe archive_read_support_filter_lz4(archive)
    unsafe archive_read_support_filter_compress(archive)
    unsafe archive_read_support_format_raw(archive)
    unsafe archive_read_support_format_empty(archive)
  }

  deinit { unsafe archive_read_free(archive) }

  /// Opens the input and its only entry; `feed` must outlive the handle.
  borrowing func start(with feed: ArchiveFeed) -> CInt {
    let result = unsafe archive_read_open(
      archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
      { _, context, block in
        guard let context = unsafe context, let block = unsafe block else { return -1 }
        let feed = unsafe Unmanaged<ArchiveFeed>.fromOpaque(context).takeUnretainedValue()
        return unsafe feed.next(&block.pointee)
      }, nil)
    guard result == ARCHIVE_OK else { return result }
    var entry: OpaquePointer?
    return unsafe archive_read_next_header(archive, &entry)
  }

  /// The next decompressed bytes, valid until the next call.
  borrowing func nextBlock(_ block: inout UnsafeRawBufferPointer) -> CInt {
    var start: UnsafeRawPointer?
    var count = 0
    var offset: Int64 = 0
    let result = unsafe archive_read_data_block(archive, &start, &count, &offset)
    let isUsable = result == ARCHIVE_OK || result == ARCHIVE_WARN
    unsafe block = UnsafeRawBufferPointer(start: start, count: isUsable ? count : 0)
    return result
  }

  var message: String {
    unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "invalid data"
  }
}

/// Hands stored bytes to libarchive in chunks.
@safe final class ArchiveFeed {
  let upstream: PeekedBytes
  private(set) var bytesRead = 0
  private let chunk: UnsafeMutableRawBufferPointer

  init(_ upstream: PeekedBytes) {
    self.upstream = upstream
    unsafe chunk = .allocate(byteCount: 256 << 10, alignment: 16)
  }

  deinit { unsafe chunk.deallocate() }

  func next(_ start: inout UnsafeRawPointer?) -> Int {
    unsafe start = UnsafeRawPointer(chunk.baseAddress)
    let count = unsafe upstream.read(into: chunk)
    bytesRead = bytesRead.addingSaturating(count)
    return count
  }
}
