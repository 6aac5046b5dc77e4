import Foundation

/// A run of the built executable that gets no more address space than its budget: beyond it the
/// system refuses memory, and the program ends by a signal.
struct BoundedRun {
  /// Exit status, or nil where a signal ended it.
  var status: Int32?
  var errors: String

  /// Runs the executable on `arguments`; results are thrown away.
  ///
  /// - Parameter memory: bytes beside what a program of this size maps from its files.
  init(_ arguments: [String], memory: Int) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // $0 is the executable, so that no name of a file is read as shell.
    let limit = (memory + Self.mapped) >> 10
    process.arguments =
      ["-c", "ulimit -v \(limit); exec \"$0\" \"$@\"", Program.executable.path] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
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
