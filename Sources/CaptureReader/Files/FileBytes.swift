import Glibc

/// The bytes of a file, a pipe or standard input.
final class FileBytes: ByteSource, StoredBytes {
  let file: FileHandle
  let monitor: ReadingMonitor?
  /// Bytes read so far: what ratio limits are measured against.
  private(set) var bytesRead = 0
  let total: Int?
  /// Of the bytes that are read; nil where nobody asks for it.
  private let digest: RunningDigest?

  init(
    _ file: consuming FileHandle, monitor: ReadingMonitor? = nil, digest: RunningDigest? = nil
  ) {
    total = file.size
    self.file = file
    self.monitor = monitor
    self.digest = digest
  }

  // A decoder knows where its data end, and does not ask for more.
  deinit { if bytesRead == total { digest?.finish() } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
    try monitor?.check()
    while true {
      let count = unsafe Glibc.read(file.descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        bytesRead &+= count
        monitor?.count(count)
        if let digest {
          if count == 0, buffer.count > 0 { digest.finish() }
          unsafe digest.update(
            UnsafeRawBufferPointer(start: buffer.baseAddress, count: count))
        }
        return count
      }
      guard errno == EINTR else {
        throw SourceFailure(.unreadable, systemMessage(errno))
      }
    }
  }
}

/// An open file descriptor.
struct FileHandle: ~Copyable {
  let descriptor: CInt
  private let closesOnEnd: Bool
  /// Of a regular file.
  let size: Int?

  deinit { if closesOnEnd { close(descriptor) } }

  /// - Throws: the system's reason.
  static func open(_ source: CaptureSource) throws(SourceFailure) -> FileHandle {
    let descriptor: CInt
    switch source {
    case .standardInput: descriptor = STDIN_FILENO
    case .file(let path):
      descriptor = unsafe FileSystem.withPath(path) {
        unsafe Glibc.open($0, O_RDONLY | O_CLOEXEC)
      }
      guard descriptor >= 0 else { throw SourceFailure(.unreadable, systemMessage(errno)) }
    case .entry(let entry): return try open(.file(entry.archive))
    }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let kind = isKnown ? status.st_mode & S_IFMT : 0
    let handle = FileHandle(
      descriptor: descriptor, closesOnEnd: source != .standardInput,
      size: kind == S_IFREG ? Int(status.st_size) : nil)
    if kind == S_IFDIR { throw SourceFailure(.unreadable, "is a directory") }
    return handle
  }
}

/// The system's text for an error number.
func systemMessage(_ number: CInt) -> String {
  unsafe String(cString: strerror(number))
}
