import Analysis
import Batch
import CaptureReader
import Evidence
import Foundation
import RDPProtocol
import Reporting

/// The arguments of tools that read captures and logs, and what they mean.
struct CaptureArguments {
  /// Paths of one call.
  private static let mostPaths = 256
  /// Key logs of one call.
  private static let mostKeyLogs = 16
  private static let mostPorts = 64

  static let parameters = [
    ToolParameter(
      "paths",
      "captures, logs, archives or folders of them, below the folders that the server may read; "
        + "several captures of one time are compared, logs are joined to their sessions",
      .texts(most: mostPaths), isRequired: true),
    ToolParameter(
      "ports", "further ports on which a server speaks RDP here (3389 is known)",
      .integers(1...65_535, most: mostPorts)),
    ToolParameter(
      "keylogs", "files of TLS secrets (SSLKEYLOGFILE form), with which the records are read",
      .texts(most: mostKeyLogs)),
    ToolParameter(
      "series", "captures that are one stream: auto (the files of a ring), each (none), one (all)",
      .word(SeriesMode.allCases.map(\.rawValue))),
  ]

  let series: [CaptureSeries]
  let options: AnalysisOptions
  /// Stored bytes of all files.
  let bytes: Int

  init(_ arguments: ToolArguments, _ call: ToolCall) throws(ToolFailure) {
    var files: [String] = []
    for path in arguments.texts("paths") { files += try Self.files(path, below: call.roots) }
    var options = AnalysisOptions(
      resources: Resources(
        memory: call.memory,
        ports: ServicePorts(named: Set(arguments.integers("ports").map { UInt16(clamping: $0) }))))
    for path in arguments.texts("keylogs") {
      options.keys.add(try Self.secrets(path, below: call.roots))
    }
    self.options = options
    let mode = arguments.text("series").flatMap(SeriesMode.init(rawValue:)) ?? .auto
    series = try Self.series(files, mode: mode, options.resources.limits, call)
    guard !series.isEmpty else { throw ToolFailure("There is nothing in these folders.") }
    bytes = files.reduce(0) { $0.addingSaturating(FileStatus(path: $1)?.size ?? 0) }
  }

  /// A report on the inputs.
  ///
  /// - Throws: where none of them could be read.
  func report(_ call: ToolCall) throws(ToolFailure) -> Report {
    try report(on: analyzed(call), call)
  }

  /// The same, as the analysis itself.
  ///
  /// - Throws: where none of the inputs could be read.
  func analysis(_ call: ToolCall) throws(ToolFailure) -> AnalysisReport {
    let analysis = analyzed(call)
    _ = try report(on: analysis, call)
    return analysis
  }

  private func analyzed(_ call: ToolCall) -> AnalysisReport {
    call.begin(bytes: bytes)
    let opener = SourceOpener(
      limits: options.resources.limits, monitor: call.monitor, digests: InputDigests())
    return CaptureAnalyzer.analyze(series, options: options, opener: opener)
  }

  private func report(
    on analysis: AnalysisReport, _ call: ToolCall
  ) throws(ToolFailure) -> Report {
    let report = Report(analysis, tool: call.program)
    guard Outcome(report, failingOn: []) != .nothing else {
      let reasons = InputMessages(report).failures.prefix(20).joined(separator: "\n")
      throw ToolFailure("Nothing could be analysed.\n" + reasons)
    }
    return report
  }

  private static func series(
    _ files: [String], mode: SeriesMode, _ limits: ReadingLimits, _ call: ToolCall
  ) throws(ToolFailure) -> [CaptureSeries] {
    guard files.contains(where: { CaptureProbe.isArchive($0, limits: limits) }) else {
      return CaptureSeries.series(of: files.map { .file($0) }, mode: mode) {
        CaptureFile.firstTime(of: $0, limits: limits)
      }
    }
    do {
      return try Plan(files, mode: mode, limits: limits, monitor: call.monitor)
        .series.map(\.captures)
    } catch {
      throw ToolFailure("The inputs cannot be looked at: \(error.localizedDescription)")
    }
  }

  static func files(_ path: String, below roots: FolderRoots) throws(ToolFailure) -> [String] {
    let name = TerminalText.escape(path)
    do throws(FolderRoots.Refusal) {
      return try roots.files(path)
    } catch {
      switch error {
      case .outside: throw ToolFailure("\(name): is outside of the folders that may be read.")
      case .missing: throw ToolFailure("\(name): there is no such file.")
      case .notAFile: throw ToolFailure("\(name): is no regular file and no folder.")
      case .tooMany(let limit):
        throw ToolFailure("\(name): holds more than \(limit) files; name a folder below it.")
      }
    }
  }

  private static func secrets(_ path: String, below roots: FolderRoots) throws(ToolFailure)
    -> [UInt8]
  {
    guard let file = try files(path, below: roots).first else { return [] }
    do throws(KeyLogFile.Failure) {
      return try KeyLogFile.bytes(of: file)
    } catch {
      throw ToolFailure("The key log \(TerminalText.escape(path)) cannot be read or is too long.")
    }
  }
}
