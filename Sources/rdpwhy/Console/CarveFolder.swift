import ArgumentParser
import Foundation
import Reporting

/// The folder that carved captures go to: each is complete under its name, or not there.
struct CarveFolder {
  private let folder: String
  private let replaces: Bool
  private let inputs: [String]

  init(path: String, replaces: Bool, inputs: [String]) {
    folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    self.replaces = replaces
    self.inputs = inputs
  }

  /// A `uid` is a letter and digits: safe as a name everywhere.
  func path(of uid: String) -> String { "\(folder)/\(uid).pcapng" }
  func partialPath(of uid: String) -> String { path(of: uid) + ".partial" }

  /// Refuses captures that are there, before anything is written.
  func begin(_ uids: [String]) throws {
    for uid in uids {
      _ = try OutputFile(
        path: path(of: uid), replaces: replaces, inputs: inputs, makesFolder: true)
    }
    try reporting(folder) {
      try FileManager.default.createDirectory(
        at: URL(filePath: folder), withIntermediateDirectories: true)
    }
  }

  /// Begins the captures anew. A link in their place is removed, never followed.
  func empty(_ uids: [String]) throws {
    for uid in uids {
      let place = URL(filePath: partialPath(of: uid))
      try reporting(place.path) {
        try? FileManager.default.removeItem(at: place)
        try Data().write(to: place, options: .withoutOverwriting)
      }
    }
  }

  /// Files are opened for each piece: there can be more captures than a process may have open.
  func append(_ bytes: [UInt8], to uid: String) throws {
    guard !bytes.isEmpty else { return }
    try reporting(partialPath(of: uid)) {
      let handle = try FileHandle(forWritingTo: URL(filePath: partialPath(of: uid)))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    }
  }

  func complete(_ uid: String) throws {
    let target = URL(filePath: path(of: uid))
    try reporting(target.path) {
      if replaces, FileManager.default.fileExists(atPath: target.path) {
        try FileManager.default.removeItem(at: target)
      }
      try FileManager.default.moveItem(
        at: URL(filePath: partialPath(of: uid)), to: target)
    }
  }

  private func reporting(_ path: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      Diagnostics.report("\(path): \(error.reason)")
      throw ExitCode(Int32(EX_IOERR))
    }
  }
}
