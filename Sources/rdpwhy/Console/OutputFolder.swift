import ArgumentParser
import Foundation
import Reporting

/// A folder for results that are several files: all complete under their names, or none there.
struct OutputFolder {
  private let files: [(name: String, file: OutputFile)]
  private let path: String

  /// Whether the user means a folder: the path ends in a slash, or a folder has this name.
  static func isMeant(by path: String) -> Bool {
    let place = URL(filePath: path)
    return path.hasSuffix("/")
      || (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
  }

  /// Refuses files that are there, unless they are to be replaced, and inputs in any case.
  init(path: String, names: [String], replaces: Bool, inputs: [String]) throws {
    self.path = path
    files = try names.map { name in
      let place = path.hasSuffix("/") ? path + name : path + "/" + name
      return (name, try OutputFile(path: place, replaces: replaces, inputs: inputs))
    }
  }

  /// Writes all files beside their names, and renames them when all are done.
  func write(_ body: (_ name: String, FileHandle) throws -> Void) throws {
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: path), withIntermediateDirectories: true)
    } catch {
      Diagnostics.report("\(path): \(error.reason)")
      throw ExitCode(Int32(EX_IOERR))
    }
    for (name, file) in files { try file.writePartial { try body(name, $0) } }
    for (_, file) in files { try file.rename() }
  }
}
