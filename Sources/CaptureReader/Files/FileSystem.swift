import Glibc

/// Why the system did not do what it was asked for.
public struct FileProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system's error number.
  public var number: CInt

  public init(number: CInt) { self.number = number }

  public var description: String { systemMessage(number) }
}

/// Files and folders, by names as `FileName` has them.
public enum FileSystem {
  /// What an empty new file is made with, less the process's mask.
  private static let mode: mode_t = 0o666

  static func withPath<Result>(
    _ path: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    if FileName.isUTF8(path) { return unsafe path.withCString(body) }
    let bytes = FileName.bytes(of: path).map { CChar(bitPattern: $0) } + [0]
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return unsafe "".withCString(body) }
      return unsafe body(start)
    }
  }

  /// The names in a folder, in the order of their bytes; nil where it cannot be read.
  public static func names(in folder: String) -> [String]? {
    guard let stream = unsafe withPath(folder, { unsafe opendir($0) }) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(stream) {
      // From the entry itself, which is shorter than its type where the name is.
      let start = unsafe UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
      let length = unsafe strnlen(start.assumingMemoryBound(to: CChar.self), nameLimit)
      let name = unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: length))
      if name != [dot], name != [dot, dot] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map(FileName.text(of:))
  }

  private static let dot = UInt8(ascii: ".")
  /// `d_name` with its end.
  private static let nameLimit = 256

  /// - Returns: a descriptor that the caller closes.
  public static func openForReading(_ path: String) throws(FileProblem) -> CInt {
    try descriptor(unsafe withPath(path) { unsafe Glibc.open($0, O_RDONLY | O_CLOEXEC) })
  }

  /// A device, a pipe, or what a descriptor of this process leads to; nothing is made or cut.
  public static func openStream(_ path: String) throws(FileProblem) -> CInt {
    if let number = descriptor(named: path) {
      return try descriptor(fcntl(number, F_DUPFD_CLOEXEC, 0))
    }
    return try descriptor(
      unsafe withPath(path) { unsafe Glibc.open($0, O_WRONLY | O_NOCTTY | O_CLOEXEC) })
  }

  /// A new file; what stands there, be it a link, is no new one.
  public static func create(_ path: String) throws(FileProblem) -> CInt {
    try descriptor(
      unsafe withPath(path) {
        unsafe Glibc.open($0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      })
  }

  /// Removes a file or a link, not what it leads to; where there is none, that is as well.
  public static func remove(_ path: String) throws(FileProblem) {
    guard unsafe withPath(path, { unsafe unlink($0) }) != 0, errno != ENOENT else { return }
    throw FileProblem(number: errno)
  }

  /// Gives a file another name, at once.
  ///
  /// - Parameter replacing: takes the place of a file of that name; else it is a failure.
  public static func move(
    _ path: String, to target: String, replacing: Bool
  ) throws(FileProblem) {
    let result = unsafe withPath(path) { old in
      unsafe withPath(target) { new in
        if replacing { return unsafe rename(old, new) }
        guard unsafe link(old, new) == 0 else {
          // Where a file has one name only, it is looked first.
          guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else { return -1 }
          guard unsafe access(new, F_OK) != 0 else {
            errno = EEXIST
            return -1
          }
          return unsafe rename(old, new)
        }
        return unsafe unlink(old)
      }
    }
    if result != 0 { throw FileProblem(number: errno) }
  }

  /// Whether another process holds a lock on some of a file (POSIX, as SQLite's are).
  public static func isLocked(_ path: String) -> Bool {
    guard let descriptor = try? openForReading(path) else { return false }
    defer { close(descriptor) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    guard unsafe withUnsafeMutablePointer(to: &lock, { unsafe fcntl(descriptor, F_GETLK, $0) }) == 0
    else { return false }
    return lock.l_type != Int16(F_UNLCK)
  }

  public static func isWritable(_ path: String) -> Bool {
    unsafe withPath(path) { unsafe access($0, W_OK) } == 0
  }

  /// The path without links; nil where there is nothing.
  public static func resolved(_ path: String) -> String? {
    guard let real = unsafe withPath(path, { unsafe realpath($0, nil) }) else { return nil }
    defer { unsafe free(real) }
    let length = unsafe strlen(real)
    return FileName.text(of: unsafe [UInt8](UnsafeRawBufferPointer(start: real, count: length)))
  }

  /// All of a small file; nil where it cannot be read or has more than `limit` bytes.
  public static func contents(of path: String, limit: Int) -> [UInt8]? {
    guard let descriptor = try? openForReading(path) else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0, errno != EINTR { return nil }
      bytes += chunk.prefix(max(0, count))
    }
    return nil
  }

  /// A path in UTF-8 to a folder of any name, for what takes no other ones; it holds while the process
  /// runs. Nil where there is no such folder.
  public static func alias(ofFolder path: String) -> String? {
    if FileName.isUTF8(path) { return path }
    let number = unsafe withPath(path) {
      unsafe Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    return number < 0 ? nil : "/proc/self/fd/\(number)"
  }

  /// The number in `/dev/fd/3` and the like; nil for other paths.
  public static func descriptor(named path: String) -> CInt? {
    switch path {
    case "/dev/stdin": return STDIN_FILENO
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      let prefix = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
      return prefix.flatMap { CInt(path.dropFirst($0.count)) }
    }
  }

  private static func descriptor(_ number: CInt) throws(FileProblem) -> CInt {
    guard number >= 0 else { throw FileProblem(number: errno) }
    return number
  }
}
