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
  public func text() throws -> Data { Data(try result.text(firstGroup: firstGroup)) }

  /// Hands over its sessions, then its inputs.
  public func records(
    session: (SessionRecord) throws -> Void, input: (InputRecord) throws -> Void
  ) throws {
    let decoder = JSONDecoder()
    var left = head.sessions
    try result.forEachLine { line in
      if left > 0 {
        left -= 1
        var record: SessionRecord = try decoded(line, decoder)
        record.attempt.group =
          record.attempt.group
          .addingSaturating(firstGroup.subtractingSaturating(head.firstGroup))
        try session(record)
      } else {
        try input(decoded(line, decoder))
      }
    }
  }

  /// Its inputs that could not be read, or not to their end.
  public func troubledInputs() throws -> [InputRecord] {
    guard head.filesFailed > 0 || head.filesPartial > 0 else { return [] }
    let decoder = JSONDecoder()
    var left = max(0, head.sessions)
    var troubled: [InputRecord] = []
    try result.forEachLine { line in
      left -= 1
      guard left < 0 else { return }
      let input: InputRecord = try decoded(line, decoder)
      if input.status != .ok { troubled.append(input) }
    }
    return troubled
  }

  private func decoded<Record: Decodable>(
    _ line: ArraySlice<UInt8>, _ decoder: JSONDecoder
  ) throws -> Record {
    do {
      return try decoder.decode(Record.self, from: Data(line))
    } catch {
      throw BatchError.notRecords(series: head.series)
    }
  }
}
