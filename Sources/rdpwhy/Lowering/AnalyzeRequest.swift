import Analysis
import ArgumentParser
import CaptureReader
import Evidence
import Foundation
import RDPProtocol
import Reporting

/// What `rdpwhy analyze` was asked to do, with every option turned into its meaning.
struct AnalyzeRequest {
  let sources: [CaptureSource]
  let options: AnalysisOptions
  let series: SeriesMode
  let format: OutputFormat
  let color: ColorChoice
  let showsAll: Bool
  let isSummary: Bool
  let target: ResultTarget
  let table: RecordTable
  let failOn: Set<Cause>
  let isQuiet: Bool

  init(_ typed: AnalyzeCommand) throws {
    sources = try Self.sources(typed.inputs)
    var options = try Self.options(
      ports: typed.port, keepDuplicates: typed.keepDuplicates, keyLogs: typed.keylog)
    options.budget = MemoryBudget(bytes: typed.maxMemory.bytes)
    self.options = options
    series = typed.series
    format = typed.format
    color = typed.color
    showsAll = typed.all
    isSummary = typed.summary
    guard !isSummary || OutputFormat.summary.contains(format) else {
      throw ValidationError("--summary needs --format text, json or markdown.")
    }
    target = try ResultTarget(
      .init(
        format: format, table: typed.table, output: typed.output, replaces: typed.force,
        inputs: typed.inputs))
    table = typed.table ?? .sessions
    failOn = typed.failOn.causes
    isQuiet = typed.quiet
  }

  static func sources(_ inputs: [String]) throws -> [CaptureSource] {
    guard inputs.count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    return inputs.map { $0 == "-" ? .standardInput : .file($0) }
  }

  static func options(
    ports: [UInt16], keepDuplicates: Bool, keyLogs: [String]
  ) throws -> AnalysisOptions {
    var options = AnalysisOptions()
    for path in keyLogs {
      let name = TerminalText.escape(path)
      do throws(KeyLogFile.Failure) {
        options.keys.add(try KeyLogFile.bytes(of: path))
      } catch {
        switch error {
        case .unreadable: throw ValidationError("The key log '\(name)' cannot be read.")
        case .tooLong(let limit):
          throw ValidationError(
            "The key log '\(name)' has more than \(limit >> 20) MiB: give the part of the sessions."
          )
        }
      }
    }
    options.servicePorts = Set(ports)
    options.keepDuplicates = keepDuplicates
    return options
  }
}

extension AnalyzeRequest {
  func perform() throws -> Outcome {
    let report = Report(
      CaptureAnalyzer.analyze(sources, options: options, series: series), tool: .current)
    let messages = InputMessages(report)
    for line in messages.failures { Diagnostics.report(escaped: line) }
    if !isQuiet {
      for line in messages.notes { Diagnostics.report(escaped: line) }
    }
    try write(report)
    return Outcome(report, failingOn: failOn)
  }
}
