import CaptureReader
import Foundation

/// Finds the files that typed paths mean: folders with all below them, patterns, and lists.
///
/// The order is that of the names' bytes, so that every machine makes the same plan.
struct PathWalk {
  struct File: Hashable {
    var path: String
    /// Met in a folder: what is no capture there is nobody's mistake.
    var isFound: Bool
  }

  private(set) var files: [File] = []
  private var known: Set<String> = []

  /// Folders inside each other; links to folders are not followed, so this is no loop's limit.
  private static let depthLimit = 128

  /// - Throws: where a list cannot be read.
  init(_ typed: [String]) throws {
    for path in typed { try add(path, mayBeList: true) }
  }

  private mutating func add(_ path: String, mayBeList: Bool) throws {
    if mayBeList, path.hasPrefix("@") {
      let text = try String(contentsOf: URL(filePath: String(path.dropFirst())), encoding: .utf8)
      for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
        try add(String(line), mayBeList: false)
      }
    } else if FileManager.default.fileExists(atPath: path) {
      addExisting(path)
    } else if let pattern = PathPattern(path) {
      for match in pattern.matches() { addExisting(match) }
    } else {
      append(File(path: path, isFound: false))
    }
  }

  private mutating func addExisting(_ path: String) {
    if FileStatus(path: path)?.kind == .folder {
      walk(path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0)
    } else {
      append(File(path: path, isFound: false))
    }
  }

  private mutating func walk(_ folder: String, depth: Int) {
    guard depth < Self.depthLimit,
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: folder.isEmpty ? "/" : folder)
    else { return append(File(path: folder, isFound: false)) }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let path = folder == "." ? name : folder + "/" + name
      switch FileStatus(path: path, followingLinks: false)?.kind {
      case .folder: walk(path, depth: depth + 1)
      case .regular: append(File(path: path, isFound: true))
      case .link where FileStatus(path: path)?.kind == .regular:
        append(File(path: path, isFound: true))
      // Pipes and devices would keep the run waiting.
      default: break
      }
    }
  }

  private mutating func append(_ file: File) {
    if known.insert(file.path).inserted { files.append(file) }
  }
}
