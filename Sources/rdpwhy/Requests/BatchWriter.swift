import Batch
import Foundation
import Reporting

/// Writes a batch's results in one pass over them, whatever the forms.
final class BatchWriter {
  /// Inputs named on standard error.
  private static let troubledLimit = 20

  private(set) var totals = BatchTotals()
  /// Some of the inputs that could not be read, or not to their end.
  private(set) var troubled: [InputRecord] = []
  /// Some of the inputs with sessions that are left out for want of memory, and how many there are.
  private(set) var crowded: [InputRecord] = []
  private(set) var crowdedCount = 0
  private(set) var midStream = MidStreamHint()

  private let output: BatchOutput
  private let results: BatchResults
  private var summary = Summary()

  private let isComplete: () -> Bool

  init(_ output: BatchOutput, _ results: BatchResults, isComplete: @escaping () -> Bool) {
    self.output = output
    self.results = results
    self.isComplete = isComplete
  }

  func write() throws {
    switch output.target {
    case .standardOutput:
      var failure: ResultsError?
      StandardOutput().finish { stream in
        do {
          try write(to: &stream, style: StandardOutput().style(.auto))
        } catch let error as ResultsError {
          failure = error
          try stream.flush()
        }
      }
      if let failure { throw failure }
    case .file(let file) where output.format == .sqlite:
      try file.write(isComplete: isComplete, makingFile: { try writeDatabase(at: $0) })
    case .file(let file):
      try file.write(isComplete: isComplete) { handle in
        var stream = BufferedOutput(handle)
        try write(to: &stream, style: file.style(.never))
      }
    case .folder(let folder, let tables):
      try folder.write(isComplete: isComplete) { handles in
        var streams = zip(tables, handles).map { TableStream($0, BufferedOutput($1)) }
        try write(tables: &streams)
      }
    }
    if let (file, form) = output.summaryFile {
      let text = try form.text(of: document, style: file.style(.never))
      try file.write(isComplete: isComplete) { try $0.write(contentsOf: text) }
    }
  }

  private func write(to stream: inout BufferedOutput, style: TerminalStyle) throws {
    if output.isSummary {
      try records(session: { _ in }, input: { _ in })
      try stream.write(try SummaryForm(output.format).text(of: document, style: style))
      try stream.flush()
    } else if output.format == .facts {
      totals = try reporting { try results.forEachFacts { try stream.write($0) } }
      crowdedCount = totals.filesCrowded
      try stream.flush()
    } else if let form = output.format.tableForm {
      var streams = [TableStream(TableText(output.table, as: form), stream)]
      try write(tables: &streams)
    } else if output.format == .html {
      try stream.write(try page().page())
      try stream.flush()
    } else {
      try lines { try stream.write($0) }
      try stream.flush()
    }
  }

  /// The worst sessions are judged once more when it is known which they are.
  private func page() throws -> HTMLBatch {
    var page = try HTMLBatch(tool: .current, zone: output.zone)
    totals = try reporting {
      try results.forEach(
        { series in
          var places = series.places.makeIterator()
          try records(
            of: series, session: { page.add(session: $0, place: places.next()) },
            input: { page.add(input: $0) })
        },
        then: { story in
          for place in page.wanted {
            guard let found = try story(place) else { continue }
            page.add(inFull: place, story: found.sessions, names: found.names, index: found.index)
          }
        })
    }
    return page
  }

  private func write(tables streams: inout [TableStream]) throws {
    for place in streams.indices { try streams[place].begin() }
    try records(
      session: { session in
        for place in streams.indices { try streams[place].write(session: session) }
      },
      input: { input in
        for place in streams.indices { try streams[place].write(input: input) }
      })
    for place in streams.indices { try streams[place].finish() }
  }

  private func writeDatabase(at path: String) throws {
    var database = try DatabaseWriter(path: path, tool: .current)
    try records(
      session: { try database.write(session: $0) }, input: { try database.write(input: $0) })
    try database.finish()
  }

  private var document: SummaryDocument { SummaryDocument(summary, tool: .current) }

  private var sumsUp: Bool { output.isSummary || output.summaryFile != nil }

  /// Hands over the results as text.
  private func lines(_ body: (Data) throws -> Void) throws {
    try forEach { series in
      try series.text(body)
      if sumsUp {
        try records(of: series, session: { _ in }, input: { _ in })
      } else {
        for input in try series.troubledInputs() { note(input) }
      }
    }
  }

  /// Hands over the results record by record.
  private func records(
    session: (StoredRecord) throws -> Void, input: (StoredRecord) throws -> Void
  ) throws {
    try forEach { try records(of: $0, session: session, input: input) }
  }

  private func records(
    of series: JudgedSeries, session: (StoredRecord) throws -> Void,
    input: (StoredRecord) throws -> Void
  ) throws {
    try series.records(
      session: {
        if sumsUp { summary.add(session: $0) }
        try session($0)
      },
      input: {
        if sumsUp { summary.add(input: $0) }
        note(InputRecord($0))
        try input($0)
      })
  }

  private func forEach(_ body: (JudgedSeries) throws -> Void) throws {
    totals = try reporting { try results.forEach(body) }
  }

  private func reporting<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as BatchError {
      throw ResultsError(reason: error)
    } catch let error as CocoaError where error.isMissingFile {
      throw ResultsError(reason: error)
    }
  }

  private func note(_ input: InputRecord) {
    if input.status != .ok, troubled.count < Self.troubledLimit { troubled.append(input) }
    midStream.add(input)
    guard input.isCrowded else { return }
    crowdedCount += 1
    if crowded.count < Self.troubledLimit { crowded.append(input) }
  }
}

/// A table and where it goes.
private struct TableStream {
  private let table: TableText
  private var output: BufferedOutput

  init(_ table: TableText, _ output: BufferedOutput) {
    self.table = table
    self.output = output
  }

  mutating func begin() throws { try output.write(table.head) }

  mutating func write(session: StoredRecord) throws {
    try output.write(table.rows(of: session))
  }

  mutating func write(input: StoredRecord) throws {
    try output.write(table.rows(ofInput: input))
  }

  mutating func finish() throws { try output.flush() }
}

extension CocoaError {
  fileprivate var isMissingFile: Bool {
    code == .fileReadNoSuchFile || code == .fileReadNoPermission
  }
}
