import CaptureReader
import Foundation

/// The folder that carved captures go to: each is complete under its name, or not there.
public struct CarveFolder: Sendable {
  /// A file of the folder could not be written.
  public struct Failure: Error {
    public var path: String
    public var reason: any Error
  }

  private let folder: String
  private let replaces: Bool

  /// - Parameter replaces: captures that are there are replaced.
  public init(path: String, replaces: Bool) {
    folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    self.replaces = replaces
  }

  /// A `uid` is a letter and digits: safe as a name everywhere.
  public func path(of uid: String) -> String { "\(folder)/\(uid).pcapng" }
  func partialPath(of uid: String) -> String { path(of: uid) + ".partial" }

  /// Whether something stands under the capture's name, be it a link that leads nowhere.
  public func holds(_ uid: String) -> Bool {
    FileStatus(path: path(of: uid), followingLinks: false) != nil
  }

  public func create() throws(Failure) {
    try reporting(folder) {
      try FileManager.default.createDirectory(
        at: URL(filePath: folder), withIntermediateDirectories: true)
    }
  }

  /// Begins the captures anew. A link in their place is removed, never followed.
  func empty(_ uids: [String]) throws(Failure) {
    for uid in uids {
      let place = URL(filePath: partialPath(of: uid))
      try reporting(place.path) {
        try? FileManager.default.removeItem(at: place)
        try Data().write(to: place, options: .withoutOverwriting)
      }
    }
  }

  /// Files are opened for each piece: there can be more captures than a process may have open.
  func append(_ bytes: [UInt8], to uid: String) throws(Failure) {
    guard !bytes.isEmpty else { return }
    try reporting(partialPath(of: uid)) {
      let handle = try FileHandle(forWritingTo: URL(filePath: partialPath(of: uid)))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    }
  }

  func complete(_ uid: String) throws(Failure) {
    let target = URL(filePath: path(of: uid))
    try reporting(target.path) {
      if replaces, FileManager.default.fileExists(atPath: target.path) {
        try FileManager.default.removeItem(at: target)
      }
      try FileManager.default.moveItem(
        at: URL(filePath: partialPath(of: uid)), to: target)
    }
  }

  private func reporting(_ path: String, _ body: () throws -> Void) throws(Failure) {
    do {
      try body()
    } catch {
      throw Failure(path: path, reason: error)
    }
  }
}
