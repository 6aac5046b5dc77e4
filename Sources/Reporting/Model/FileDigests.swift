import Analysis
public import CaptureReader
import Crypto
import Dispatch
import Foundation
import Synchronization

/// SHA-256 of the files that an analysis reads, computed on a thread of its own beside it.
///
/// Of an entry of an archive it is the archive's.
public final class FileDigests: Sendable {
  /// Bytes read at a time.
  private static let chunk = 1 << 20

  /// By path.
  private let found = Mutex<[String: String]>([:])
  /// Where inputs lie, by their names.
  private let places: [String: String]
  private let work = DispatchGroup()

  /// - Parameter isCancelled: asked between the pieces of a file.
  public init(_ sources: [CaptureSource], isCancelled: @escaping @Sendable () -> Bool) {
    var places: [String: String] = [:]
    var paths: [String] = []
    var known: Set<String> = []
    for source in sources {
      // A pipe gives its bytes once only.
      guard let path = Self.path(source), FileStatus(path: path)?.kind == .regular else { continue }
      places[source.name] = path
      if known.insert(path).inserted { paths.append(path) }
    }
    self.places = places
    guard !paths.isEmpty else { return }
    DispatchQueue.global(qos: .utility).async(group: work) { [self, paths] in
      for path in paths where !isCancelled() {
        guard let digest = Self.digest(ofFile: path, isCancelled) else { continue }
        found.withLock { $0[path] = digest }
      }
    }
  }

  /// The digest of what an input was read from, in hexadecimal digits; waits until all are there.
  func digest(ofInput name: String) -> String? {
    work.wait()
    return places[name].flatMap { path in found.withLock { $0[path] } }
  }

  private static func path(_ source: CaptureSource) -> String? {
    switch source {
    case .file(let path): path
    case .entry(let entry): entry.archive
    case .standardInput: nil
    }
  }

  /// Nil where the file cannot be read to its end.
  private static func digest(ofFile path: String, _ isCancelled: () -> Bool) -> String? {
    var hash = SHA256()
    do {
      let handle = try FileHandle.reading(path)
      while let data = try handle.read(upToCount: chunk), !data.isEmpty {
        if isCancelled() { return nil }
        hash.update(data: data)
      }
    } catch {
      return nil
    }
    return hash.finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
    }.joined()
  }
}
