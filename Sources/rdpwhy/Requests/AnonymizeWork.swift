import Analysis
import Anonymizing
import CaptureReader
import Foundation
import LogReader
import PacketDecode
import Reporting

/// The files that `rdpwhy anonymize` makes, from the first reading to their names.
struct AnonymizeWork {
  private enum Kind {
    /// Its number among the report's inputs.
    case capture(Int)
    case log
    case report
  }

  private struct Item {
    var kind: Kind
    var source: CaptureSource
    var file: OutputFile?
    var line = ""
  }

  private let analysis: AnalysisReport
  private let series: [CaptureSeries]
  private let pseudonyms: Pseudonyms
  private let options: AnalysisOptions
  private let captures: CaptureAnonymizer
  private let logs: LogAnonymizer
  private let stored: ReportAnonymizer
  private var names = NameBook()
  private var items: [Item] = []

  init(
    analysis: AnalysisReport, series: [CaptureSeries], reports: [String], pseudonyms: Pseudonyms,
    options: AnalysisOptions
  ) {
    self.analysis = analysis
    self.series = series
    self.pseudonyms = pseudonyms
    self.options = options
    let limits = options.resources.limits
    captures = CaptureAnonymizer(
      analysis, pseudonyms: pseudonyms,
      application: "\(Tool.current.name) \(Tool.current.version) anonymize", limits: limits)
    logs = LogAnonymizer(pseudonyms: pseudonyms, limits: limits)
    stored = ReportAnonymizer(pseudonyms: pseudonyms, limits: limits) {
      CommunityID.version1($0, $1)
    }
    for input in captures.captures {
      if let source = analysis.inputs[input].summary?.source {
        items.append(Item(kind: .capture(input), source: source))
      }
    }
    let known = Set(items.map(\.source))
    for member in series.flatMap(\.members) where !known.contains(member.source) {
      if (try? LogFile.format(of: member.source, limits: limits)) ?? nil != nil {
        items.append(Item(kind: .log, source: member.source))
      }
    }
    items += reports.map { Item(kind: .report, source: .file($0)) }
  }

  var isEmpty: Bool { items.isEmpty }

  mutating func collectNames() throws {
    names.add(analysis)
    try captures.collectNames(into: &names)
    for item in items {
      switch item.kind {
      case .capture: break
      case .log: try logs.collectNames(of: item.source, into: &names)
      case .report: try stored.collectNames(of: item.source, into: &names)
      }
    }
  }

  /// Writes all files beside their names.
  mutating func write(_ file: (String) throws -> OutputFile) throws {
    var used: Set<String> = []
    for place in items.indices {
      let name = fileName(of: items[place], used: &used)
      let output = try file(name)
      items[place].file = output
      try? FileManager.default.createDirectory(
        at: URL(filePath: output.partialPath).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      try output.writePartial { handle in
        items[place].line = name + ": " + (try write(items[place], to: handle))
      }
      keepTime(of: items[place].source, at: output.partialPath)
    }
  }

  private func write(_ item: Item, to handle: FileHandle) throws -> String {
    var pending: [UInt8] = []
    func put(_ bytes: [UInt8]) throws {
      pending += bytes
      if pending.count >= 1 << 18 {
        try handle.write(contentsOf: Data(pending))
        pending = []
      }
    }
    let line: String
    switch item.kind {
    case .capture(let input):
      let count = try captures.anonymize(input: input, names: names, write: put)
      line = "\(count.packets) packets, \(count.otherPackets) of them headers only"
    case .log:
      let count = try logs.anonymize(item.source, names: names, write: put)
      line =
        count.isEventLog
        ? "\(count.lines) events as XML; others of the event log are left out"
        : "\(count.lines) lines, \(count.unknown) of them not understood and left empty"
    case .report:
      line = "\(try stored.anonymize(item.source, names: names, write: put)) lines of a report"
    }
    try handle.write(contentsOf: Data(pending))
    return line
  }

  /// The input's name, with pseudonyms, and the ending of what is written.
  private func fileName(of item: Item, used: inout Set<String>) -> String {
    var name = String(item.source.name.split(separator: "/").last ?? "input")
    for ending in [".gz", ".xz", ".zst", ".bz2", ".lz4", ".Z"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    var ending = ""
    switch item.kind {
    case .capture:
      for known in [".pcapng", ".pcap", ".cap", ".etl", ".ntar", ".dmp"]
      where name.lowercased().hasSuffix(known) {
        name = String(name.dropLast(known.count))
      }
      ending = ".pcapng"
    case .log:
      if name.lowercased().hasSuffix(".evtx") {
        name = String(name.dropLast(5))
        ending = ".xml"
      }
    case .report: break
    }
    name = names.scrubbed(name, pseudonyms)
    var unique = name + ending
    var number = 2
    while !used.insert(unique).inserted {
      unique = "\(name)-\(number)\(ending)"
      number += 1
    }
    return unique
  }

  /// Logs whose stamps have no year take it from when their file was written.
  private func keepTime(of source: CaptureSource, at path: String) {
    guard case .file(let original) = source,
      let time = (try? FileManager.default.attributesOfItem(atPath: original))?[.modificationDate]
    else { return }
    try? FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
  }

  // MARK: Checks

  /// Originals in what was written.
  func originalsLeft() throws -> [OriginalSearch.Finding] {
    let search = OriginalSearch(names, pseudonyms)
    var found: [OriginalSearch.Finding] = []
    for item in items {
      guard let path = item.file?.partialPath else { continue }
      if case .capture = item.kind {
        found += try search.findings(inCapture: path)
        continue
      }
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      var offset = 0
      var rest: [UInt8] = []
      // Lines stay whole, so that what is looked for is never cut.
      while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
        rest += data
        guard let end = rest.lastIndex(of: 0x0A) else { continue }
        found += search.findings(in: Array(rest[...end]), of: path, at: offset)
        offset += end + 1
        rest = Array(rest[(end + 1)...])
      }
      found += search.findings(in: rest, of: path, at: offset)
    }
    return found
  }

  /// Analyses what was written, and says where verdicts are others; false where one is.
  func check() -> Bool {
    var paths: [CaptureSource: String] = [:]
    for item in items {
      if case .report = item.kind { continue }
      paths[item.source] = item.file?.partialPath
    }
    let written = series.compactMap { series -> CaptureSeries? in
      let members = series.members.compactMap { member -> CaptureSeries.Member? in
        guard let path = paths[member.source] else { return nil }
        var member = member
        member.source = .file(path)
        return member
      }
      return members.isEmpty ? nil : CaptureSeries(name: series.name, members: members)
    }
    let differences = AnonymizedVerdicts.differences(
      analysis, CaptureAnalyzer.analyze(written, options: options), pseudonyms)
    for difference in differences {
      let before = "\(difference.code) (\(Self.percent(difference.confidence)))"
      let after =
        difference.becomes.map {
          "\($0) (\(Self.percent(difference.confidenceBecomes ?? 0)))"
        } ?? "not found"
      Diagnostics.report(
        "session \(difference.uid) was judged \(before); anonymized it is \(after)")
    }
    return differences.isEmpty
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// Gives the files their names, and says what they are.
  func complete() throws {
    var lines = ""
    for item in items {
      try item.file?.rename()
      lines += TerminalText.escape(item.line, limit: 1_024) + "\n"
    }
    StandardOutput().finish(with: lines)
  }

  func remove() {
    for item in items {
      if let path = item.file?.partialPath {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }
}
