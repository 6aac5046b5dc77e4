import Analysis
import ArgumentParser
import Evidence
import Foundation
import Reporting

/// What `rdpwhy judge` was asked to do.
struct JudgeRequest {
  /// Bytes read at a time.
  private static let chunk = 1 << 20

  let name: String
  let format: JudgeCommand.Format
  let color: ColorChoice
  let showsAll: Bool
  let zone: ReportZone?
  let failOn: FailureThresholds
  let selection: SessionSelection

  init(_ typed: JudgeCommand) throws {
    selection = try SessionSelection(ofFacts: typed.selection)
    name = typed.facts
    format = typed.format
    color = typed.text.color
    showsAll = typed.text.all
    zone = try typed.text.zone(config: nil)
    failOn = typed.failOn.thresholds
  }

  func perform() throws -> Outcome {
    let stored = try read()
    for error in stored.errors { Diagnostics.report("\(name): \(error)") }
    let unnamed = stored.errorCount - stored.errors.count
    if unnamed > 0 { Diagnostics.report("\(name): and \(unnamed) lines more") }
    if stored.sessions.isEmpty, stored.inputs.isEmpty {
      if stored.errorCount == 0 { Diagnostics.report("\(name): holds no facts") }
      return .nothing
    }
    let report = Report(stored, tool: .current, selection: selection)
    if !selection.isEmpty {
      Diagnostics.report("selected: \(report.sessions.count) of \(stored.sessions.count) sessions")
    }
    let output = StandardOutput()
    output.finish { try write(report, style: output.style(color), to: &$0) }
    let outcome = Outcome(report, failingOn: failOn)
    return outcome == .analysed && stored.errorCount > 0 ? .partial : outcome
  }

  private func read() throws -> FactsReader {
    var reader = FactsReader()
    do {
      let handle =
        name == "-" ? .standardInput : try FileHandle.reading(name)
      while let data = try handle.read(upToCount: Self.chunk), !data.isEmpty {
        reader.receive(data)
      }
    } catch {
      Diagnostics.report("\(name): \(error.reason)")
      throw ExitCode(Outcome.nothing.rawValue)
    }
    reader.finish()
    return reader
  }

  private func write(
    _ report: Report, style: TerminalStyle, to output: inout BufferedOutput
  ) throws {
    let options = ReportFormat.Options(style: style, showsAll: showsAll, zone: zone)
    let form = ReportFormat(rawValue: format.rawValue) ?? .text
    try form.write(report, options) { try output.write($0) }
    try output.flush()
  }
}
