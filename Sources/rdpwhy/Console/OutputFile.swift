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
  /// A pipe, a terminal, `/dev/null`, `/dev/fd/3`: written to as it is, never replaced.
  let isStream: Bool

  /// Refuses a file that is there, unless it is to be replaced, and inputs in any case; also a place
  /// where none can be made, which is better known before the work than after it.
  ///
  /// - Parameter makesFolder: the folder is made when the file is written.
  init(path: String, replaces: Bool, inputs: [String], makesFolder: Bool = false) throws {
    self.path = path
    self.replaces = replaces
    isStream = Self.isStream(path)
    if isStream { return }
    try check(against: inputs)
    guard replaces || FileStatus(path: path, followingLinks: false) == nil else {
      throw ValidationError("\(TerminalText.escape(path)) exists; --force replaces it.")
    }
    let folder = Self.folder(of: path)
    let status = FileStatus(path: folder)
    guard makesFolder || status?.kind == .folder else {
      throw ValidationError("There is no folder \(TerminalText.escape(folder)).")
    }
    guard status == nil || FileSystem.isWritable(folder) else {
      throw ValidationError("\(TerminalText.escape(folder)) may not be written to.")
    }
  }

  /// Refuses to be written in the place of an input, by whatever name; also beside its own name.
  func check(against inputs: [String]) throws {
    if isStream { return }
    let places = [path, partialPath]
    let identities = Set(places.compactMap { FileStatus(path: $0)?.identity })
    let known = Set(places.map(Self.place))
    let isTyped = inputs.count <= Self.comparedPaths
    // A list of paths is an input as well as what it names.
    let lists = inputs.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) }
    for input in inputs + lists {
      let isSame =
        FileStatus(path: input).map { identities.contains($0.identity) }
        ?? (isTyped && known.contains(Self.place(input)))
      guard !isSame else {
        throw ValidationError("\(TerminalText.escape(input)) is an input; write to another file.")
      }
    }
  }

  /// Inputs that are not there are compared by their paths, up to so many.
  private static let comparedPaths = 1_024

  /// Whether results are written into what has this name, which stays what it is.
  static func isStream(_ path: String) -> Bool {
    FileSystem.descriptor(named: path) != nil || FileStatus(path: path)?.kind == .other
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
      let handle = FileHandle(
        fileDescriptor: try FileSystem.openStream(path), closeOnDealloc: true)
      do {
        try body(handle)
        try handle.close()
      } catch  where error.isBrokenPipe {
        // Nobody reads any more, which is no error.
      }
    }
  }

  /// Writes beside the file; what could not be written to its end is removed.
  func writePartial(_ body: (FileHandle) throws -> Void) throws {
    try reporting(removing: [partialPath]) {
      let handle = try newFile()
      try body(handle)
      try handle.close()
    }
  }

  /// Lets `body` fill a file of its own beside the file; what an earlier run left there is removed.
  func write(
    isComplete: () -> Bool = { true }, makingFile body: (_ path: String) throws -> Void
  ) throws {
    guard !isStream else {
      Diagnostics.report("\(path): a database needs a regular file")
      throw ExitCode(Int32(EX_IOERR))
    }
    let beside = ["-journal", "-wal", "-shm"].map { partialPath + $0 }
    try reporting(removing: [partialPath] + beside) {
      for path in beside { try FileSystem.remove(path) }
      // Made here, so that no link is followed.
      try newFile().close()
      guard let folder = FileSystem.alias(ofFolder: Self.folder(of: partialPath)) else {
        throw CocoaError(.fileNoSuchFile)
      }
      let name = partialPath.split(separator: "/").last.map(String.init) ?? ""
      try body(FileName.isUTF8(partialPath) ? partialPath : folder + "/" + name)
    }
    if isComplete() { try rename() }
  }

  /// Gives what was written beside the file the file's name, at once: at any moment one of both is
  /// there, whole.
  func rename() throws {
    try reporting { try FileSystem.move(partialPath, to: path, replacing: replaces) }
  }

  /// A new file in the place of an old one of that name. A link there is removed, never followed.
  private func newFile() throws -> FileHandle {
    try FileSystem.remove(partialPath)
    return FileHandle(fileDescriptor: try FileSystem.create(partialPath), closeOnDealloc: true)
  }

  /// Where it lies until it is complete; its own name is in UTF-8, as a database's has to be.
  var partialPath: String {
    if isStream { return path }
    guard !FileName.isUTF8(path) else { return path + ".partial" }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Self.folder(of: path) + "/" + FileName.percentEscaped(name) + ".partial"
  }

  /// - Parameter files: removed where it fails for want of room, or otherwise.
  private func reporting(removing files: [String] = [], _ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      for file in files { try? FileSystem.remove(file) }
      // Those are told already.
      if error is ResultsError || error is ExitCode { throw error }
      Diagnostics.report("\(path): \(error.reason)")
      throw ExitCode(Int32(EX_IOERR))
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without links, also of a file that is not there yet.
  private static func place(_ path: String) -> String {
    if let real = FileSystem.resolved(path) { return real }
    guard let real = FileSystem.resolved(folder(of: path)) else { return path }
    return real + "/" + (path.split(separator: "/").last ?? "")
  }
}
