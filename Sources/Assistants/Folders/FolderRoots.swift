import CaptureReader
import Foundation

/// The folders below which an assistant may have files read, and nothing else.
public struct FolderRoots: Sendable {
  /// Why a path is not read.
  enum Refusal: Error, Hashable {
    case outside
    case missing
    case notAFile
    case tooMany(limit: Int)
  }

  /// Files of one folder, with all below it.
  static let mostFiles = 10_000
  /// Folders inside each other.
  private static let deepest = 64

  /// Without links.
  private let folders: [String]

  /// - Returns: nil where one of them is no folder.
  public init?(_ paths: [String]) {
    var folders: [String] = []
    for path in paths {
      let place = Self.withoutLinks(path)
      guard FileStatus(path: place, followingLinks: false)?.kind == .folder else { return nil }
      folders.append(place)
    }
    guard !folders.isEmpty else { return nil }
    self.folders = folders
  }

  /// The regular files that a client's path means: itself, or those below a folder, in the order of
  /// their names' bytes. Relative paths are looked for in each root.
  ///
  /// Links are followed before the place is judged, so that none leads out.
  func files(_ path: String) throws(Refusal) -> [String] {
    let place = try resolved(path)
    switch FileStatus(path: place, followingLinks: false)?.kind {
    case .regular: return [place]
    case .folder:
      var files: [String] = []
      try walk(place, depth: 0, into: &files)
      return files
    default: throw .notAFile
    }
  }

  private func resolved(_ path: String) throws(Refusal) -> String {
    guard !path.isEmpty, !path.utf8.contains(0),
      !path.split(separator: "/").contains("..")
    else { throw .outside }
    let places = path.hasPrefix("/") ? [path] : folders.map { $0 + "/" + path }
    guard let place = places.first(where: { FileStatus(path: $0) != nil }) else {
      // A path elsewhere is not even said to be there or not.
      throw path.hasPrefix("/") && !contains(path) ? .outside : .missing
    }
    let real = Self.withoutLinks(place)
    guard contains(real) else { throw .outside }
    return real
  }

  private func walk(_ folder: String, depth: Int, into files: inout [String]) throws(Refusal) {
    guard depth < Self.deepest, let names = FileSystem.names(in: folder) else { return }
    for name in names {
      let path = folder + "/" + name
      switch FileStatus(path: path, followingLinks: false)?.kind {
      case .folder: try walk(path, depth: depth + 1, into: &files)
      case .regular: files.append(path)
      case .link:
        let real = Self.withoutLinks(path)
        if contains(real), FileStatus(path: real, followingLinks: false)?.kind == .regular {
          files.append(real)
        }
      default: break
      }
      guard files.count <= Self.mostFiles else { throw .tooMany(limit: Self.mostFiles) }
    }
  }

  private func contains(_ path: String) -> Bool {
    folders.contains { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
  }

  private static func withoutLinks(_ path: String) -> String {
    // By the system, so that names which are not UTF-8 hide no link.
    FileSystem.resolved(path)
      ?? URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
