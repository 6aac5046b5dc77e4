import CaptureReader
import Support

@testable import LogReader

/// Reads texts as if they were files.
enum LogText {
  static func contents(
    _ text: String, input: Int = 0, options: LogOptions = LogOptions()
  ) throws -> LogContents {
    try contents(Array(text.utf8), input: input, options: options)
  }

  static func contents(
    _ bytes: [UInt8], input: Int = 0, options: LogOptions = LogOptions()
  ) throws -> LogContents {
    let file = try ScratchFile(named: "log")
    try file.write(bytes)
    return try LogFile.read(.file(file.path), input: input, options: options)
  }

  static func sessions(_ texts: String..., options: LogOptions = LogOptions()) throws
    -> [LogSession]
  {
    LogSessions.sessions(
      of: try texts.enumerated().map { try contents($1, input: $0, options: options) })
  }
}

extension LogSession {
  var findingCodes: [String] { findings.map(\.code) }
}
