public import Analysis
import CaptureReader
public import Evidence
public import Foundation

/// Reads what `FactsReport` wrote, line by line.
///
/// A line that cannot be used is reported and left out; the others count.
public struct FactsReader {
  /// Longest line: a thousand times the facts of a usual session.
  static let longestLine = 16 << 20
  /// Errors kept; further ones are only counted.
  static let errorsKept = 20

  public private(set) var sessions: [SessionFacts] = []
  public private(set) var inputs: [InputRecord] = []
  /// The first lines that could not be used, and how many there were in all.
  public private(set) var errors: [FactsError] = []
  public private(set) var errorCount = 0
  /// Names of the inputs by the indices that references have after reading.
  var names: [Int: String] = [:]
  /// What the indices in a line are moved by: another run's lines count their inputs anew.
  private var shift = 0

  private var line = 0
  private var pending: [UInt8] = []
  /// The line's beginning was too long and is thrown away up to its end.
  private var isSkipping = false

  public init() {}

  /// Takes the next bytes of the file.
  public mutating func receive(_ data: Data) {
    for piece in data.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      if piece.offset > 0 { endLine() }
      guard !isSkipping else { continue }
      pending += piece.element
      guard pending.count > Self.longestLine else { continue }
      note(FactsError(line: line + 1, field: nil, reason: "is longer than 16 MiB"))
      pending = []
      isSkipping = true
    }
  }

  /// The file is at its end.
  public mutating func finish() { endLine() }

  private mutating func endLine() {
    line += 1
    defer {
      pending.removeAll(keepingCapacity: true)
      isSkipping = false
    }
    guard !isSkipping, pending.contains(where: { $0 > 0x20 }) else { return }
    if let problem = FactsLineCheck.problem(in: pending) {
      return note(FactsError(line: line, field: problem.field, reason: problem.reason))
    }
    do {
      try decode(Data(pending))
    } catch {
      note(FactsError(line: line, error))
    }
  }

  private struct Kind: Decodable { var schema: String }
  private struct InputTable: Decodable { var inputs: [FactsRecord.Input] }

  private mutating func decode(_ line: Data) throws {
    let decoder = JSONDecoder()
    switch try decoder.decode(Kind.self, from: line).schema {
    case FactsRecord.currentSchema:
      let inputs = try decoder.decode(InputTable.self, from: line).inputs
        .filter { (0...ItemReference.greatestInput).contains($0.index) }
      let isNewRun = inputs.contains { input in
        names[input.index + shift].map { $0 != input.name } ?? false
      }
      let moved = isNewRun ? (names.keys.max() ?? -1) + 1 : shift
      if let key = ItemReference.shiftKey { decoder.userInfo[key] = moved }
      sessions.append(try decoder.decode(FactsRecord.self, from: line).facts)
      shift = moved
      for input in inputs { names[input.index + shift] = input.name }
    case InputRecord.currentSchema:
      inputs.append(InputRecord(try StoredRecord.input(ArraySlice(line))))
    case let other
    where other.hasPrefix("rdpwhy/observation/") || other.hasPrefix("rdpwhy/outline/"):
      note(
        FactsError(
          line: self.line, field: "schema",
          reason: "is a part of a batch, which rdpwhy reduce reads"))
    case let other:
      note(FactsError(line: self.line, field: "schema", reason: "\"\(other)\" holds no facts"))
    }
  }

  private mutating func note(_ error: FactsError) {
    errorCount += 1
    if errors.count < Self.errorsKept { errors.append(error) }
  }
}

extension Report {
  /// Compares and judges stored facts anew; sessions and inputs stand in the order in which they were
  /// read.
  ///
  /// - Parameter selection: the sessions that are shown; all are compared and judged.
  public init(
    _ stored: FactsReader, tool: Tool, selection: SessionSelection = SessionSelection()
  ) {
    let sessions = Reduction.sessions(from: stored.sessions)
    self.init(
      found: FoundSessions(
        selection.isEmpty ? sessions : sessions.filter(selection.includes),
        names: InputNames(byIndex: stored.names)),
      inputs: stored.inputs, tool: tool)
  }
}
