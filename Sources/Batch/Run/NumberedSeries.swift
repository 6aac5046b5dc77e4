import CaptureReader
public import Foundation
public import Reporting

/// One series of a batch's results: as text, or record by record.
///
/// Attempts are counted over the whole output, so the series has its groups' numbers from the place
/// where it stands.
public struct NumberedSeries {
  private let result: SeriesResult
  private let firstGroup: Int

  init(_ result: SeriesResult, firstGroup: Int) {
    self.result = result
    self.firstGroup = firstGroup
  }

  public var head: SeriesHead { result.head }

  /// Its lines of NDJSON.
  public func text() throws -> Data { Data(result.text(firstGroup: firstGroup)) }

  /// Hands over its sessions, then its inputs.
  public func records(
    session: (StoredRecord) throws -> Void, input: (StoredRecord) throws -> Void
  ) throws {
    let shift = firstGroup.subtractingSaturating(head.firstGroup)
    var left = head.sessions
    try result.forEachLine { line in
      if left > 0 {
        left -= 1
        try session(read { try .session(SessionLine.shiftingStory(of: line, by: shift)) })
      } else {
        try input(read { try .input(line) })
      }
    }
  }

  /// Its inputs that could not be read, or not to their end.
  public func troubledInputs() throws -> [InputRecord] {
    guard head.filesFailed > 0 || head.filesPartial > 0 else { return [] }
    var left = max(0, head.sessions)
    var troubled: [InputRecord] = []
    try result.forEachLine { line in
      left -= 1
      guard left < 0 else { return }
      let input = InputRecord(try read { try .input(line) })
      if input.status != .ok { troubled.append(input) }
    }
    return troubled
  }

  private func read(_ record: () throws -> StoredRecord) throws -> StoredRecord {
    do {
      return try record()
    } catch {
      throw BatchError.notRecords(series: head.series)
    }
  }
}
