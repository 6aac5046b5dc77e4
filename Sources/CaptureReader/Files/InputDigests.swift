import Crypto
import Glibc
import Synchronization

/// What is known of an input's SHA-256.
public enum InputDigest: Sendable, Hashable {
  /// Its hexadecimal digits.
  case known(String)
  case unknown(Reason)

  public enum Reason: String, Sendable, CaseIterable {
    /// Nobody asked for it.
    case off
    /// It is larger than what is hashed without being asked.
    case tooLarge = "too_large"
    /// It could not be read to its end, or only once and not to its end.
    case notRead = "not_read"
  }
}

/// SHA-256 of inputs as they lie there, computed from the bytes that are read of them: compressed where
/// they are, of an entry its archive's.
///
/// What a reader does not read to its end (a damaged capture, a zip) is hashed by itself afterwards.
public final class InputDigests: Sendable {
  /// Larger inputs are hashed only where that is asked for: hashing costs about as much as reading a
  /// capture of whole frames, which is nothing for what goes with a ticket and minutes for a disk full
  /// of rings.
  public static let usualLimit = 16 << 20

  /// Bytes that an input may have.
  let limit: Int
  private let found = Mutex<[CaptureSource: Found]>([:])

  private struct Found {
    var digest: InputDigest
    /// As it was when its reading began; nil for what is no regular file.
    var status: FileStatus?
    /// It is of the bytes that an analysis read.
    var wasRead: Bool
  }

  public init(limit: Int = InputDigests.usualLimit) { self.limit = limit }

  /// Hashes what is about to be read; nil where that is too much, or was done.
  func begin(_ source: CaptureSource) -> RunningDigest? {
    let place = Self.place(of: source)
    let status = Self.status(of: place)
    let isKnown = found.withLock { found in
      found[place].map { $0.wasRead && $0.status != nil && $0.status == status } ?? false
    }
    guard !isKnown, status.map({ $0.size <= limit }) ?? true else { return nil }
    return RunningDigest(limit: limit) { [self] digest in
      found.withLock { $0[place] = Found(digest: digest, status: status, wasRead: true) }
    }
  }

  /// - Parameter isCancelled: asked between the pieces of a file.
  func digest(of source: CaptureSource, _ isCancelled: () -> Bool) -> InputDigest {
    let place = Self.place(of: source)
    let status = Self.status(of: place)
    let known = found.withLock { $0[place] }
    if let known, known.wasRead || known.status == status { return known.digest }
    guard let status, case .file(let path) = place else { return .unknown(.notRead) }
    guard status.size <= limit else { return .unknown(.tooLarge) }
    guard let digest = digest(ofFile: path, isCancelled) else { return .unknown(.notRead) }
    found.withLock { $0[place] = Found(digest: digest, status: status, wasRead: false) }
    return digest
  }

  /// Bytes read at a time.
  private static let chunk = 1 << 20

  /// Nil where the file cannot be read to its end.
  private func digest(ofFile path: String, _ isCancelled: () -> Bool) -> InputDigest? {
    guard let file = try? FileHandle.open(.file(path)) else { return nil }
    let bytes = FileBytes(file)
    var result: InputDigest?
    let running = RunningDigest(limit: limit) { result = $0 }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while !isCancelled(), let count = unsafe try? bytes.read(into: buffer) {
      if count == 0 {
        running.finish()
        break
      }
      unsafe running.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    return result
  }

  /// Where the bytes lie.
  private static func place(of source: CaptureSource) -> CaptureSource {
    if case .entry(let entry) = source { .file(entry.archive) } else { source }
  }

  /// Nil for what is no regular file: a pipe gives its bytes once only.
  private static func status(of place: CaptureSource) -> FileStatus? {
    guard case .file(let path) = place, let status = FileStatus(path: path),
      status.kind == .regular
    else { return nil }
    return status
  }
}

/// The SHA-256 of an input that is being read.
final class RunningDigest {
  private var hash: SHA256? = SHA256()
  private var count = 0
  private let limit: Int
  private let ended: (InputDigest) -> Void

  init(limit: Int, _ ended: @escaping (InputDigest) -> Void) {
    self.limit = limit
    self.ended = ended
  }

  func update(_ bytes: UnsafeRawBufferPointer) {
    guard hash != nil else { return }
    count = count.addingSaturating(bytes.count)
    guard count <= limit else {
      hash = nil
      return ended(.unknown(.tooLarge))
    }
    unsafe hash?.update(bufferPointer: bytes)
  }

  /// The input is read to its end.
  func finish() {
    guard let hash else { return }
    self.hash = nil
    ended(
      .known(
        hash.finalize().map { byte in
          String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
        }.joined()))
  }
}
