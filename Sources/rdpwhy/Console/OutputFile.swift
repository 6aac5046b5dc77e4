import ArgumentParser
import CaptureReader
import Foundation
import Reporting

/// What is wrong with the results themselves, not with the file they go to.
struct ResultsError: Error {
  let reason: any Error
}

/// A file for the results: complete under its name, or not there at all.
struct OutputFile {
  private let path: String
  private let replaces: Bool
  /// A pipe, a terminal, `/dev/null`: written to as it is, never replaced.
  private let isStream: Bool

  /// Refuses a file that is there, unless it is to be replaced, and inputs in any case; also a place
  /// where none can be made, which is better known before the work than after it.
  ///
  /// - Parameter makesFolder: the folder is made when the file is written.
  init(path: String, replaces: Bool, inputs: [String], makesFolder: Bool = false) throws {
    let place = Self.place(path)
    guard !inputs.contains(where: { Self.place($0) == place }) else {
      throw ValidationError("\(TerminalText.escape(path)) is an input; write to another file.")
    }
    isStream = FileStatus(path: path)?.kind == .other
    self.path = path
    self.replaces = replaces
    if isStream { return }
    guard replaces || !FileManager.default.fileExists(atPath: path) else {
      throw ValidationError("\(TerminalText.escape(path)) exists; --force replaces it.")
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard makesFolder || FileManager.default.fileExists(atPath: folder) else {
      throw ValidationError("There is no folder \(TerminalText.escape(folder)).")
    }
    guard
      FileManager.default.isWritableFile(atPath: folder)
        || !FileManager.default.fileExists(atPath: folder)
    else {
      throw ValidationError("\(TerminalText.escape(folder)) may not be written to.")
    }
  }

  func style(_ color: ColorChoice) -> TerminalStyle {
    TerminalStyle(
      color: color == .always ? .always : .never, isTerminal: false,
      environment: ProcessInfo.processInfo.environment)
  }

  /// Writes beside the file and renames when done.
  ///
  /// - Parameter isComplete: asked at the end; what is not complete stays beside the file.
  func write(
    isComplete: () -> Bool = { true }, _ body: (FileHandle) throws -> Void
  ) throws {
    if isStream { return try writeStream(body) }
    try writePartial(body)
    if isComplete() { try rename() }
  }

  private func writeStream(_ body: (FileHandle) throws -> Void) throws {
    try reporting {
      guard let handle = FileHandle(forWritingAtPath: path) else {
        throw CocoaError(.fileWriteNoPermission)
      }
      try body(handle)
      try handle.close()
    }
  }

  /// Writes beside the file.
  func writePartial(_ body: (FileHandle) throws -> Void) throws {
    try reporting {
      let handle = try Self.newFile(partial)
      try body(handle)
      try handle.close()
    }
  }

  /// Lets `body` make a file of its own beside the file; what an earlier run left there is removed.
  func write(
    isComplete: () -> Bool = { true }, makingFile body: (_ path: String) throws -> Void
  ) throws {
    guard !isStream else {
      Diagnostics.report("\(path): a database needs a regular file")
      throw ExitCode(Int32(EX_IOERR))
    }
    try reporting {
      for path in [partial.path, partial.path + "-journal"]
      where FileManager.default.fileExists(atPath: path) {
        try FileManager.default.removeItem(atPath: path)
      }
      try body(partial.path)
    }
    if isComplete() { try rename() }
  }

  /// Gives what was written beside the file the file's name.
  func rename() throws {
    let target = URL(filePath: path)
    try reporting {
      // Foundation's move never replaces, so without --force nothing can be lost to a race.
      if replaces, FileManager.default.fileExists(atPath: path) {
        try FileManager.default.removeItem(at: target)
      }
      try FileManager.default.moveItem(at: partial, to: target)
    }
  }

  /// A new file in the place of an old one of that name. A link there is removed, never followed.
  private static func newFile(_ url: URL) throws -> FileHandle {
    // Removing says whether something is there; asking before would follow a link.
    try? FileManager.default.removeItem(at: url)
    try Data().write(to: url, options: .withoutOverwriting)
    return try FileHandle(forWritingTo: url)
  }

  private var partial: URL { URL(filePath: partialPath) }

  /// Where it lies until it is complete.
  var partialPath: String { isStream ? path : path + ".partial" }

  private func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as ResultsError {
      throw error
    } catch let code as ExitCode {
      // Told already.
      throw code
    } catch {
      Diagnostics.report("\(path): \(error.reason)")
      throw ExitCode(Int32(EX_IOERR))
    }
  }

  private static func place(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
