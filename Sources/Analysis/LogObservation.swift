import CaptureReader
import Evidence
import Foundation
import LogReader

/// Reads the logs of a run together: those of one host tell one story.
struct LogObservation {
  let sources: [CaptureSource]
  let firstInput: Int
  /// First packet of the captures beside them: gives stamps without a date theirs.
  let reference: Timestamp?
  let limits: ReadingLimits

  func run() -> Observation {
    var inputs: [InputReport] = []
    var contents: [LogContents] = []
    for (place, source) in sources.enumerated() {
      var input = InputReport(
        name: source.name, summary: nil, failure: nil, notes: [], contents: CaptureContents())
      input.kind = .log
      do {
        let log = try LogFile.read(
          source, input: firstInput + place,
          options: LogOptions(reference: reference ?? Self.modified(source)), limits: limits)
        input.notes = Self.notes(log)
        contents.append(log)
      } catch {
        input.failure = error
      }
      inputs.append(input)
    }
    if let last = inputs.indices.last {
      inputs[last].notes += LogAdvice.wishes(for: contents).map {
        InputReport.InputNote(code: "log_missing", message: "\($0.what): \($0.command)")
      }
    }
    let sessions = LogSessions.sessions(of: contents).filter { !$0.isHostOnly }
      .map { SessionFacts(LogFacts($0)) }
    return Observation(inputs: inputs, sessions: sessions, transports: [])
  }

  private static func notes(_ log: LogContents) -> [InputReport.InputNote] {
    let summary = log.summary
    let what = InputReport.InputNote(
      code: "log",
      message: "\(log.format.title): \(summary.records) records, \(summary.understood) understood")
    return [what]
      + log.clock.assumptions.map { InputReport.InputNote(code: "log_clock", message: $0) }
      + summary.notes.map { InputReport.InputNote(code: "log_quality", message: $0) }
  }

  /// When a file was last written.
  private static func modified(_ source: CaptureSource) -> Timestamp? {
    guard case .file(let path) = source,
      let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        as? Date
    else { return nil }
    let seconds = date.timeIntervalSince1970.rounded()
    return Int64(exactly: seconds).map {
      Timestamp(nanoseconds: $0.multipliedSaturating(by: 1_000_000_000))
    }
  }
}
