import Analysis
import Anonymizing
import CaptureReader
import Foundation
import LogReader
import PacketDecode
import Reporting

/// The files that `rdpwhy anonymize` makes, from the first reading to their names.
struct AnonymizeWork {
  enum Kind {
    /// Its number among the report's inputs.
    case capture(Int)
    case log
    case report
    /// What all verdicts rest on.
    case facts
  }

  struct Item {
    var kind: Kind
    var source: CaptureSource
    var file: OutputFile?
    var line = ""
  }

  let analysis: AnalysisReport
  let series: [CaptureSeries]
  let pseudonyms: Pseudonyms
  let options: AnalysisOptions
  let application = "\(Tool.current.name) \(Tool.current.version) anonymize"
  private let captures: CaptureAnonymizer
  private let logs: LogAnonymizer
  private let stored: ReportAnonymizer
  private(set) var names = NameBook()
  private(set) var items: [Item] = []

  init(
    analysis: AnalysisReport, series: [CaptureSeries], reports: [String], writesFacts: Bool,
    pseudonyms: Pseudonyms, options: AnalysisOptions
  ) {
    self.analysis = analysis
    self.series = series
    self.pseudonyms = pseudonyms
    self.options = options
    let limits = options.resources.limits
    captures = CaptureAnonymizer(
      analysis, pseudonyms: pseudonyms, application: application, limits: limits)
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
    if writesFacts, !analysis.sessions.isEmpty {
      items.append(Item(kind: .facts, source: .file(Self.factsName)))
    }
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
      case .facts: try forEachFactsLine { stored.collectNames(ofLine: $0, into: &names) }
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
      keepTime(of: items[place], at: output.partialPath)
    }
  }

  /// The name of the facts of all sessions.
  static let factsName = "facts.ndjson"

  /// The lines of the facts of all sessions, with originals.
  private func forEachFactsLine(_ body: ([UInt8]) throws -> Void) throws {
    var pending: [UInt8] = []
    try FactsReport().write(Report(analysis, tool: .current)) { data in
      pending += data
      var start = 0
      while let end = pending[start...].firstIndex(of: 0x0A) {
        try body(Array(pending[start..<end]))
        start = end + 1
      }
      pending.removeFirst(start)
    }
    if !pending.isEmpty { try body(pending) }
  }

  /// Writes a file that is there anew.
  func rewrite(_ item: Item, _ body: (FileHandle) throws -> Void) throws {
    guard let file = item.file else { return }
    try file.writePartial(body)
    keepTime(of: item, at: file.partialPath)
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
    case .facts:
      try forEachFactsLine { try put(stored.anonymized(line: $0, names: names) + [0x0A]) }
      let count = analysis.sessions.count
      line = "what the verdicts rest on, of \(count) \(count == 1 ? "session" : "sessions")"
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
    case .report, .facts: break
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
  private func keepTime(of item: Item, at path: String) {
    if case .facts = item.kind { return }
    guard case .file(let original) = item.source,
      let time = (try? FileManager.default.attributesOfItem(atPath: original))?[.modificationDate]
    else { return }
    try? FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
  }

  /// Gives the files their names, and says what they are.
  func complete() throws {
    var lines = ""
    for item in items {
      try item.file?.rename()
      lines += TerminalText.escape(item.line, limit: 1_024) + "\n"
    }
    StandardOutput().finish(with: lines)
  }

  /// Removes files that were written and takes them out of what is completed.
  ///
  /// - Parameter paths: of the files beside their names.
  /// - Returns: the names that they would have had.
  mutating func withhold(_ paths: Set<String>) -> [String] {
    let withheld = items.filter { $0.file.map { paths.contains($0.partialPath) } ?? false }
    items.removeAll { $0.file.map { paths.contains($0.partialPath) } ?? false }
    for item in withheld {
      guard let path = item.file?.partialPath else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
    return withheld.map { String($0.line.prefix { $0 != ":" }) }
  }
}
