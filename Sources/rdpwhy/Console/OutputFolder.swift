import ArgumentParser
import CaptureReader
import Foundation
import Reporting

/// A folder for results that are several files: all complete under their names, or none there.
struct OutputFolder {
  private let files: [OutputFile]
  let path: String

  /// Whether the user means a folder: the path ends in a slash, a folder has this name, or nothing has
  /// it and it has no extension (`-o tables`).
  static func isMeant(by path: String) -> Bool {
    if path.hasSuffix("/") { return true }
    guard let kind = FileStatus(path: path)?.kind else {
      return URL(filePath: path).pathExtension.isEmpty
    }
    return kind == .folder
  }

  /// Refuses files that are there, unless they are to be replaced, and inputs in any case.
  init(path: String, names: [String], replaces: Bool, inputs: [String]) throws {
    self.path = path
    files = try names.map { name in
      let place = path.hasSuffix("/") ? path + name : path + "/" + name
      return try OutputFile(
        path: place, replaces: replaces, inputs: inputs, makesFolder: true)
    }
  }

  /// Refuses to write in the place of an input.
  func check(against inputs: [String]) throws {
    for file in files { try file.check(against: inputs) }
  }

  /// Writes all files beside their names, and renames them when all are done.
  /// - Parameters:
  ///   - isComplete: asked at the end; what is not complete stays beside the names.
  ///   - body: gets the files in the order of their names as they were given.
  func write(isComplete: () -> Bool = { true }, _ body: ([FileHandle]) throws -> Void) throws {
    do {
      if FileStatus(path: path)?.kind != .folder {
        try FileManager.default.createDirectory(
          at: URL(filePath: path), withIntermediateDirectories: true)
      }
    } catch {
      Diagnostics.report("\(path): \(error.reason)")
      throw ExitCode(Int32(EX_IOERR))
    }
    try open(files[...], opened: [], body)
    guard isComplete() else { return }
    for file in files { try file.rename() }
  }

  private func open(
    _ rest: ArraySlice<OutputFile>, opened: [FileHandle], _ body: ([FileHandle]) throws -> Void
  ) throws {
    guard let first = rest.first else { return try body(opened) }
    try first.writePartial { try open(rest.dropFirst(), opened: opened + [$0], body) }
  }
}
