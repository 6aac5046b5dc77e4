import ArgumentParser
import Batch
import CaptureReader
import Reporting

/// What `rdpwhy batch status` was asked to do.
struct BatchStatusRequest {
  private let checkpoint: String

  /// - Parameter path: of a run's output, or of its checkpoint.
  init(path: String) {
    let beside = BatchRequest.checkpoint(of: path)
    checkpoint =
      path.hasSuffix(".checkpoint")
      ? path : beside.flatMap { FileStatus(path: $0) == nil ? nil : $0 } ?? path
  }

  func perform() throws -> Outcome {
    let status: CheckpointStatus
    do {
      status = try CheckpointStatus(path: checkpoint)
    } catch let error as BatchError {
      Diagnostics.report(error.description)
      throw ExitCode(error.exitCode)
    }
    StandardOutput().finish(with: text(of: status))
    return status.isComplete && status.totals.filesFailed == 0 ? .analysed : .partial
  }

  private func text(of status: CheckpointStatus) -> String {
    let name = TerminalText.escape(checkpoint, limit: TerminalText.sentenceLimit)
    let state =
      status.isRunning
      ? "a run is at work" : status.isComplete ? "complete" : "not finished, and no run is at work"
    var lines = ["\(name): \(state)"]
    let totals = status.totals
    let share = Self.share(status).map { " (\($0) % of the bytes)" } ?? ""
    lines.append(
      "  series    \(totals.series)" + (status.planned.map { " of \($0)" } ?? "") + share)
    var marks: [String] = []
    if totals.filesFailed > 0 { marks.append("\(totals.filesFailed) unreadable") }
    if totals.filesPartial > 0 { marks.append("\(totals.filesPartial) cut short or damaged") }
    lines.append(
      "  inputs    \(totals.files)" + (marks.isEmpty ? "" : ": " + marks.joined(separator: ", ")))
    lines.append("  sessions  \(totals.sessions)")
    lines += InputMessages(status.unreadable).failures.map { "  " + $0 }
    if totals.filesFailed > status.unreadable.count {
      lines.append("  and \(totals.filesFailed - status.unreadable.count) more unreadable ones")
    }
    if totals.filesFailed > 0, !status.isRunning {
      lines.append("  the same command with --retry-failed tries those again")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func share(_ status: CheckpointStatus) -> Int? {
    guard let planned = status.plannedBytes, planned > 0 else { return nil }
    return Int(min(100, Double(status.bytes) / Double(planned) * 100))
  }
}
