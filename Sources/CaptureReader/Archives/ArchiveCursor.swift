import CArchive
import Glibc

/// Goes through the entries of a tar, zip or 7z archive in their order; nothing is written to disk.
@safe final class ArchiveCursor {
  private let archive: OpaquePointer
  /// What libarchive reads from; kept for as long as it does.
  private let feed: ArchiveFeed?
  private let file: FileHandle?
  private let memory: [UInt8]?
  private let limits: ReadingLimits
  /// Bytes that are stored, for the ratio of what entries claim.
  private let stored: any StoredBytes
  private var claimed = 0
  private var yielded = 0
  /// To pass over an entry takes no more than to read its header: the next one's place is known.
  private let skipsFreely: Bool
  /// Index of the current entry; -1 before the first.
  private(set) var index = -1
  private(set) var header: Header?

  struct Header {
    var index: Int
    var name: String
    var isFile: Bool
    /// nil where the archive does not say.
    var size: Int?
  }

  /// `AE_IFREG`, whose cast the importer does not read.
  private static let regularFile: mode_t = 0o100000

  enum Kind {
    case tar
    case zip
    case sevenZip
  }

  /// Streams an archive: a tar, or a zip as far as its local headers go.
  init(streaming kind: Kind, _ bytes: PeekedBytes, stored: any StoredBytes, limits: ReadingLimits)
    throws(SourceFailure)
  {
    unsafe archive = try Self.start(kind, isSeekable: false)
    feed = ArchiveFeed(bytes)
    file = nil
    memory = nil
    skipsFreely = false
    self.stored = stored
    self.limits = limits
    guard let feed else { return }
    unsafe try check(
      archive_read_open(
        archive, Unmanaged.passUnretained(feed).toOpaque(), nil,
        { _, context, block in
          guard let context = unsafe context, let block = unsafe block else { return -1 }
          let feed = unsafe Unmanaged<ArchiveFeed>.fromOpaque(context).takeUnretainedValue()
          return unsafe feed.next(&block.pointee)
        }, nil))
  }

  /// Reads an archive of which every place can be reached.
  init(seeking kind: Kind, path: String, monitor: ReadingMonitor?, limits: ReadingLimits)
    throws(SourceFailure)
  {
    unsafe archive = try Self.start(kind, isSeekable: true)
    let file = try FileHandle.open(.file(path))
    stored = StoredFile(size: file.size, monitor: monitor)
    let descriptor = file.descriptor
    self.file = consume file
    feed = nil
    memory = nil
    skipsFreely = kind == .zip
    self.limits = limits
    unsafe try check(archive_read_open_fd(archive, descriptor, 64 << 10))
  }

  /// Reads an archive that lies in memory: a nested one.
  init(_ kind: Kind, in bytes: [UInt8], stored: any StoredBytes, limits: ReadingLimits)
    throws(SourceFailure)
  {
    unsafe archive = try Self.start(kind, isSeekable: true)
    memory = bytes
    feed = nil
    file = nil
    skipsFreely = kind == .zip
    self.stored = stored
    self.limits = limits
    // The array is never changed, so its storage stays where it is for as long as this object lives.
    let archive = unsafe archive
    let result = unsafe bytes.withUnsafeBytes {
      unsafe archive_read_open_memory(archive, $0.baseAddress, $0.count)
    }
    try check(result)
  }

  deinit { unsafe archive_read_free(archive) }

  /// libarchive converts names to the locale's characters; to those of the C locale one by one, which
  /// for a name of a megabyte takes seconds.
  private static let locale: Void = {
    _ = unsafe setlocale(LC_CTYPE, "C.UTF-8")
  }()

  private static func start(_ kind: Kind, isSeekable: Bool) throws(SourceFailure) -> OpaquePointer {
    locale
    guard let archive = unsafe archive_read_new() else {
      throw SourceFailure(.damaged, "libarchive does not start")
    }
    switch (kind, isSeekable) {
    case (.tar, _): unsafe archive_read_support_format_tar(archive)
    case (.zip, true): unsafe archive_read_support_format_zip_seekable(archive)
    case (.zip, false): unsafe archive_read_support_format_zip_streamable(archive)
    case (.sevenZip, _): unsafe archive_read_support_format_7zip(archive)
    }
    return unsafe archive
  }

  private func check(_ result: CInt) throws(SourceFailure) {
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw failure }
  }

  private var failure: SourceFailure {
    if let failure = feed?.upstream.failure { return failure }
    let message =
      unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "invalid data"
    return SourceFailure(message.contains("runcated") ? .cut : .damaged, message)
  }

  /// Moves to the next entry; nil at the archive's end.
  func next() throws(SourceFailure) -> Header? {
    guard index + 1 < limits.archiveEntries else {
      throw SourceFailure(.limit, "more than \(limits.archiveEntries) entries")
    }
    var entry: OpaquePointer?
    let result = unsafe archive_read_next_header(archive, &entry)
    if result == ARCHIVE_EOF {
      if let failure = feed?.upstream.failure { throw failure }
      header = nil
      return nil
    }
    try check(result)
    index += 1
    let found = unsafe Header(
      index: index, name: name(of: entry),
      isFile: archive_entry_filetype(entry) == Self.regularFile
        && archive_entry_hardlink(entry) == nil,
      size: archive_entry_size_is_set(entry) != 0
        ? Self.size(archive_entry_size(entry)) : nil)
    try account(found)
    header = found
    return found
  }

  /// Sizes of 2⁶³ and more arrive as negative ones.
  private static func size(_ claim: Int64) -> Int { claim < 0 ? .max : Int(clamping: claim) }

  /// What it took to come here, in bytes.
  var passed: Int {
    if let feed { return feed.bytesRead }
    return skipsFreely ? (index + 1) * Self.headerCost : claimed
  }

  private static let headerCost = 512

  /// Skipping costs decompression too, so what entries claim to hold counts whether it is read or
  /// not.
  private func account(_ header: Header) throws(SourceFailure) {
    claimed = claimed.addingSaturating(header.size ?? 0)
    try bound(claimed)
  }

  /// Of what all entries hold together: one after the other they could be the same stored bytes.
  private func bound(_ bytes: Int) throws(SourceFailure) {
    if bytes > limits.decompressedBytes, bytes > stored.total ?? 0 {
      throw SourceFailure(.limit, "more than \(limits.decompressedBytes) bytes in its entries")
    }
    if bytes > limits.ratioGrace,
      bytes / max(1, limits.compressionRatio) > stored.total ?? .max
    {
      throw SourceFailure(
        .limit, "more than \(limits.compressionRatio) bytes in its entries for each stored byte")
    }
  }

  private func name(of entry: OpaquePointer?) -> String {
    // Either is absent where the name cannot be converted.
    let raw = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    guard let raw = unsafe raw else { return "entry \(index)" }
    let length = unsafe strnlen(raw, max(1, limits.textBytes))
    guard length > 0 else { return "entry \(index)" }
    let bytes = unsafe UnsafeRawBufferPointer(start: raw, count: length)
    return FileName.text(of: unsafe [UInt8](bytes))
  }

  /// The current entry's bytes, until the cursor moves.
  func contents() -> any ByteSource { EntryBytes(cursor: self) }

  fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    let count = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw failure }
    yielded = yielded.addingSaturating(count)
    try bound(yielded)
    return count
  }
}

/// The bytes of one entry.
private final class EntryBytes: ByteSource {
  private let cursor: ArchiveCursor
  private let index: Int

  init(cursor: ArchiveCursor) {
    self.cursor = cursor
    index = cursor.index
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    guard cursor.index == index else { return 0 }
    return unsafe try cursor.read(into: buffer)
  }
}
