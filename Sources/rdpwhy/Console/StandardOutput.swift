import CaptureReader
import Foundation
import Reporting

/// Where results go, unless the user names a file.
struct StandardOutput {
  /// What may be shown there.
  func style(_ color: ColorChoice) -> TerminalStyle {
    TerminalStyle(
      color: color, isTerminal: isatty(STDOUT_FILENO) == 1,
      columns: TerminalWidth.columns(of: STDOUT_FILENO),
      environment: ProcessInfo.processInfo.environment)
  }

  /// Writes until done. That nobody reads any more is no error (`… | head`): the rest is counted as
  /// before, so that the exit code is the same.
  func finish(_ body: (inout BufferedOutput) throws -> Void) {
    var output = BufferedOutput(.standardOutput, mayBeClosed: true)
    do {
      try body(&output)
    } catch {
      Diagnostics.report("standard output: \(error.reason)")
      Foundation.exit(Int32(EX_IOERR))
    }
  }

  func finish(with data: Data) {
    finish {
      try $0.write(data)
      try $0.flush()
    }
  }

  func finish(with text: String) { finish(with: Data(text.utf8)) }
}

extension Error {
  /// The system's error number, where there is one below Foundation's.
  fileprivate var errorNumber: Int32? {
    let error = self as NSError
    if error.domain == NSPOSIXErrorDomain { return Int32(exactly: error.code) }
    return (error.userInfo[NSUnderlyingErrorKey] as? any Error)?.errorNumber
  }

  var isBrokenPipe: Bool { errorNumber == EPIPE }

  /// The reason in the system's words.
  var reason: String {
    if let problem = self as? FileProblem { return problem.description }
    return errorNumber.map { FileProblem(number: $0).description } ?? localizedDescription
  }
}
