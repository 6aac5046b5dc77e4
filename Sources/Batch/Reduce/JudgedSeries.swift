import CaptureReader
public import Foundation
public import Reporting

/// One series of a batch's results: as text, or record by record.
public struct JudgedSeries {
  public let head: SeriesHead
  /// Where the facts of its sessions are found again; empty where there are none.
  public let places: [Int]
  private let sessions: PackedLines
  private let forEachInput: ((ArraySlice<UInt8>) throws -> Void) throws -> Void

  /// - Parameters:
  ///   - sessions: lines of the sessions that were seen in this series first.
  ///   - inputs: hands over the lines of its inputs.
  init(
    head: SeriesHead, sessions: PackedLines, places: [Int] = [],
    inputs: @escaping ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) {
    self.head = head
    self.sessions = sessions
    self.places = places
    forEachInput = inputs
  }

  /// Hands over its lines of NDJSON, in pieces.
  public func text(_ body: (Data) throws -> Void) throws {
    try body(Data(head.text))
    try sessions.forEachPiece { try body(Data($0)) }
    try forEachInput { line in try body(Data(line) + [PackedLines.lineFeed]) }
  }

  /// Hands over its sessions, then its inputs.
  public func records(
    session: (StoredRecord) throws -> Void, input: (StoredRecord) throws -> Void
  ) throws {
    try sessions.forEachLine { line in try session(read { try .session(line) }) }
    try forEachInput { line in try input(read { try .input(line) }) }
  }

  /// Its inputs of which something is to be said: that could not be read, or not to their end, or with
  /// sessions that are left out or connections that are not followed.
  public func troubledInputs() throws -> [InputRecord] {
    let isRead = head.filesFailed > 0 || head.filesPartial > 0
    var troubled: [InputRecord] = []
    try forEachInput { line in
      guard isRead || Self.mayBeCrowded(line) || MidStreamHint.mayConcern(line) else { return }
      troubled.append(InputRecord(try read { try .input(line) }))
    }
    return troubled
  }

  /// Whether one of the notes' codes stands in an input's line.
  static func mayBeCrowded(_ line: ArraySlice<UInt8>) -> Bool {
    InputRecord.Note.codesOfMemory.contains { ByteSearch.holds($0, in: line) }
  }

  private func read(_ record: () throws -> StoredRecord) throws -> StoredRecord {
    do {
      return try record()
    } catch {
      throw BatchError.notRecords(series: head.series)
    }
  }
}
