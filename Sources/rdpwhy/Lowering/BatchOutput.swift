import ArgumentParser
import Batch
import Evidence
import Foundation
import Reporting

/// Where the results of a batch go.
struct BatchOutput {
  let isQuiet: Bool
  private let file: OutputFile?
  private let failOn: Set<Cause>

  /// - Parameter continues: an earlier run's checkpoint shows that the output is this command's own.
  init(_ typed: BatchOutputOptions, inputs: [String], continues: Bool) throws {
    isQuiet = typed.quiet
    failOn = typed.failOn.causes
    file = try typed.output.flatMap { path in
      path == "-"
        ? nil : try OutputFile(path: path, replaces: typed.force || continues, inputs: inputs)
    }
  }

  /// - Returns: nothing analysed, where parts contradict each other or cannot be read.
  func write(_ results: BatchResults) throws -> Outcome {
    var outcome = Outcome.nothing
    var failure: (any Error)?
    func write(_ output: inout BufferedOutput) throws {
      do {
        outcome = try results.write(failingOn: failOn) { try output.write($0) }
      } catch let error as BatchError {
        failure = error
      } catch let error as CocoaError where error.isFileError {
        failure = error
      }
      if file == nil || failure == nil { try output.flush() }
      if let failure, file != nil { throw failure }
    }
    guard let file else {
      StandardOutput().finish { try write(&$0) }
      if let failure { Diagnostics.report(failure.reason) }
      return failure == nil ? outcome : .nothing
    }
    do {
      try file.write { handle in
        var output = BufferedOutput(handle)
        try write(&output)
      }
    } catch  where failure != nil {
      return .nothing
    }
    return outcome
  }
}

extension CocoaError {
  fileprivate var isFileError: Bool { code == .fileReadNoSuchFile || code == .fileReadNoPermission }
}
