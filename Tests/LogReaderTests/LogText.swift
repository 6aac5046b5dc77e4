import CaptureReader
import Support

@testable import LogReader

/// Reads texts as if they were files.
enum LogText {
  static func contents(_ text: String, options: LogOptions = LogOptions()) throws -> LogContents {
    try contents(Array(text.utf8), options: options)
  }

  static func contents(_ bytes: [UInt8], options: LogOptions = LogOptions()) throws -> LogContents {
    let file = try ScratchFile(named: "log")
    try file.write(bytes)
    return try LogFile.read(.file(file.path), options: options)
  }

  static func sessions(_ texts: String..., options: LogOptions = LogOptions()) throws
    -> [LogSession]
  {
    LogSessions.sessions(of: try texts.map { try contents($0, options: options) })
  }
}

extension LogSession {
  var findingCodes: [String] { findings.map(\.code) }
}
