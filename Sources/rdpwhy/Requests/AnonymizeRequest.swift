import Analysis
import Anonymizing
import ArgumentParser
import CaptureReader
import Foundation
import LogReader
import PacketDecode
import Reporting

/// What `rdpwhy anonymize` was asked to do.
struct AnonymizeRequest {
  private let reports: [String]
  private let inputs: InputList?
  private let options: AnalysisOptions
  private let series: SeriesMode
  private let folder: String
  private let replaces: Bool
  private let taken: [String]
  private let keyPath: String?
  private let writesFacts: Bool
  private let isQuiet: Bool

  init(_ typed: AnonymizeCommand) throws {
    let analysis = try typed.analysis.completed()
    options = try AnalysisOptions(analysis)
    series = analysis.series
    let limits = options.resources.limits
    let stored = typed.inputs.filter {
      FileStatus(path: $0)?.kind == .regular && ReportAnonymizer.isReport(.file($0), limits: limits)
    }
    reports = stored
    let others = typed.inputs.filter { !stored.contains($0) }
    inputs = others.isEmpty ? nil : try InputList(others)
    let path = typed.output
    folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    replaces = typed.force
    taken = typed.inputs + analysis.keylog + [typed.key].compactMap { $0 }
    keyPath = typed.key
    writesFacts = typed.facts
    isQuiet = typed.quiet
  }

  func perform() throws -> Outcome {
    var inputs = inputs
    let limits = options.resources.limits
    let series = try inputs?.series(mode: series, limits: limits) ?? []
    let analysis = CaptureAnalyzer.analyze(series, options: options)
    let report = Report(analysis, tool: .current)
    let messages = InputMessages(report)
    for line in messages.failures { Diagnostics.report(escaped: line) }
    if !isQuiet {
      for line in messages.notes { Diagnostics.report(escaped: line) }
    }
    let pseudonyms = Pseudonyms(try KeyFile.key(at: keyPath))
    var work = AnonymizeWork(
      analysis: analysis, series: series, reports: reports, writesFacts: writesFacts,
      pseudonyms: pseudonyms, options: options)
    guard !work.isEmpty else {
      Diagnostics.report("no capture, log or report that can be read")
      return .nothing
    }
    do {
      try work.collectNames()
      try work.write { name in
        try OutputFile(
          path: folder + "/" + name, replaces: replaces, inputs: taken, makesFolder: true)
      }
    } catch let error as CaptureError {
      Diagnostics.report("the inputs cannot be read again: \(error)")
      return .nothing
    }
    let left = try work.originalsLeft()
    for finding in left {
      let place = finding.frame.map { "frame \($0), offset" } ?? "offset"
      Diagnostics.report(
        "\(finding.file): \(place) \(finding.offset): an original is left: \(finding.original)")
    }
    if !left.isEmpty {
      let names = work.withhold(Set(left.map(\.file)))
      Diagnostics.report(
        "what has an original in it was removed: \(names.joined(separator: ", "))")
      guard !work.isEmpty else { return .partial }
    }
    let isFaithful = try work.check(in: folder)
    try work.complete()
    guard left.isEmpty else { return .partial }
    let outcome = series.isEmpty ? Outcome.analysed : Outcome(report, failingOn: [])
    // Captures without sessions, and reports, are results as well.
    return (outcome == .analysed || outcome == .nothing)
      ? (isFaithful ? .analysed : .partial) : outcome
  }
}

/// The file with the key of pseudonyms.
enum KeyFile {
  /// The key in a file, which is made where there is none; a key of its own where no file is named.
  static func key(at path: String?) throws -> AnonymizingKey {
    guard let path else { return AnonymizingKey.random().key }
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else {
      let made = AnonymizingKey.random()
      guard
        manager.createFile(
          atPath: path, contents: Data((made.text + "\n").utf8),
          attributes: [.posixPermissions: 0o600])
      else {
        Diagnostics.report("\(path): the key cannot be written")
        throw ExitCode(Int32(EX_IOERR))
      }
      return made.key
    }
    guard let data = manager.contents(atPath: path), data.count <= 4_096,
      let key = AnonymizingKey(text: String(decoding: data, as: UTF8.self))
    else {
      throw ValidationError(
        "\(TerminalText.escape(path)) holds no key: 64 hexadecimal digits are expected.")
    }
    let mode = (try? manager.attributesOfItem(atPath: path)[.posixPermissions]) as? Int ?? 0
    if mode & 0o077 != 0 {
      Diagnostics.report("\(path): others can read the key; chmod 600 keeps it yours")
    }
    return key
  }
}
