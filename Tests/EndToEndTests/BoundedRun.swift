import Foundation

/// A run of the built executable that gets no more memory and processor time than its budget: beyond
/// it the system refuses memory or ends the program, by a signal.
struct BoundedRun {
  /// Exit status, or nil where a signal ended it.
  var status: Int32?
  var errors: String

  /// Runs the executable on `arguments`; results are thrown away.
  ///
  /// - Parameters:
  ///   - memory: bytes of its own, as opposed to what it maps from its files; address space may be as
  ///     much and what a program of this size maps.
  ///   - seconds: processor time.
  init(_ arguments: [String], memory: Int, seconds: Int) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // $0 is the executable, so that no name of a file is read as shell.
    let space = (memory + Self.mapped) >> 10
    process.arguments =
      [
        "-c",
        "ulimit -v \(space) && ulimit -d \(memory >> 10) && ulimit -t \(seconds) && exec \"$0\" \"$@\"",
        Program.executable.path,
      ] + arguments
    process.environment = Program.environment
    let errorPipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errorPipe
    try process.run()
    let data = errorPipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : nil
    errors = String(decoding: data, as: UTF8.self)
  }

  /// Address space of the executable and its libraries, measured in a debug build.
  private static let mapped = 128 << 20
}
